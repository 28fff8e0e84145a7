import {BANKS, WALLETS} from '../../account/attempt-request.js';
import type {Store} from '../../account/store.js';

/** The ways to pay that the account has: those that the sandbox's checkout takes. */
export const methods = (): object => ({
  entity: 'methods',
  card: true,
  debit_card: true,
  credit_card: true,
  prepaid_card: true,
  card_networks: {AMEX: 1, DICL: 1, MC: 1, MAES: 0, VISA: 1, JCB: 0, RUPAY: 1, BAJAJ: 0},
  card_subtype: {consumer: 1, business: 0},
  amex: true,
  netbanking: BANKS,
  wallet: Object.fromEntries(Object.keys(WALLETS).map((wallet) => [wallet, true])),
  emi: false,
  upi: true,
  cardless_emi: [],
  paylater: [],
  google_pay_cards: false,
  app: {cred: 0, twid: 0},
  gpay: false,
  emi_types: {credit: false, debit: false},
  debit_emi_providers: {HDFC: 0},
  nach: false,
  cod: true,
});

/** What a checkout asks before it opens. WooCommerce reads `options.redirect` and `options.image`. */
export function preferences(store: Store, query: URLSearchParams): object {
  const orderId = query.get('order_id');
  return {
    version: 1,
    mode: 'test',
    options: {image: null, redirect: false, remember_customer: false, theme: {color: null}},
    methods: methods(),
    ...(orderId && {order: orderOf(store, orderId)}),
  };
}

/** What a browser may know of an order: the answer needs no secret. */
function orderOf(store: Store, id: string): object {
  const {amount, amount_due, amount_paid, currency, partial_payment = false} = store.order(id);
  return {amount, amount_due, amount_paid, currency, partial_payment};
}
