import {html, nothing, type TemplateResult} from 'lit/html.js';
import {formatMoney} from '../../../../wire/money.js';
import type {LineItem} from '../../../model/entities.js';
import {amountOf, shopLanguageOf, totalsIn, type State, wordsOf} from '../state/state.js';
import {fill} from '../words/fill.js';

/** The sum, and below it what it is made of: folded on a phone, open where there is room. */
export function orderSummary(state: State): TemplateResult {
  const {amount, currency} = amountOf(state);
  const words = wordsOf(state);
  const items = state.preferences?.order?.lineItems ?? [];
  const lines = summaryLines(state);
  const total = html`<span>${words.toPay}</span> <strong>${formatMoney(amount, currency)}</strong>`;
  if (!items.length && !lines.length) {
    return html`<div class="order"><p class="total">${total}</p></div>`;
  }
  return html`
    <details class="order" ?open=${matchMedia('(min-width: 48rem)').matches}>
      <summary class="total">
        ${total}
        <small
          >${items.length === 1 ? words.oneItem : fill(words.manyItems, {count: items.length})}</small
        >
      </summary>
      <ul>
        ${items.map((item) => lineItem(item, currency, state))}
      </ul>
      ${
        lines.length
          ? html`<dl>
              ${lines.map(
                ([name, value]) =>
                  html`<div>
                    <dt>${name}</dt>
                    <dd>${value}</dd>
                  </div>`,
              )}
            </dl>`
          : nothing
      }
    </details>
  `;
}

/** How the sum comes about, once something was added to the goods or taken off. */
function summaryLines(state: State): [name: string, value: string][] {
  const words = wordsOf(state);
  const {currency} = amountOf(state);
  const {codFee, discount, items, shipping} = totalsIn(state);
  const hasShipping = state.shippingId !== '';
  if (!discount && !hasShipping) return [];
  return [
    [words.items, formatMoney(items, currency)],
    ...(discount ? [[words.discount, `−${formatMoney(discount, currency)}`] as const] : []),
    ...(hasShipping
      ? [[words.delivery, shipping ? formatMoney(shipping, currency) : words.free] as const]
      : []),
    ...(codFee ? [[words.codFee, formatMoney(codFee, currency)] as const] : []),
  ].map(([name = '', value = '']) => [name, value]);
}

function lineItem(item: LineItem, currency: string, state: State): TemplateResult {
  const quantity = Number(item.quantity ?? 1);
  const name =
    typeof item.name === 'string'
      ? html`<span lang=${shopLanguageOf(state) ?? nothing}>${item.name}</span>`
      : wordsOf(state).namelessItem;
  return html`
    <li>
      ${picture(item.image_url)}
      <span class="name"
        >${name}${quantity === 1 ? nothing : html` <small>× ${quantity}</small>`}</span
      >
      <span class="price"
        >${formatMoney(Number(item.offer_price ?? item.price ?? 0) * quantity, currency)}</span
      >
    </li>
  `;
}

const picture = (url: unknown): TemplateResult | typeof nothing =>
  typeof url === 'string' && /^(https?:\/\/|data:image\/)/.test(url)
    ? html`<img src=${url} alt="" width="40" height="40" loading="lazy" />`
    : nothing;
