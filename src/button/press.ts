import {findCart, type CartOutcome} from '../checkout/events/carts.js';
import type {Outcome} from '../checkout/events/outcome.js';
import type {PurchaseHandle} from '../checkout/events/reporter.js';
import {scriptAddress} from '../checkout/script/script-address.js';
import {keyOf} from '../checkout/request/read-element.js';
import {scriptFor} from '../checkout/request/standard-checkout.js';
import {warmScript} from '../checkout/script/script-tag.js';
import {safeDocument} from '../checkout/shell/safe-document.js';
import {runCheckout} from '../checkout/run-checkout.js';
import {sayPlainly} from '../checkout/said/plain.js';
import {inTime} from '../checkout/language/in-time.js';
import {draw, loadNotice} from '../face/load-notice.js';
import {cartOf, followCart} from './follow-cart.js';
import type {CheckoutState} from '../checkout/shell/checkout-state.js';
import type {Telling} from '../checkout/said/told.js';
import type {Shown} from '../face/shown.js';
import type {PressHost, PressHostClass, PurchaseView} from './press-host.js';
import {requestOf} from './request-of.js';

export {draw, followCart, inTime, loadNotice};

/** Takes a press of the button through the checkout, and shows where it stands. */
export function press(
  host: PressHost,
  view: PurchaseView,
  answered: boolean,
  shown?: CartOutcome,
): Promise<Outcome> {
  const key = keyOf(host);
  // What the button showed when it was pressed counts, also where it was reset since.
  const cart = shown?.keys.includes(key) ? shown : cartOf(host);
  if (cart) return cart.reopen?.() ?? cart.outcome;
  // What the shopper has read in a view that was left holds the cart no longer.
  findCart(key)?.reset();
  view.purchase = undefined;
  let purchase: PurchaseHandle | undefined;
  void loadNotice();
  return runCheckout(requestOf(host, answered), {
    target: host,
    words: () => host.words,
    opened: (opened) => {
      purchase = opened;
      if (!view.purchase?.outcome) view.purchase = opened;
      if (view.isClosing) opened.close();
    },
    enter: (state, telling) => {
      // The button has another cart by now: what became of the first one is not shown on it.
      if (purchase?.outcome && keyOf(host) !== key) return;
      if (view.purchase !== purchase) {
        // Of two purchases the one that was paid shows, and that may be the earlier one.
        if (view.purchase?.outcome || !purchase?.outcome) return;
        view.purchase = purchase;
      }
      const wasOpen = host.state === 'open';
      view.tell(state, telling);
      // The vendor's script leaves the focus nowhere when it closes.
      const {activeElement} = safeDocument;
      if (wasOpen && state !== 'open' && !activeElement?.matches(':not(body, iframe)'))
        host.focus();
    },
  });
}

/** Returns what an element shows of a state: in the words that have come, else in plain English. */
export function shownOf(
  host: PressHost,
  state: CheckoutState,
  telling: Telling,
): Shown<CheckoutState> {
  return {...(host.speech?.sayAt(host, state, telling) ?? sayPlainly(state, telling)), state};
}

/** Has the vendor's script run ahead of a press, where its address may be used. */
export function warm(host: PressHost): void {
  const {allowedScriptOrigins} = host.constructor as unknown as PressHostClass;
  const address = scriptAddress(host.scriptUrl, allowedScriptOrigins, scriptFor(host.recurring));
  if (address) warmScript(address, host.nonce);
}

/** Finishes what earlier page views left open. Few did, so the code for it comes by itself. */
export const resume = async (host: PressHost): Promise<void> =>
  (await import('./resume.js')).resume(host);
