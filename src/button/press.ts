import type {CheckoutRequest} from '../checkout/checkout-request.js';
import type {Outcome} from '../checkout/outcome.js';
import {keyName} from '../checkout/idempotency-key.js';
import {page} from '../checkout/page.js';
import {startCheckout} from '../checkout/start-checkout.js';
import type {UnfinishedCheckout} from '../checkout/unfinished.js';
import {words} from '../checkout/words.js';
import type {Face} from './face.js';
import type {RzpMagicButton} from './rzp-magic-button.js';

/** Takes a press of the button through the checkout; its face follows. */
export async function press(
  button: RzpMagicButton,
  face: Face,
  answered: boolean,
): Promise<Outcome> {
  const self = {};
  const mine = () => (face.payer ?? self) === self;
  const outcome = await startCheckout(requestOf(button, answered), {
    target: button,
    enter: (state, message, actions) => {
      if (!mine()) return;
      const closing = button.state === 'open' && state !== 'open';
      face.show(state, words.label[state], message, actions);
      if (closing) takeFocusBack(button);
    },
    opened: (checkout) => {
      face.checkout = checkout;
      if (face.closing) checkout.close();
    },
    paying: (paid) => {
      if (!mine()) return;
      face.payer = self;
      face.running = paid;
      // It may turn out that nothing was paid: then the button is free again.
      void paid.then(({type}) => {
        if (face.running !== paid || type === 'success' || type === 'unconfirmed') return;
        face.payer = face.running = undefined;
      });
    },
  });
  if (!face.payer) face.running = undefined;
  return outcome;
}

/** Finishes what earlier page views left open: once per page view and merchant. */
export async function resume(button: RzpMagicButton, face: Face): Promise<void> {
  const {keyId, orderUrl, verifyUrl, statusUrl} = button;
  const {resumed} = page();
  const asked = JSON.stringify([keyId, orderUrl, verifyUrl, statusUrl]);
  if (resumed.has(asked)) return;
  resumed.add(asked);
  const {resumeCheckouts} = await import('../checkout/resume.js');
  const isOfThisCart = (row: UnfinishedCheckout) =>
    !!button.orderUrl && row.keyName === keyName(button.orderUrl, orderDataOf(button));
  // The button goes on selling. But whoever bought this very cart should know it.
  const tell: Parameters<typeof resumeCheckouts>[1] = (row, {type}) => {
    if (type === 'success' && isOfThisCart(row) && button.state === 'idle') {
      face.show('idle', '', words.earlier(row.orderId));
    }
  };
  const again = ({persisted}: PageTransitionEvent) => {
    if (persisted) void resumeCheckouts(button, tell);
  };
  addEventListener('pageshow', again);
  await resumeCheckouts(button, tell);
}

/** What is paid is what stands in the element now: later changes are for another press. */
function requestOf(button: RzpMagicButton, answered: boolean): CheckoutRequest {
  const {properties, allowedScriptOrigins} = button.constructor as typeof RzpMagicButton;
  const names = Object.keys(properties) as (keyof RzpMagicButton)[];
  return {
    ...Object.fromEntries(names.map((name) => [name, button[name]])),
    orderData: orderDataOf(button),
    notes: button.notes ?? dataOf(button, 'data-note-'),
    // Only the property: browsers empty the attribute.
    nonce: button.nonce,
    allowedScriptOrigins,
    answered,
    // Their names alone, to be refused.
    ...Object.fromEntries(secretsOf(button).map((name) => [name, true])),
  };
}

const secretsOf = (button: Element) =>
  button.getAttributeNames().filter((name) => name.includes('secret'));

const orderDataOf = (button: RzpMagicButton) => button.orderData ?? dataOf(button, 'data-order-');

/** Reads `data-order-cart-id="7"` as `{cart_id: "7"}`. */
function dataOf(button: Element, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(button.attributes)
      .filter(({name}) => name.startsWith(prefix))
      .map(({name, value}) => [name.slice(prefix.length).replace(/-/g, '_'), value]),
  );
}

/** The vendor's script leaves the focus nowhere when it closes. */
function takeFocusBack(button: HTMLElement): void {
  const {activeElement, body} = document;
  if (!activeElement || activeElement === body || activeElement.tagName === 'IFRAME')
    button.focus();
}
