import {html} from 'hono/html';
import type {Markup} from '../pages/markup.js';
import {rupees} from '../pages/rupees.js';
import type {PaidSale} from './sales.js';
import {methodName, timeOf} from './words.js';

/** The last sales, and what can be done about each. */
export const saleList = (sales: readonly PaidSale[]): Markup =>
  sales.length
    ? html`<ol>
        ${sales.map(saleEntry)}
      </ol>`
    : html`<p class="nothing">Nothing has been sold yet.</p>`;

function saleEntry(sale: PaidSale): Markup {
  const {order, number, cashier, device, at, left} = sale;
  const amount = order.payment?.amount ?? order.amount;
  return html`<li data-order="${order.id}" data-status="${order.status}">
    <p class="head">
      <strong>Bill ${number}</strong>
      <span class="when">${timeOf(at)} · ${cashier} · ${device}</span>
      <b class="sum">${rupees(amount)}</b>
    </p>
    <p class="what">
      ${order.lineItems.map(({name, quantity}) => `${quantity} × ${name}`).join(', ')}
    </p>
    <p class="standing">${standingOf(sale)}</p>
    <div class="choices">
      <a class="plain" href="/till/receipt?order_id=${order.id}" target="_blank" rel="noopener"
        >Receipt</a
      >
      <details>
        <summary>Send…</summary>
        <form method="post" action="/till/receipt">
          <input type="hidden" name="order" value="${order.id}" />
          <input
            name="email"
            type="email"
            aria-label="Email for the receipt of bill ${number}"
            autocomplete="off"
            placeholder="asha@example.com"
            required
          />
          <button>Send the receipt</button>
        </form>
      </details>
      ${
        left > 0 && !sale.isGoingBack
          ? html`<details>
              <summary>Refund…</summary>
              <form method="post" action="/till/refund">
                <input type="hidden" name="order" value="${order.id}" />
                <button class="danger">Give ${rupees(left)} back</button>
              </form>
            </details>`
          : ''
      }
    </div>
  </li>`;
}

const standingOf = ({order, isGoingBack, left, sent_to: email}: PaidSale): string =>
  [
    methodName(order.payment?.method),
    order.amountRefunded ? `${rupees(order.amountRefunded)} given back` : '',
    isGoingBack ? `${rupees(left)} on its way back` : '',
    email === null ? '' : `receipt sent to ${email}`,
  ]
    .filter(Boolean)
    .join(' · ');
