/**
 * Where a checkout stands, one word. `unconfirmed`: money may have moved and the merchant's server
 * has not confirmed it. `placed`: cash on delivery, confirmed and not paid.
 */
export type CheckoutState =
  'idle' | 'preparing' | 'open' | 'verifying' | 'unconfirmed' | 'paid' | 'placed';
