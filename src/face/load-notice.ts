import type {Notice} from '../checkout/said/notice.js';
import type {drawNotice} from './notice.js';

/** Draws what a face shows; nothing, where there is nothing to tell. */
export type Draw = (
  message: HTMLElement,
  notice: Notice | undefined,
  actions: Parameters<typeof drawNotice>[2],
) => void;

let code: {drawNotice: typeof drawNotice} | undefined;

/** What each face shows now. */
const shown = new WeakMap<HTMLElement, Notice | undefined>();

/** Fetches what draws a notice: a file of its own, because the plain message says all without it. */
export async function loadNotice(): Promise<void> {
  code ??= await import('./notice.js').catch(() => undefined);
}

/** Draws a notice, now or as soon as that can be done. */
export const draw: Draw = (message, notice, actions) => {
  shown.set(message, notice);
  if (!notice) return;
  if (code) {
    code.drawNotice(message, notice, actions);
    return;
  }
  void loadNotice().then(() => {
    if (shown.get(message) === notice) code?.drawNotice(message, notice, actions);
  });
};
