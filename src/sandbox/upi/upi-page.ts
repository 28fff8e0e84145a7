import {html} from 'hono/html';
import {formatMoney} from '../../wire/money.js';
import type {Mandates} from '../account/mandates/mandates.js';
import type {TokenRecord} from '../account/mandates/tokens.js';
import type {Store} from '../account/store.js';
import {fill, fillParts} from '../browser/frame/words/fill.js';
import type {Payment} from '../model/entities.js';
import type {Invoice} from '../model/mandate.js';
import {dateIn, page, termsIn, type Markup} from './page.js';
import type {Words} from './words/en.js';
import type {Reader} from './words/languages.js';

interface UpiPageSettings {
  readonly store: Store;
  readonly mandates: Mandates;
}

interface UpiPageAsked {
  readonly reader: Reader;
  readonly paymentId?: string;
  readonly customerId?: string | undefined;
}

/**
 * The app: what waits for the shopper, and the mandates; of all customers or of one. With a payment only
 * what that asks for.
 */
export function upiPage(
  {store, mandates}: UpiPageSettings,
  {reader, paymentId, customerId}: UpiPageAsked,
): Markup {
  const {words, search} = reader;
  const records = mandates.tokens
    .records(customerId)
    .filter((record) => paymentId === undefined || record.paymentId === paymentId);
  const waiting = records.filter(({paymentId: id}) => store.payment(id).status === 'created');
  const known = records.filter((record) => !waiting.includes(record));
  const place = {mandates, reader};
  return page(
    reader,
    words.upiApp,
    html`<h1>${words.upiApp}</h1>
      <p class="notice">${words.appNotice}</p>
      ${waiting.map((record) => request(record, store.payment(record.paymentId), place))}
      ${known.map((record) => mandate(record, place))}
      ${records.length ? '' : html`<p>${words.nothingWaits}</p>`}
      ${paymentId === undefined ? '' : html`<p><a href="/upi${search}">${words.allMandates}</a></p>`}`,
  );
}

interface Place {
  readonly mandates: Mandates;
  readonly reader: Reader;
}

function request({terms}: TokenRecord, payment: Payment, {mandates, reader}: Place): Markup {
  const {words} = reader;
  const link = mandates.links.all().find(({order_id}) => order_id === payment.order_id);
  // A payment of a link is described by the number of its invoice, which nobody has seen.
  const shop = link?.description ?? payment.description ?? words.someShop;
  const sum = html`<strong>${formatMoney(payment.amount, payment.currency)}</strong>`;
  return html`<section class="card waiting" aria-labelledby="${payment.id}">
    <h2 id="${payment.id}">${words.approveMandate}</h2>
    <p>${fill(words.asks, {shop, ...termsIn(reader, terms)})}</p>
    <p>${fillParts(words.payNow, {amount: sum})}</p>
    ${buttons(reader, payment.id, ['approve', 'decline'], link)}
  </section>`;
}

function mandate({token, terms}: TokenRecord, place: Place): Markup {
  const {mandates, reader} = place;
  const {words} = reader;
  const {status} = token.recurring_details;
  const address = `${token.vpa.username}@${token.vpa.handle}`;
  const debits = mandates.charges.of(token.id);
  return html`<section class="card" aria-labelledby="${token.id}">
    <h2 id="${token.id}">${words.mandate}</h2>
    <p><code>${token.id}</code></p>
    <p><span class="status ${status}">${words[status]}</span></p>
    <p>${fill(words.takes, {address, ...termsIn(reader, terms)})}</p>
    ${
      status === 'confirmed'
        ? buttons(reader, token.id, ['pause', 'revoke'])
        : status === 'paused'
          ? buttons(reader, token.id, ['resume', 'revoke'])
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

function debit(payment: Payment, dueAt: number, {mandates, reader}: Place): Markup {
  const {language, words} = reader;
  const {error_reason: reason, id, status} = payment;
  // A debit is never `pending`, which is cash on delivery.
  const text = words[status === 'created' || status === 'pending' ? 'willBeTaken' : status];
  return html`<li>
    ${fill(text, {
      amount: formatMoney(payment.amount, payment.currency),
      date: dateIn(language, dueAt),
    })}
    ${reason === null ? '' : html`<code lang="en">${reason}</code>`}
    ${mandates.charges.needsApproval(id) ? buttons(reader, id, ['approve-debit']) : ''}
  </li>`;
}

/** What can be pressed, and the name of its button. */
const BUTTONS = {
  approve: 'approve',
  decline: 'decline',
  pause: 'pause',
  resume: 'resume',
  revoke: 'revoke',
  'approve-debit': 'approveDebit',
} as const satisfies Record<string, keyof Words>;

function buttons(
  {words, search}: Reader,
  id: string,
  actions: readonly (keyof typeof BUTTONS)[],
  link?: Invoice,
): Markup {
  return html`<form method="post" action="/upi${search}">
    <input type="hidden" name="id" value="${id}" />
    ${link ? html`<input type="hidden" name="link" value="${link.short_url.split('/').at(-1) ?? ''}" />` : ''}
    ${actions.map(
      (action) =>
        html`<button class="${action}" name="action" value="${action}">
          ${words[BUTTONS[action]]}
        </button>`,
    )}
  </form>`;
}
