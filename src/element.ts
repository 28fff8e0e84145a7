/** The class of the tag, unregistered; its events, errors and types. */
export {RzpMagicButton} from './button/rzp-magic-button.js';
export * from './checkout/vocabulary.js';
