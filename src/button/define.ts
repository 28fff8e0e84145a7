import {RzpMagicButton} from './rzp-magic-button.js';

/** Registers the tag, unless a copy of this package has. */
if (!customElements.get('rzp-magic-button')) {
  customElements.define('rzp-magic-button', RzpMagicButton);
}

declare global {
  interface HTMLElementTagNameMap {
    'rzp-magic-button': RzpMagicButton;
  }
}
