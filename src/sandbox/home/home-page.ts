import {html, raw} from 'hono/html';
import {decimalAmount} from '../../wire/money.js';
import type {Store} from '../account/store.js';
import type {Faults} from '../faults/faults.js';
import {withoutSecret, type MerchantServer} from '../merchant/merchant-server.js';
import type {Delivery} from '../model/webhook-event.js';
import type {Webhooks} from '../webhooks/webhooks.js';
import {faultPanel} from './fault-panel.js';
import style from './home.css?raw';
import type {Markup} from './markup.js';

export interface HomeSettings {
  readonly store: Store;
  readonly faults: Faults;
  readonly webhooks: Webhooks;
  readonly merchant: MerchantServer;
  readonly keyId: string;
}

/** The page at `/`: what this is, the switches of the faults, and what has happened so far. */
export function homePage({store, faults, webhooks, merchant, keyId}: HomeSettings): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Razorpay sandbox</title>
        <style>
          ${raw(style)}
        </style>
        <script src="/home.js" defer></script>
      </head>
      <body>
        <header>
          <h1>Razorpay sandbox</h1>
          <p class="lead">
            A stand-in for Razorpay on this machine: page script, checkout, REST API and webhooks.
            No money moves. Whatever is listed here is forgotten when it stops.
          </p>
          <dl class="settings" id="settings" data-live>
            <dt>Key id</dt>
            <dd><code>${keyId}</code></dd>
            <dt>UPI app</dt>
            <dd><a href="/upi">where the shopper approves and revokes mandates</a></dd>
            <dt>Webhook</dt>
            <dd>
              ${webhooks.url === null ? 'no address' : html`<code>${webhooks.url}</code>`}${
                webhooks.isDisabled ? ' (disabled after a day of failures)' : ''
              }
            </dd>
            ${endpoints(merchant).map(
              ([name, url]) =>
                html`<dt>${name}</dt>
                  <dd>
                    ${url === null ? 'no address' : html`<code>${withoutSecret(url)}</code>`}
                  </dd>`,
            )}
          </dl>
        </header>
        <main>
          <section id="panel" data-live>${faultPanel(faults.list())}</section>
          <div class="records" id="records" data-live>${records(store, webhooks, merchant)}</div>
        </main>
      </body>
    </html>`;
}

const records = (store: Store, webhooks: Webhooks, merchant: MerchantServer): Markup => html`
  ${table(
    'Orders',
    ['Order', 'Receipt', 'Amount', 'Paid', 'Status', 'Attempts'],
    store
      .orders()
      .map((order) => [
        order.id,
        order.receipt ?? '–',
        money(order.amount, order.currency),
        money(order.amount_paid, order.currency),
        order.status,
        String(order.attempts),
      ]),
  )}
  ${table(
    'Payments',
    ['Payment', 'Order', 'Amount', 'Method', 'Status', 'Reason'],
    store
      .payments()
      .map((payment) => [
        payment.id,
        payment.order_id ?? '–',
        money(payment.amount, payment.currency),
        payment.method,
        payment.status,
        payment.error_reason ?? '',
      ]),
  )}
  ${table(
    'Events',
    ['Event', 'Order', 'Told', 'Event id'],
    webhooks
      .events()
      .reverse()
      .map(({event, orderId, deliveries, id}) => [
        event,
        orderId ?? '–',
        answersOf(deliveries),
        id,
      ]),
  )}
  ${table(
    'Questions to your server',
    ['Endpoint', 'Order', 'Answer', 'What is wrong'],
    merchant
      .calls()
      .reverse()
      .map(({url, orderId, answer, problem = ''}) => [
        withoutSecret(url),
        orderId,
        String(answer),
        problem,
      ]),
  )}
`;

const endpoints = (merchant: MerchantServer): [name: string, url: string | null][] => [
  ['Shipping info', merchant.shippingInfoUrl],
  ['Promotions', merchant.promotionsUrl],
  ['Apply promotion', merchant.applyPromotionUrl],
];

/** How the merchant's server answered, try by try. */
const answersOf = (deliveries: readonly Delivery[]): string =>
  deliveries.map(({answer}) => String(answer)).join(', ') || 'not yet';

const money = (amount: number, currency: string): string =>
  `${currency} ${decimalAmount(amount, currency)}`;

function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Markup {
  return html`<section>
    <h2>${title}</h2>
    ${
      rows.length
        ? html`<div class="card" role="region" aria-label="${title}" tabindex="0">
            <table>
              <thead>
                <tr>
                  ${head.map((name) => html`<th scope="col">${name}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${rows.map(
                  (row) =>
                    html`<tr>
                      ${row.map((cell) => html`<td>${cell}</td>`)}
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
        : html`<p class="hint">None yet.</p>`
    }
  </section>`;
}
