import {useRef, useState} from 'react';
import {useCommit} from './use-commit.js';

/**
 * Returns a function that stays the same and calls the latest one: a component makes a new one at
 * each rendering, with the values of that time. `born` hears once of which it takes the place.
 */
export function useLatest<Result>(
  call: (() => Result) | undefined,
  born?: (stable: () => Result, first: () => Result) => void,
): (() => Result) | undefined {
  const latest = useRef(call);
  const [stable] = useState(() => () => latest.current?.() as Result);
  useCommit(() => {
    // A purchase that is under way calls the last one that there was.
    if (call) latest.current = call;
  });
  const isThere = call !== undefined;
  useCommit(() => {
    if (isThere && latest.current) born?.(stable, latest.current);
  }, [isThere]);
  return call && stable;
}
