import {html} from 'hono/html';
import {decimalAmount} from '../../wire/money.js';
import type {Store} from '../account/store.js';
import {withoutSecret, type MerchantServer} from '../merchant/merchant-server.js';
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
