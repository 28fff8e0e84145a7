import {expect} from '@esm-bundle/chai';
import {
  RzpAnalyticsEvent,
  RzpAttemptFailedEvent,
  RzpDismissEvent,
  RzpOpenEvent,
  RzpPaymentEvent,
  RzpSuccessEvent,
  RzpUnconfirmedEvent,
} from '../../../src/checkout/events/events.js';
import {CheckoutError} from '../../../src/checkout/shell/checkout-error.js';
import {RzpErrorEvent, RzpStateChangeEvent} from '../../../src/checkout/shell/shell-events.js';
import {DECLINED} from '../../fixtures/browser/fake-razorpay.js';
import {PAYMENT} from '../../fixtures/browser/order-samples.js';
import {ORDER_ID, PAYMENT_ID} from '../../fixtures/samples.js';

const CONFIRMATION = {status: 'paid', orderId: ORDER_ID, paymentId: PAYMENT_ID} as const;

/** Each event with what it says. */
const EVENTS: [Event, type: string, fields: object][] = [
  [new RzpOpenEvent(), 'rzp-open', {cancelable: true}],
  [
    new RzpAttemptFailedEvent(ORDER_ID, DECLINED),
    'rzp-attempt-failed',
    {orderId: ORDER_ID, error: DECLINED},
  ],
  [new RzpPaymentEvent(PAYMENT), 'rzp-payment', {payment: PAYMENT}],
  [
    new RzpSuccessEvent(CONFIRMATION),
    'rzp-success',
    {...CONFIRMATION, resumed: false, cancelable: true},
  ],
  [
    new RzpUnconfirmedEvent('pending', ORDER_ID, undefined, true),
    'rzp-unconfirmed',
    {doubt: 'pending', orderId: ORDER_ID, paymentId: undefined, resumed: true},
  ],
  [new RzpDismissEvent('timeout', ORDER_ID), 'rzp-dismiss', {reason: 'timeout', orderId: ORDER_ID}],
  [new RzpErrorEvent(new CheckoutError('unexpected', 'No.')), 'rzp-error', {}],
  [new RzpAnalyticsEvent('open', {a: 1}), 'rzp-analytics', {step: 'open'}],
  [
    new RzpStateChangeEvent('open', 'preparing'),
    'rzp-statechange',
    {state: 'open', previous: 'preparing'},
  ],
];

describe('the events', () => {
  for (const [event, type, fields] of EVENTS)
    it(`${type} bubbles out of every shadow tree with its fields`, () => {
      expect(event).to.include({type, bubbles: true, composed: true, ...fields});
    });

  it('rzp-payment keeps the first answer only', async () => {
    const event = new RzpPaymentEvent(PAYMENT);
    event.respondWith({status: 'placed'});
    event.respondWith(Promise.resolve({status: 'paid'}));
    expect(await event.answer).to.deep.equal({status: 'placed'});
  });
});
