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

/** The app: what waits for the shopper, and the mandates. With a payment only what that asks for. */
export function upiPage({store, mandates}: UpiPageSettings, paymentId?: string): Markup {
  const records = mandates.tokens
    .records()
    .filter((record) => paymentId === undefined || record.paymentId === paymentId);
  const waiting = records.filter(({paymentId: id}) => store.payment(id).status === 'created');
  const known = records.filter((record) => !waiting.includes(record));
  return page(
    'UPI app',
    html`<h1>UPI app</h1>
      <p class="notice">The shopper’s app, played by the sandbox. No money moves.</p>
      ${waiting.map((record) => request(record, store.payment(record.paymentId), mandates))}
      ${known.map((record) => mandate(record, mandates))}
      ${records.length ? '' : html`<p>Nothing to approve, and no mandate yet.</p>`}
      ${paymentId === undefined ? '' : html`<p><a href="/upi">All mandates</a></p>`}`,
  );
}

function request({terms}: TokenRecord, payment: Payment, mandates: Mandates): Markup {
  const link = mandates.links.all().find(({order_id}) => order_id === payment.order_id);
  return html`<section class="card waiting" aria-labelledby="${payment.id}">
    <h2 id="${payment.id}">Approve a mandate</h2>
    <p>${payment.description ?? 'A shop'} asks to take ${termsText(terms)}.</p>
    <p>You pay <strong>${formatMoney(payment.amount, payment.currency)}</strong> now.</p>
    ${buttons(payment.id, {approve: 'Approve', decline: 'Decline'}, link)}
  </section>`;
}

function mandate({token, terms}: TokenRecord, mandates: Mandates): Markup {
  const {status} = token.recurring_details;
  const debits = mandates.charges.of(token.id);
  return html`<section class="card" aria-labelledby="${token.id}">
    <h2 id="${token.id}">Mandate <code>${token.id}</code></h2>
    <p><span class="status ${status}">${status.replaceAll('_', ' ')}</span></p>
    <p>It takes ${termsText(terms)}, from ${token.vpa.username}@${token.vpa.handle}.</p>
    ${
      status === 'confirmed'
        ? buttons(token.id, {pause: 'Pause', revoke: 'Revoke'})
        : status === 'paused'
          ? buttons(token.id, {resume: 'Resume', revoke: 'Revoke'})
          : ''
    }
    ${
      debits.length
        ? html`<ul>
            ${debits.map(({payment, dueAt}) => debit(payment, dueAt, mandates))}
          </ul>`
        : ''
    }
  </section>`;
}

const debit = (payment: Payment, dueAt: number, mandates: Mandates): Markup =>
  html`<li>
    ${formatMoney(payment.amount, payment.currency)}
    ${
      payment.status === 'created'
        ? html`will be taken on ${dateOf(dueAt)}`
        : html`${payment.status} ${payment.error_reason ?? ''}`
    }
    ${
      mandates.charges.needsApproval(payment.id)
        ? buttons(payment.id, {'approve-debit': 'Approve this debit'})
        : ''
    }
  </li>`;

function buttons(id: string, actions: Readonly<Record<string, string>>, link?: Invoice): Markup {
  return html`<form method="post" action="/upi">
    <input type="hidden" name="id" value="${id}" />
    ${link ? html`<input type="hidden" name="link" value="${link.short_url.split('/').at(-1) ?? ''}" />` : ''}
    ${Object.entries(actions).map(
      ([action, name]) =>
        html`<button class="${action}" name="action" value="${action}">${name}</button>`,
    )}
  </form>`;
}
