import {safeDocument} from '../../checkout/shell/safe-document.js';

/** What a submit button says of the submission. */
const OF_SUBMITTER = [
  'name',
  'value',
  'formaction',
  'formenctype',
  'formmethod',
  'formtarget',
] as const;

/** Returns a native button that says of the submission what ours does. */
export function standIn(host: Element): HTMLButtonElement {
  const button = safeDocument.createElement('button');
  button.hidden = true;
  for (const name of OF_SUBMITTER) {
    const text = host.getAttribute(name);
    if (text !== null) button.setAttribute(name, text);
  }
  return button;
}
