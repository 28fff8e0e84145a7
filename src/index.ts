/** Registers `<rzp-magic-button>`; exports its class, events, errors and types. */
import './button/define.js';

export * from './element.js';
