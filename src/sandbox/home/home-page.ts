import {html, raw} from 'hono/html';
import type {Mandates} from '../account/mandates/mandates.js';
import type {Faults} from '../faults/faults.js';
import pageStyle from '../look/page.css?inline';
import {withoutSecret, type MerchantServer} from '../merchant/merchant-server.js';
import type {Clock} from '../runtime/clock.js';
import type {Webhooks} from '../webhooks/webhooks.js';
import type {ActionParts} from './actions.js';
import {clockPanel} from './clock-panel.js';
import {faultPanel} from './fault-panel.js';
import style from './home.css?inline';
import type {Markup} from './markup.js';
import {mandatesTable, ordersTable, paymentsTable, trafficTables} from './records.js';
import {toCopy} from './to-copy.js';

export interface HomeSettings extends ActionParts {
  readonly mandates: Mandates;
  readonly faults: Faults;
  readonly webhooks: Webhooks;
  readonly merchant: MerchantServer;
  readonly clock: Clock;
  readonly keyId: string;
}

/** What came of the button that was pressed last. */
export interface Notice {
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

/**
 * The page at `/`: what this is, what there is to copy, the clock, what has happened so far and what
 * one may do about it, and the switches of the faults. `origin` is where the browser found it.
 */
export function homePage(
  {clock, faults, keyId, mandates, merchant, store, webhooks}: HomeSettings,
  origin: string,
  notice?: Notice,
): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Razorpay sandbox</title>
        <style>
          ${raw(pageStyle)} ${raw(style)}
        </style>
        <script src="/live.js" defer></script>
      </head>
      <body>
        <header>
          <h1>Razorpay sandbox</h1>
          <p class="lead">
            A stand-in for Razorpay on this machine: page script, checkout, REST API and webhooks.
            No money moves. Whatever is listed here is forgotten when it stops.
          </p>
          <dl class="settings" id="settings" data-live>
            <dt>UPI app</dt>
            <dd><a href="/upi">where the shopper approves and revokes mandates</a></dd>
            <dt>POS device</dt>
            <dd><a href="/device">where the shopper pays at the counter</a></dd>
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
        <p class="answer ${notice?.kind ?? ''}" id="answer" role="status">${notice?.text ?? ''}</p>
        <main>
          <section id="copy" aria-labelledby="copy-title">${toCopy(origin, keyId)}</section>
          <section class="card clock" id="clock" data-live>${clockPanel(clock)}</section>
          <div class="records" id="orders" data-live>
            ${ordersTable(store)} ${paymentsTable(store)} ${mandatesTable(mandates)}
          </div>
          <section id="panel" data-live>${faultPanel(faults.list())}</section>
          <div class="records" id="records" data-live>${trafficTables(webhooks, merchant)}</div>
        </main>
      </body>
    </html>`;
}

const endpoints = (merchant: MerchantServer): [name: string, url: string | null][] => [
  ['Shipping info', merchant.shippingInfoUrl],
  ['Promotions', merchant.promotionsUrl],
  ['Apply promotion', merchant.applyPromotionUrl],
];
