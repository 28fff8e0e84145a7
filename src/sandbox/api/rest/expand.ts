import type {Store} from '../../account/store.js';
import type {Order, Payment} from '../../model/entities.js';
import {collect} from './collection.js';

/** An order, with its payments where `expand[]` asks for them. */
export function expandOrder(store: Store, order: Order, query: URLSearchParams): object {
  const asked = expansions(query);
  if (!asked.some((name) => name.startsWith('payments'))) return order;
  const payments = store
    .payments(order.id)
    .map((payment) => withCard(store, payment, asked.includes('payments.card')));
  return {...order, payments: collect(payments)};
}

/** A payment, with its card where `expand[]` asks for it. */
export const expandPayment = (store: Store, payment: Payment, query: URLSearchParams): object =>
  withCard(store, payment, expansions(query).includes('card'));

/** Each of the official SDKs writes the parameter in another way: `expand[]`, `expand[0]`. */
const expansions = (query: URLSearchParams): string[] =>
  [...query].filter(([name]) => name.startsWith('expand')).map(([, value]) => value);

function withCard(store: Store, payment: Payment, asked: boolean): object {
  const card = asked ? store.card(payment.id) : undefined;
  return card ? {...payment, card} : payment;
}
