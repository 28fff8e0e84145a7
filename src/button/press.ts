import type {CheckoutRequest} from '../checkout/request/checkout-request.js';
import type {Outcome} from '../checkout/events/outcome.js';
import {startCheckout} from '../checkout/start-checkout.js';
import {words} from '../checkout/words/en.js';
import {dataOf, orderDataOf} from './data-attributes.js';
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

/** Finishes what earlier page views left open. Few of them do: its code comes when it is needed. */
export const resume = (button: RzpMagicButton, face: Face): Promise<void> =>
  import('./resume.js').then(
    (code) => code.resume(button, face),
    () => undefined,
  );

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

/** The vendor's script leaves the focus nowhere when it closes. */
function takeFocusBack(button: HTMLElement): void {
  const {activeElement, body} = document;
  if (!activeElement || activeElement === body || activeElement.tagName === 'IFRAME')
    button.focus();
}
