import {ApiError, invalidField} from '../model/api-error.js';
import type {
  Attempt,
  Basket,
  LineItem,
  Order,
  OrderPromotion,
  Promotion,
} from '../model/entities.js';
import {totalsOf} from '../model/totals.js';

interface Bought {
  readonly order: Order;
  readonly lineItems: readonly LineItem[];
  readonly askedAmount: number;
}

/**
 * Writes what an attempt is for to its order, as a merchant reads it after the checkout. Standard
 * Checkout changes nothing but what Magic Checkout had written before.
 *
 * @throws {ApiError} for cash on delivery where the merchant has none, and when nothing is left to pay.
 */
export function fitOrder(
  {order, lineItems, askedAmount}: Bought,
  {basket, contact, email, instrument}: Attempt,
): void {
  const {address, shipping, promotion}: Basket = basket ?? {};
  const isCod = instrument.method === 'cod';
  if (isCod && !shipping?.cod) {
    throw new ApiError('Cash on delivery is not available for this order.', {field: 'method'});
  }
  if (!basket && order.shipping_fee === undefined) return;
  const totals = totalsOf(askedAmount, shipping, promotion, isCod);
  if (totals.amount < 100) {
    throw invalidField('amount', `The amount must be at least ${order.currency} 1.00`);
  }
  const place = address && {...address, type: 'shipping_address' as const};
  Object.assign(order, {
    amount: totals.amount,
    amount_due: totals.amount,
    offers: [],
    description: null,
    checkout: null,
    promotions: promotion ? [toldOf(promotion)] : [],
    cod_fee: totals.codFee,
    shipping_fee: totals.shipping,
    customer_details: {
      contact,
      email,
      ...(place && {shipping_address: place, billing_address: place}),
    },
    tax_details: {total_tax: taxOf(lineItems), taxes_included: true},
    ...(shipping && {
      notes: {
        ...Object.fromEntries(Object.entries(order.notes)),
        shipping_method_name: shipping.name,
      },
    }),
  } satisfies Partial<Order>);
}

const toldOf = ({value_type: _, ...promotion}: Promotion): OrderPromotion => promotion;

const taxOf = (items: readonly LineItem[]): number =>
  items.reduce((sum, item) => sum + Number(item.tax_amount ?? 0) * Number(item.quantity ?? 1), 0);
