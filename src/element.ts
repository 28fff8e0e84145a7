/** The class of the tag, unregistered; its events, errors and types. */
export {RzpMagicButton} from './button/rzp-magic-button.js';
export type {OwnWords} from './checkout/words/merge-words.js';
export type {OwnButtonWords, Words} from './checkout/words/words.js';
export type {LanguageTag} from './wire/languages.js';
export * from './checkout/vocabulary.js';
