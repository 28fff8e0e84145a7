import {html} from 'hono/html';
import {formatMoney} from '../../wire/money.js';
import type {Mandates} from '../account/mandates/mandates.js';
import type {TokenRecord} from '../account/mandates/tokens.js';
import type {Store} from '../account/store.js';
import type {Payment} from '../model/entities.js';
import type {Invoice} from '../model/mandate.js';
import {dateOf, page, termsText, type Markup} from './page.js';

interface UpiPageSettings {
  readonly store: Store;
  readonly mandates: Mandates;
}

/**
 * The app: what waits for the shopper, and the mandates; of all customers or of one. With a payment only
 * what that asks for.
 */
export function upiPage(
  {store, mandates}: UpiPageSettings,
  {paymentId, customerId}: {readonly paymentId?: string; readonly customerId?: string | undefined},
): Markup {
  const records = mandates.tokens
    .records(customerId)
    .filter((record) => paymentId === undefined || record.paymentId === paymentId);
  const waiting = records.filter(({paymentId: id}) => store.payment(id).status === 'created');
  const known = records.filter((record) => !waiting.includes(record));
  const address =
    customerId === undefined ? '/upi' : `/upi?customer=${encodeURIComponent(customerId)}`;
  return page(
    'UPI app',
    html`<h1>UPI app</h1>
      <p class="notice">The shopper’s app, played by the sandbox. No money moves.</p>
      ${waiting.map((record) => request(record, store.payment(record.paymentId), {mandates, address}))}
      ${known.map((record) => mandate(record, {mandates, address}))}
      ${records.length ? '' : html`<p>Nothing to approve, and no mandate yet.</p>`}
      ${paymentId === undefined ? '' : html`<p><a href="/upi">All mandates</a></p>`}`,
  );
}

interface Place {
  readonly mandates: Mandates;
  /** Of the page to which what was pressed leads back. */
  readonly address: string;
}

function request({terms}: TokenRecord, payment: Payment, {mandates, address}: Place): Markup {
  const link = mandates.links.all().find(({order_id}) => order_id === payment.order_id);
  return html`<section class="card waiting" aria-labelledby="${payment.id}">
    <h2 id="${payment.id}">Approve a mandate</h2>
    <p>${payment.description ?? 'A shop'} asks to take ${termsText(terms)}.</p>
    <p>You pay <strong>${formatMoney(payment.amount, payment.currency)}</strong> now.</p>
    ${buttons(address, payment.id, {approve: 'Approve', decline: 'Decline'}, link)}
  </section>`;
}

function mandate({token, terms}: TokenRecord, place: Place): Markup {
  const {mandates, address} = place;
  const {status} = token.recurring_details;
  const debits = mandates.charges.of(token.id);
  return html`<section class="card" aria-labelledby="${token.id}">
    <h2 id="${token.id}">Mandate</h2>
    <p><code>${token.id}</code></p>
    <p><span class="status ${status}">${status.replaceAll('_', ' ')}</span></p>
    <p>It takes ${termsText(terms)}, from ${token.vpa.username}@${token.vpa.handle}.</p>
    ${
      status === 'confirmed'
        ? buttons(address, token.id, {pause: 'Pause', revoke: 'Revoke'})
        : status === 'paused'
          ? buttons(address, token.id, {resume: 'Resume', revoke: 'Revoke'})
          : ''
    }
    ${
      debits.length
        ? html`<ul>
            ${debits.map(({payment, dueAt}) => debit(payment, dueAt, place))}
          </ul>`
        : ''
    }
  </section>`;
}

const debit = (payment: Payment, dueAt: number, {mandates, address}: Place): Markup =>
  html`<li>
    ${formatMoney(payment.amount, payment.currency)}
    ${
      payment.status === 'created'
        ? html`will be taken on ${dateOf(dueAt)}`
        : html`${payment.status} ${payment.error_reason ?? ''}`
    }
    ${
      mandates.charges.needsApproval(payment.id)
        ? buttons(address, payment.id, {'approve-debit': 'Approve this debit'})
        : ''
    }
  </li>`;

function buttons(
  address: string,
  id: string,
  actions: Readonly<Record<string, string>>,
  link?: Invoice,
): Markup {
  return html`<form method="post" action="${address}">
    <input type="hidden" name="id" value="${id}" />
    ${link ? html`<input type="hidden" name="link" value="${link.short_url.split('/').at(-1) ?? ''}" />` : ''}
    ${Object.entries(actions).map(
      ([action, name]) =>
        html`<button class="${action}" name="action" value="${action}">${name}</button>`,
    )}
  </form>`;
}
