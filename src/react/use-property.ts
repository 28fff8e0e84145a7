import {useRef, type RefObject} from 'react';
import type {RzpMagicButton} from '../button/rzp-magic-button.js';
import {useCommit} from './use-commit.js';

/** Sets a property of the element when its value changes, or else what it is told by. */
export function useProperty<Name extends 'nonce' | keyof RzpMagicButton>(
  tag: RefObject<RzpMagicButton | null>,
  name: Name,
  value: RzpMagicButton[Name] | undefined,
  toldBy: unknown = value,
): void {
  const wasSet = useRef(false);
  useCommit(() => {
    if (value === undefined && !wasSet.current) return;
    wasSet.current = true;
    Object.assign(tag.current ?? {}, {[name]: value});
  }, [toldBy]);
}
