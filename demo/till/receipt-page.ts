import {html} from 'hono/html';
import {document, SHOP_NAME} from '../pages/layout.js';
import type {Markup} from '../pages/markup.js';
import {rupees} from '../pages/rupees.js';
import type {PaidSale} from './sales.js';
import {dayAndTimeOf, methodName} from './words.js';

/** A receipt to be printed, on paper as narrow as that of a till. */
export const receiptPage = (sale: PaidSale): Markup =>
  document({
    title: `Bill ${sale.number}`,
    styles: ['/shop.css', '/till.css'],
    body: html`<main class="receipt-page">
      <button class="main" type="button" id="print">Print</button>
      ${receipt(sale)}
    </main>`,
  });

const receipt = ({order, number, cashier, device, at}: PaidSale): Markup => html`
  <article class="receipt">
    <h1>${SHOP_NAME}</h1>
    <p>Tea and cups<br />14 Church Street, Bengaluru</p>
    <dl>
      ${[
        ['Bill', String(number)],
        ['Date', dayAndTimeOf(at)],
        ['Cashier', cashier],
        ['Device', device],
      ].map(([name, value]) => row(name, value))}
    </dl>
    <table>
      <tbody>
        ${order.lineItems.map(
          ({name, quantity, offerPrice}) =>
            html`<tr>
              <td>${quantity} ×</td>
              <td>${name}</td>
              <td>${rupees(offerPrice * quantity)}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th colspan="2" scope="row">Total</th>
          <td>${rupees(order.amount)}</td>
        </tr>
      </tfoot>
    </table>
    <dl>
      ${row(`Paid by ${methodName(order.payment?.method)}`, rupees(order.payment?.amount ?? 0))}
      ${order.amountRefunded ? row('Given back', rupees(order.amountRefunded)) : ''}
    </dl>
    <p class="ids">${order.payment?.id}<br />${order.id}</p>
    <p>Thank you. Come again!</p>
  </article>
`;

const row = (name = '', value = ''): Markup =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
