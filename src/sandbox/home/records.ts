import {html} from 'hono/html';
import {decimalAmount} from '../../wire/money.js';
import type {Mandates} from '../account/mandates/mandates.js';
import type {TokenRecord} from '../account/mandates/tokens.js';
import type {Store} from '../account/store.js';
import {withoutSecret, type MerchantServer} from '../merchant/merchant-server.js';
import type {TokenStatus} from '../model/mandate.js';
import type {Delivery} from '../model/webhook-event.js';
import type {Webhooks} from '../webhooks/webhooks.js';
import {orderActions, paymentActions} from './action-forms.js';
import {timeTag} from './clock-panel.js';
import type {Markup} from './markup.js';
import {table} from './table.js';

/** All orders, the newest first, each with what one may do to it. */
export const ordersTable = (store: Store): Markup =>
  table(
    'Orders',
    ['Order', 'Receipt', 'Made', 'Amount', 'Paid', 'Status', 'Attempts', 'What you may do'],
    store.orders().map((order) => ({
      id: `of-${order.id}`,
      cells: [
        whole(order.id),
        order.receipt ?? '',
        timeTag(order.created_at * 1000),
        money(order.amount, order.currency),
        money(order.amount_paid, order.currency),
        whole(order.status),
        String(order.attempts),
        orderActions(order, store.payments(order.id)),
      ],
    })),
  );

/** All payments. What one may do to those of an order stands with the order. */
export const paymentsTable = (store: Store): Markup =>
  table(
    'Payments',
    [
      'Payment',
      'Order',
      'Made',
      'Amount',
      'Refunded',
      'Method',
      'Status',
      'Reason',
      'What you may do',
    ],
    store.payments().map((payment) => {
      const {amount_refunded: refunded, currency, order_id: orderId} = payment;
      return {
        id: `of-${payment.id}`,
        cells: [
          whole(payment.id),
          whole(orderId ?? '–'),
          timeTag(payment.created_at * 1000),
          money(payment.amount, currency),
          refunded ? money(refunded, currency) : '',
          payment.method,
          whole(payment.status),
          payment.error_reason ?? '',
          orderId === null ? paymentActions(payment) : '',
        ],
      };
    }),
  );

/** The mandates, each with who can do something about it next. */
export const mandatesTable = (mandates: Mandates): Markup =>
  table(
    'Mandates',
    ['Mandate', 'Customer', 'Made', 'Up to', 'How often', 'Charges', 'Status', 'What comes next'],
    mandates.tokens.records().map((record) => {
      const {token, customerId, terms, isDeleted} = record;
      const {status, failure_reason: reason} = token.recurring_details;
      const debits = mandates.charges.of(token.id).map(({payment}) => payment);
      return {
        id: `of-${token.id}`,
        cells: [
          whole(token.id),
          html`<a href="/upi?customer=${customerId}"
            >${mandates.customers.get(customerId).name}</a
          >`,
          timeTag(token.created_at * 1000),
          money(terms.maxAmount, 'INR'),
          terms.frequency.replaceAll('_', ' '),
          debits.length
            ? `${debits.filter(({captured}) => captured).length} of ${debits.length} captured`
            : '',
          html`${whole(status.replaceAll('_', ' '))}${isDeleted ? ', deleted' : ''}`,
          reason ?? nextStep(record, mandates),
        ],
      };
    }),
  );

/** Who can do something about a mandate, and what. */
function nextStep({token, isDeleted}: TokenRecord, {charges}: Mandates): string {
  const {status} = token.recurring_details;
  const debits = charges.of(token.id);
  if (debits.some(({payment}) => charges.needsApproval(payment.id)))
    return 'The shopper approves a debit in the UPI app.';
  if (debits.some(({payment}) => payment.status === 'created'))
    return 'The bank answers a charge: move the clock on.';
  if (status === 'confirmed') return isDeleted ? '' : 'Your server charges it.';
  return STEPS[status];
}

const STEPS: Readonly<Record<Exclude<TokenStatus, 'confirmed'>, string>> = {
  initiated: 'The shopper approves it in the UPI app, then the bank enters it.',
  paused: 'The shopper resumes it in the UPI app.',
  rejected: '',
  cancellation_initiated: 'The bank ends it.',
  cancelled: '',
};

/** The webhook events, and what the merchant's server asked and answered. */
export const trafficTables = (webhooks: Webhooks, merchant: MerchantServer): Markup => html`
  ${table(
    'Events',
    ['Event', 'Order', 'Made', 'Told', 'Event id'],
    webhooks
      .events()
      .reverse()
      .map(({createdAt, deliveries, event, id, orderId}) => ({
        id: `of-${id}`,
        cells: [event, orderId ?? '–', timeTag(createdAt), answersOf(deliveries), id],
      })),
  )}
  ${table(
    'Questions to your server',
    ['Endpoint', 'Order', 'Answer', 'What is wrong'],
    merchant
      .calls()
      .map(({answer, orderId, problem = '', url}, index) => ({
        id: `question-${index}`,
        cells: [withoutSecret(url), orderId, String(answer), problem],
      }))
      .reverse(),
  )}
`;

/** How the merchant's server answered, try by try. */
const answersOf = (deliveries: readonly Delivery[]): string =>
  deliveries.map(({answer}) => String(answer)).join(', ') || 'not yet';

const money = (amount: number, currency: string): Markup =>
  whole(`${currency} ${decimalAmount(amount, currency)}`);

/** What is not to be broken into two lines. */
const whole = (text: string): Markup => html`<span class="whole">${text}</span>`;
