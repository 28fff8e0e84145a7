import {html} from 'hono/html';
import type {HtmlEscapedString} from 'hono/utils/html';
import type {Store} from './store.js';

type Page = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The page at `/`: what this is, its key, and what was ordered and paid so far. */
export function homePage(store: Store, keyId: string): Page {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Razorpay sandbox</title>
        <style>
          body {
            max-width: 60rem;
            margin: 0 auto;
            padding: 2rem 1rem 4rem;
            color: #17202e;
            background: #f6f7f9;
            font:
              1rem/1.5 system-ui,
              sans-serif;
          }
          h1 {
            font-size: 1.5rem;
          }
          h2 {
            margin: 2rem 0 0.5rem;
            font-size: 1.1rem;
          }
          div {
            overflow-x: auto;
            border: 1px solid #dde2ea;
            border-radius: 0.75rem;
            background: #fff;
          }
          table {
            width: 100%;
            border-collapse: collapse;
            font-size: 0.875rem;
            font-variant-numeric: tabular-nums;
          }
          td,
          th {
            padding: 0.6rem 0.9rem;
            border-bottom: 1px solid #eef1f5;
            text-align: left;
            white-space: nowrap;
          }
          tr:last-child td {
            border: 0;
          }
        </style>
      </head>
      <body>
        <h1>Razorpay sandbox</h1>
        <p>
          A stand-in for Razorpay on this machine: page script, checkout and REST API. No money
          moves. Whatever is listed here is forgotten when it stops.
        </p>
        <p>Key id <code>${keyId}</code></p>
        <h2>Orders</h2>
        ${table(
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
        <h2>Payments</h2>
        ${table(
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
      </body>
    </html>`;
}

const money = (amount: number, currency: string): string =>
  `${currency} ${(amount / 100).toFixed(2)}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): Page {
  if (!rows.length) return html`<p>None yet.</p>`;
  return html`<div>
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
  </div>`;
}
