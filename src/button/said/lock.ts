import {safeDocument} from '../../checkout/shell/safe-document.js';

/**
 * Draws a lock in the colour of the text: its body and its shackle are backgrounds, because a page may
 * allow no images but its own. It says nothing that a screen reader would have to read.
 */
export function lock(): HTMLElement {
  const icon = safeDocument.createElement('i');
  // By the object model, which a strict content security policy allows.
  icon.style.cssText = `
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.9em;
    margin-inline-end: 0.5em;
    vertical-align: -0.1em;
    background:
      linear-gradient(currentColor 0 0) bottom / 100% 60% no-repeat,
      radial-gradient(circle at bottom, #0000 0.17em, currentColor 0.19em 0.28em, #0000 0.3em)
        top / 0.64em 0.4em no-repeat`;
  return icon;
}
