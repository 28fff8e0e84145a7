import {safeDocument} from '../checkout/shell/safe-document.js';

/** Something that the reader of a message may do about it. */
export interface Action {
  readonly label: string;
  readonly run: () => void;
  /** Where it leads, if it does nothing else. */
  readonly href?: string | undefined;
}

/** Returns the button of an action. */
export function actionButton({label, run}: Action): HTMLButtonElement {
  const button = safeDocument.createElement('button');
  button.type = 'button';
  button.setAttribute('part', 'action');
  button.textContent = label;
  button.onclick = run;
  return button;
}
