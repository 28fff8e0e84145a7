import type {RzpEventMap} from './events.js';

const NAMES: Readonly<Record<keyof RzpEventMap, true>> = {
  'rzp-open': true,
  'rzp-attempt-failed': true,
  'rzp-payment': true,
  'rzp-success': true,
  'rzp-unconfirmed': true,
  'rzp-dismiss': true,
  'rzp-error': true,
  'rzp-analytics': true,
  'rzp-statechange': true,
};

/**
 * The names of all events, to listen to each.
 *
 * @example
 * ```ts
 * import {EVENT_NAMES} from 'rzp-magic-button/checkout.js';
 *
 * for (const name of EVENT_NAMES)
 *   document.addEventListener(name, ({type}) => console.info(type));
 * ```
 */
export const EVENT_NAMES = Object.keys(NAMES) as readonly (keyof RzpEventMap)[];
