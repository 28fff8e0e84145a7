import {html, nothing, type TemplateResult} from 'lit';
import type {LineItem} from '../entities.js';
import {money} from './money.js';
import {amountOf, type State} from './state.js';

/** The sum, and below it what is bought: folded on a phone, open where there is room. */
export function orderSummary(state: State): TemplateResult {
  const {amount, currency} = amountOf(state);
  const items = state.preferences?.order?.lineItems ?? [];
  const total = html`<span>To pay</span> <strong>${money(amount, currency)}</strong>`;
  if (!items.length) return html`<div class="order"><p class="total">${total}</p></div>`;
  return html`
    <details class="order" ?open=${matchMedia('(min-width: 48rem)').matches}>
      <summary class="total">
        ${total}
        <small>${items.length === 1 ? '1 item' : `${items.length} items`}</small>
      </summary>
      <ul>
        ${items.map((item) => lineItem(item, currency))}
      </ul>
    </details>
  `;
}

function lineItem(item: LineItem, currency: string): TemplateResult {
  const quantity = Number(item.quantity ?? 1);
  const name = typeof item.name === 'string' ? item.name : 'Item';
  return html`
    <li>
      ${picture(item.image_url)}
      <span class="name"
        >${name}${quantity === 1 ? nothing : html` <small>× ${quantity}</small>`}</span
      >
      <span class="price"
        >${money(Number(item.offer_price ?? item.price ?? 0) * quantity, currency)}</span
      >
    </li>
  `;
}

const picture = (url: unknown): TemplateResult | typeof nothing =>
  typeof url === 'string' && /^(https?:\/\/|data:image\/)/.test(url)
    ? html`<img src=${url} alt="" width="40" height="40" loading="lazy" />`
    : nothing;
