import {html} from 'hono/html';
import {decimalAmount} from '../../wire/money.js';
import type {Order, Payment} from '../model/entities.js';
import {mayCollect, mayComeLate, refundable, type ActionName} from './actions.js';
import type {Markup} from './markup.js';

/** What one may do to an order and its payments; nothing where all is done. */
export function orderActions(order: Order, payments: readonly Payment[]): Markup | '' {
  const open = payments.flatMap((payment) => {
    const form = paymentActions(payment, order);
    return form === '' ? [] : [{id: payment.id, form}];
  });
  const isPlaced = order.status === 'placed';
  if (!open.length && !isPlaced) return '';
  return html`<div class="actions">
    ${open.map(({form, id}) =>
      open.length > 1 ? html`<div class="of-payment"><small>${id}</small>${form}</div>` : form,
    )}
    ${isPlaced ? actionForm(order.id, button('cancel', 'Cancel order')) : ''}
  </div>`;
}

/** What one may do to a payment. */
export function paymentActions(payment: Payment, order?: Order): Markup | '' {
  const {id} = payment;
  const left = refundable(payment);
  if (left > 0) return refundForm(payment, left);
  if (mayComeLate(payment)) return actionForm(id, button('approve-late', 'Approve late'));
  return mayCollect(payment, order) ? actionForm(id, button('collect-cash', 'Collect cash')) : '';
}

/** The part comes first: Enter in the field presses the first button. */
function refundForm({currency, id}: Payment, left: number): Markup {
  const amount = decimalAmount(left, currency);
  return actionForm(
    id,
    html`<label>
        <span class="unseen">Part of ${currency} ${amount} to refund</span>
        <input name="amount" inputmode="decimal" autocomplete="off" placeholder="${amount}" />
      </label>
      ${button('refund-part', 'Refund part')} ${button('refund', 'Refund all')}`,
  );
}

const actionForm = (id: string, content: Markup): Markup =>
  html`<form method="post" action="/act" data-reset>
    <input type="hidden" name="id" value="${id}" />${content}
  </form>`;

const button = (action: ActionName, label: string): Markup =>
  html`<button class="small" name="action" value="${action}">${label}</button>`;
