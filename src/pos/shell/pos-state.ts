/**
 * Where the sale of a till stands, one word. `processing`: it is on the device. `unconfirmed`: money
 * may have moved and nobody can say yet; nobody is charged again before one of the others is said.
 * `failed`: nothing was paid, and it may be tried again.
 *
 * @example
 * ```ts
 * import type {PosState} from 'rzp-magic-button/pos.js';
 *
 * const busy: readonly PosState[] = ['preparing', 'processing', 'unconfirmed'];
 *
 * document.querySelector('rzp-pos-button')?.addEventListener('rzp-statechange', ({state}) => {
 *   for (const field of document.querySelectorAll('input')) field.disabled = busy.includes(state);
 * });
 * ```
 */
export type PosState = 'idle' | 'preparing' | 'processing' | 'unconfirmed' | 'paid' | 'failed';
