import {RzpPosButton} from './rzp-pos-button.js';

/** Registers the tag, unless a copy of this package has. */
if (!customElements.get('rzp-pos-button')) customElements.define('rzp-pos-button', RzpPosButton);

declare global {
  interface HTMLElementTagNameMap {
    'rzp-pos-button': RzpPosButton;
  }
}
