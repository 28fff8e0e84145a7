import {actionButton} from './action-button.js';
import type {drawMessage} from './notice.js';

/** Draws what a face shows below its button. */
export type Draw = typeof drawMessage;

/** Below a button that waits for its looks. */
let plain: HTMLElement | undefined;

let drawAll: Draw = (message, {message: text, actions = []}) => {
  plain = message;
  message.replaceChildren(text, ...actions.map(actionButton));
};

/** Fetches what draws a notice: a file of its own, because the plain message says all without it. */
export const loadNotice = (): Promise<void> =>
  import('./notice.js').then(
    ({drawMessage, style}) => {
      drawAll = drawMessage;
      if (plain) style(plain);
    },
    () => undefined,
  );

/** Draws a message: as a notice once that can be done, until then as a text with what can be done about it. */
export const draw: Draw = (...what) => drawAll(...what);
