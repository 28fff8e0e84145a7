import type {Outcome} from '../checkout/events/outcome.js';
import type {PurchaseHandle} from '../checkout/events/reporter.js';
import type {CheckoutRequest} from '../checkout/request/checkout-request.js';
import {safeDocument} from '../checkout/shell/safe-document.js';
import {startCheckout} from '../checkout/start-checkout.js';
import {words} from '../checkout/words/en.js';
import {dataOf, orderDataOf} from './data-attributes.js';
import type {PressHost, PressHostClass, PurchaseView} from './press-host.js';

/** Takes a press of the button through the checkout, and shows where it stands. */
export function press(host: PressHost, view: PurchaseView, answered: boolean): Promise<Outcome> {
  let purchase: PurchaseHandle | undefined;
  return startCheckout(requestOf(host, answered), {
    target: host,
    opened: (opened) => {
      purchase = opened;
      view.follow(opened);
    },
    enter: (state, message, actions) => {
      const previous = host.state;
      view.show({state, label: words.label[state], message, actions}, purchase);
      if (previous === 'open' && host.state !== 'open') takeFocusBack(host);
    },
  });
}

/** Finishes what earlier page views left open. Few did, so the code for it comes by itself. */
export const resume = (host: PressHost, view: PurchaseView): Promise<void> =>
  import('./resume.js').then(
    (code) => code.resume(host, view),
    () => undefined,
  );

/** Reads the element once: what is changed while the checkout is open is for the next press. */
function requestOf(host: PressHost, answered: boolean): CheckoutRequest {
  const {properties, allowedScriptOrigins} = host.constructor as unknown as PressHostClass;
  const names = Object.keys(properties) as (keyof PressHost)[];
  return {
    ...Object.fromEntries(names.map((name) => [name, host[name]])),
    orderData: orderDataOf(host),
    notes: host.notes ?? dataOf(host, 'data-note-'),
    // From the property, because browsers empty the attribute.
    nonce: host.nonce,
    allowedScriptOrigins,
    answered,
    ...namedSecrets(host),
  };
}

/** A secret in the page has the press refused by its name alone, so its value is not read. */
const namedSecrets = (host: Element) =>
  Object.fromEntries(
    host
      .getAttributeNames()
      .filter((name) => name.includes('secret'))
      .map((name) => [name, true]),
  );

/** The vendor's script leaves the focus nowhere when it closes. */
function takeFocusBack(host: HTMLElement): void {
  const {activeElement, body} = safeDocument;
  if (!activeElement || activeElement === body || activeElement.tagName === 'IFRAME') host.focus();
}
