/**
 * Where a checkout stands, one word. `unconfirmed`: money may have moved and the merchant's server
 * has not confirmed it. `placed`: cash on delivery, confirmed and not paid.
 *
 * @example
 * ```ts
 * import type {CheckoutState} from 'rzp-magic-button';
 *
 * const done: readonly CheckoutState[] = ['paid', 'placed'];
 *
 * document.addEventListener('rzp-statechange', ({state}) => {
 *   if (done.includes(state)) document.querySelector('form')?.reset();
 * });
 * ```
 */
export type CheckoutState =
  'idle' | 'preparing' | 'open' | 'verifying' | 'unconfirmed' | 'paid' | 'placed';
