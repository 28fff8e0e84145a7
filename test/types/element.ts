// What does not compile when the tag is used from TypeScript. The compiler is the test: it complains
// of a line that is right after all.
import type {
  CheckoutError,
  Outcome,
  RzpMagicButton,
  RzpPaymentEvent,
  RzpSuccessEvent,
} from 'rzp-magic-button';

export function properties(button: RzpMagicButton): void {
  button.timeout = 300;
  // @ts-expect-error -- seconds are a number in JavaScript
  button.timeout = '300';
  button.showCoupons = false;
  // @ts-expect-error -- the text "false" is for HTML: in JavaScript it would be true
  button.showCoupons = 'false';
  button.recurring = 'preferred';
  // @ts-expect-error -- true, false or "preferred"
  button.recurring = 'always';
  button.load = 'visible';
  // @ts-expect-error -- one of four words
  button.load = 'lazy';
  // @ts-expect-error -- one of two looks
  button.variant = 'ghost';
  // @ts-expect-error -- one of three sizes
  button.size = 12;
  // @ts-expect-error -- one of the words of `fetch`
  button.credentials = true;
  // @ts-expect-error -- only the button itself knows where it stands
  button.state = 'paid';
  // @ts-expect-error -- headers have names
  button.requestHeaders = 'X-Shop: tea';
  // @ts-expect-error -- what is bought is an object; as JSON it stands in the attribute
  button.orderData = '{"sku": "tea"}';
  // @ts-expect-error -- an order has an id
  button.createOrder = () => Promise.resolve({amount: 500});
  // @ts-expect-error -- a secret has no place in a page
  button.keySecret = 'secret';
}

export function events(button: RzpMagicButton): void {
  button.addEventListener('rzp-success', (event) => {
    const status: 'paid' | 'placed' = event.status;
    // @ts-expect-error -- the signature is in rzp-payment alone
    return [status, event.payment];
  });
  document.addEventListener('rzp-dismiss', ({reason}) => {
    // @ts-expect-error -- no such reason
    return reason === 'cancelled';
  });
  button.addEventListener('rzp-error', ({error}) => {
    const known: CheckoutError = error;
    // @ts-expect-error -- a closed set of codes
    return known.code === 'not_found';
  });
  // @ts-expect-error -- an event of that name has no order
  button.addEventListener('rzp-paid', ({orderId}) => orderId);
  button.addEventListener('rzp-statechange', ({state}) => {
    // @ts-expect-error -- the word is `verifying`
    return state === 'processing';
  });
}

export function readsOnly(event: RzpSuccessEvent): void {
  // @ts-expect-error -- an event tells, and is not told
  event.orderId = 'order_Another0000001';
}

export function answers(event: RzpPaymentEvent): void {
  event.respondWith({status: 'placed'});
  event.respondWith(Promise.resolve({status: 'unconfirmed'}));
  // @ts-expect-error -- yes or no is not what became of a payment
  event.respondWith(true);
  // @ts-expect-error -- nobody is paid by "ok"
  event.respondWith({status: 'ok'});
  // @ts-expect-error -- a reply has to be read first
  event.respondWith(fetch('/verify'));
  // @ts-expect-error -- an answer, not how to get one
  event.respondWith(() => ({status: 'paid'}));
}

export function outcomes(outcome: Outcome): string | undefined {
  // @ts-expect-error -- what was dismissed has no payment
  const always: string = outcome.paymentId;
  switch (outcome.type) {
    case 'success':
      return outcome.paymentId + outcome.status;
    case 'unconfirmed':
      // @ts-expect-error -- nothing is confirmed
      return outcome.status as string;
    case 'dismissed':
      return outcome.reason;
    case 'failed':
      // @ts-expect-error -- the error says why, and there may be no order
      return outcome.orderId as string;
    // @ts-expect-error -- there is no fifth
    case 'cancelled':
      return always;
  }
}
