import type {Store} from '../../account/store.js';
import {notImitated, type ApiError} from '../../model/api-error.js';
import type {Order, Payment} from '../../model/entities.js';
import {collect} from './collection.js';

/** An entity with what `expand[]` asks for. What a payment has nothing of is left out. */

type Expansions<Entity> = Readonly<Record<string, (store: Store, entity: Entity) => unknown>>;

const OF_PAYMENTS: Expansions<Payment> = {
  card: (store, {id}) => store.card(id),
  // No payment is in instalments here.
  emi: () => null,
  offers: (store, payment) => collect(offersOf(store, payment)),
  refunds: (store, {id}) => collect(store.refunds(id)),
  transaction: (_store, payment) => transactionOf(payment),
  upi: (_store, {upi}) => upi,
};

const OF_ORDERS: Expansions<Order> = {
  transfers: () => collect([]),
  virtual_account: () => null,
};

/** An order with its payments, and those with their cards, where it is asked for. */
export function expandOrder(store: Store, order: Order, query: URLSearchParams): object {
  const asked = expansions(query);
  const ofPayments = asked.flatMap((name) => /^payments(?:\.(.+))?$/.exec(name)?.[1] ?? []);
  const own = asked.filter((name) => !/^payments(\.|$)/.test(name));
  const expanded = expand(store, order, OF_ORDERS, own);
  if (own.length === asked.length) return expanded;
  const payments = store
    .payments(order.id)
    .map((payment) => expand(store, payment, OF_PAYMENTS, ofPayments));
  return {...expanded, payments: collect(payments)};
}

/** A payment with its card, refunds, offers and so on, where they are asked for. */
export const expandPayment = (store: Store, payment: Payment, query: URLSearchParams): object =>
  expand(store, payment, OF_PAYMENTS, expansions(query));

/**
 * Refuses what `expand[]` asks for of anything that is no order and no payment.
 *
 * @throws {ApiError} that names it.
 */
export function expandNothing(query: URLSearchParams): void {
  const [name] = expansions(query);
  if (name !== undefined) throw notExpanded(name);
}

const notExpanded = (name: string): ApiError => notImitated(`expand[]=${name}`, 'expand');

/** Each of the official SDKs writes the parameter in another way: `expand[]`, `expand[0]`. */
const expansions = (query: URLSearchParams): string[] =>
  [...query].filter(([name]) => /^expand(\[|$)/.test(name)).map(([, value]) => value);

function expand<Entity extends object>(
  store: Store,
  entity: Entity,
  known: Expansions<Entity>,
  asked: readonly string[],
): object {
  const parts = asked.map((name) => {
    const part = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!part) throw notExpanded(name);
    return [name, part(store, entity)] as const;
  });
  return {...entity, ...Object.fromEntries(parts.filter(([, value]) => value !== undefined))};
}

/** The offers that were sent with the order; the sandbox takes none off a payment. */
function offersOf(store: Store, {order_id: id}: Payment): readonly {id: unknown}[] {
  const {offer_id: offer = null, offers = []} = id === null ? {} : store.order(id);
  return [...(offer === null ? [] : [offer]), ...offers].map((id) => ({id}));
}

/** What a captured payment is in the merchant's balance; it is never settled here. */
function transactionOf(payment: Payment): object | null {
  const {amount, captured, created_at, currency, fee, tax} = payment;
  if (!captured) return null;
  return {
    id: payment.id.replace('pay_', 'txn_'),
    entity: 'transaction',
    amount,
    currency,
    credit: amount - (fee ?? 0),
    debit: 0,
    fee,
    tax,
    settled: false,
    settlement_id: null,
    created_at,
  };
}
