import {adviseLater, callDoctor} from './doctor/call-doctor.js';
import {impersonal} from './events/analytics.js';
import type {Outcome} from './events/outcome.js';
import type {ReporterInit} from './events/reporter.js';
import type {CheckoutRequest} from './request/checkout-request.js';
import {runCheckout} from './run-checkout.js';
import {wrongGiven} from './request/wrong-given.js';
import {WORD_FILES} from './language/word-files.js';
import {WordBook} from './language/word-book.js';
import {say} from './said/say.js';
import type {Telling} from './said/told.js';
import {isOn} from './shell/attributes.js';
import {safeDocument} from './shell/safe-document.js';
import type {CheckoutState} from './shell/checkout-state.js';
import {words as english} from './words/en.js';

/** What is said before any words have come is said in English, which therefore comes along. */
const book = new WordBook({...WORD_FILES, en: () => Promise.resolve({words: english})});

/**
 * Takes one order through the checkout: gets the order, loads the vendor's script, opens the
 * checkout, has the payment confirmed by the merchant's server. Always resolves.
 *
 * What it tells is in the language of `language`, else of the page where `target` stands, once the words
 * have come: what was told until then in English is told again.
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
  const {target} = init;
  const speaker = target instanceof Element ? target : safeDocument.documentElement;
  const words = () => book.of(speaker, asked.language);
  const hear = isOn(asked.debug) ? callDoctor({...asked}) : undefined;
  if (!hear) adviseLater({...asked});
  let told: [CheckoutState, Telling] | undefined;
  const tell = (state: CheckoutState, telling: Telling) => {
    const spoken = say(words() ?? english, state, telling);
    const {message, next, actions} = spoken;
    init.enter?.(state, message, next ? [next, ...actions] : actions, spoken);
  };
  // What is told before they have come is told once more.
  void book.load(speaker, undefined, asked.language).then(
    () => {
      if (told && words()?.language !== 'en') tell(...told);
    },
    () => undefined,
  );
  return runCheckout(
    {...asked, wrong: wrongGiven, impersonal},
    {
      ...init,
      words,
      enter: (...telling) => {
        hear?.(telling[0]);
        tell(...(told = telling));
      },
      ...(hear && {hear}),
    },
  );
}
