import {html} from 'hono/html';
import {formatMoney} from '../../wire/money.js';
import type {Store} from '../account/store.js';
import {fill, fillParts} from '../browser/frame/words/fill.js';
import type {Invoice} from '../model/mandate.js';
import {page, termsIn, type Markup} from './page.js';
import type {Words} from './words/en.js';
import type {Reader} from './words/languages.js';

const ENDINGS = {
  paid: 'linkPaid',
  cancelled: 'linkCancelled',
  expired: 'linkExpired',
} as const satisfies Record<Exclude<Invoice['status'], 'issued'>, keyof Words>;

/** The page behind a registration link, on which a shopper goes on to the UPI app. */
export function linkPage(store: Store, invoice: Invoice, reader: Reader): Markup {
  const {words} = reader;
  const {terms} = store.orderRecord(invoice.order_id);
  const {name} = invoice.customer_details;
  const sum = html`<strong>${formatMoney(invoice.amount, invoice.currency)}</strong>`;
  return page(
    reader,
    invoice.description,
    html`<h1>${invoice.description}</h1>
      <p class="notice">${words.linkNotice}</p>
      <section class="card">
        ${
          terms
            ? html`<p>
                ${fill(name ? words.forSomebody : words.forYou, {
                  name: name ?? '',
                  ...termsIn(reader, terms),
                })}
              </p>`
            : ''
        }
        ${
          invoice.status === 'issued'
            ? html`<p>${fillParts(words.payNowByUpi, {amount: sum})}</p>
                <form method="post"><button class="approve">${words.continueByUpi}</button></form>`
            : html`<p role="status"><strong>${words[ENDINGS[invoice.status]]}</strong></p>`
        }
      </section>`,
  );
}
