import {html} from 'hono/html';
import {formatMoney} from '../../wire/money.js';
import type {Store} from '../account/store.js';
import type {Invoice} from '../model/mandate.js';
import {page, termsText, type Markup} from './page.js';

const ENDINGS: Readonly<Record<Exclude<Invoice['status'], 'issued'>, string>> = {
  paid: 'Thank you. The mandate is approved.',
  cancelled: 'The shop has cancelled this link.',
  expired: 'This link has expired. Ask the shop for another one.',
};

/** The page behind a registration link, on which a shopper goes on to the UPI app. */
export function linkPage(store: Store, invoice: Invoice): Markup {
  const {terms} = store.orderRecord(invoice.order_id);
  return page(
    invoice.description,
    html`<h1>${invoice.description}</h1>
      <p class="notice">A registration link of the sandbox. No money moves.</p>
      <section class="card">
        <p>
          For ${invoice.customer_details.name ?? 'you'}${terms ? html`: ${termsText(terms)}` : ''}.
        </p>
        ${
          invoice.status === 'issued'
            ? html`<p>
                  You pay <strong>${formatMoney(invoice.amount, invoice.currency)}</strong> now,
                  with your UPI app.
                </p>
                <form method="post"><button class="approve">Continue with UPI</button></form>`
            : html`<p role="status"><strong>${ENDINGS[invoice.status]}</strong></p>`
        }
      </section>`,
  );
}
