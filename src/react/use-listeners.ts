import {useRef, type RefObject} from 'react';
import type {RzpMagicButton} from '../button/rzp-magic-button.js';
import {EVENTS} from './events.js';
import type {RzpMagicButtonProps} from './props.js';
import {useCommit} from './use-commit.js';

type Tag = RefObject<RzpMagicButton | null>;

/** Listens on the element for each event that the props have a listener for. */
export function useListeners(tag: Tag, props: RzpMagicButtonProps): void {
  for (const [name, type] of Object.entries(EVENTS)) {
    useListener(tag, type, props[name as keyof typeof EVENTS] as Listener | undefined);
  }
}

type Listener = (event: Event) => void;

function useListener(tag: Tag, type: string, listener: Listener | undefined): void {
  const latest = useRef(listener);
  useCommit(() => {
    latest.current = listener;
  });
  // A listener of rzp-payment counts as a way to confirm: none is added that nobody has given.
  const isThere = listener !== undefined;
  useCommit(() => {
    const element = tag.current;
    if (!element || !isThere) return undefined;
    const hear = (event: Event) => latest.current?.(event);
    element.addEventListener(type, hear);
    return () => element.removeEventListener(type, hear);
  }, [isThere]);
}
