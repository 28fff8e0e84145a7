import {impersonal} from './events/analytics.js';
import type {Outcome} from './events/outcome.js';
import type {ReporterInit} from './events/reporter.js';
import type {CheckoutRequest} from './request/checkout-request.js';
import {runCheckout} from './run-checkout.js';
import {wrongGiven} from './request/wrong-given.js';
import {say} from './said/say.js';
import {words} from './words/en.js';

/**
 * Takes one order through the checkout: gets the order, loads the vendor's script, opens the
 * checkout, has the payment confirmed by the merchant's server. Always resolves.
 *
 * Events fire at `target` (the document unless said otherwise). One checkout is open per page; a
 * second one fails with `checkout_busy`.
 *
 * @example
 * ```ts
 * import {startCheckout} from 'rzp-magic-button/checkout.js';
 *
 * const outcome = await startCheckout({
 *   orderUrl: '/checkout/orders',
 *   verifyUrl: '/checkout/verify',
 *   statusUrl: '/checkout/status',
 *   orderData: {sku: 'assam'},
 * });
 * if (outcome.type === 'success') location.assign('/thanks');
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (Checkout Options)
 */
export function startCheckout(asked: CheckoutRequest, init: ReporterInit = {}): Promise<Outcome> {
  return runCheckout(
    {...asked, wrong: wrongGiven, impersonal},
    {
      ...init,
      enter: (state, telling) => {
        const spoken = say(words, state, telling);
        const {message, next, actions} = spoken;
        init.enter?.(state, message, next ? [next, ...actions] : actions, spoken);
      },
    },
  );
}
