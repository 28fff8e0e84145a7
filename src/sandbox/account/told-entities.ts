import type {Payment} from '../model/entities.js';
import type {EventEntities} from '../model/webhook-event.js';
import type {Store} from './store.js';

/**
 * The entities as a webhook event has them: with more of the payment than the REST API shows.
 *
 * https://razorpay.com/docs/webhooks/payments/
 */
export const toldEntities = (
  store: Store,
  {refund, payment, ...others}: EventEntities,
): EventEntities => ({
  ...(refund && {refund}),
  ...(payment && {payment: toldPayment(store, payment)}),
  ...others,
});

function toldPayment(store: Store, payment: Payment): Payment {
  const {amount, captured, id, status} = payment;
  const card = store.card(id);
  const isTaken = captured || status === 'refunded';
  return {
    ...payment,
    ...(card && {card}),
    ...(isTaken && {base_amount: amount, amount_transferred: 0}),
  };
}
