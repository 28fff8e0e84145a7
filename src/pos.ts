/** Registers `<rzp-pos-button>`; exports its class, events, errors and types. */
import './pos/define.js';

export {RzpPosButton} from './pos/rzp-pos-button.js';
export {PosError, type PosErrorCode} from './pos/shell/pos-error.js';
export type {PosDismissReason, PosOutcome} from './pos/shell/outcome.js';
export type {PosEventMap} from './pos/shell/pos-events.js';
export type {LanguageTag} from './wire/languages.js';
export type {OwnWords} from './checkout/words/merge-words.js';
export type {OwnPosWords, PosWords} from './pos/words/words.js';
export type {PosState} from './pos/shell/pos-state.js';
