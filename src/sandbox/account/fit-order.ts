import {checkAmount} from '../model/amounts.js';
import {ApiError} from '../model/api-error.js';
import type {
  Attempt,
  MagicChoices,
  LineItem,
  Order,
  OrderPromotion,
  Promotion,
} from '../model/entities.js';
import {totalsOf} from '../model/totals.js';
import type {OrderRecord} from './store.js';

/**
 * Writes to an order what the attempt adds to it: address, fees and discount, as a merchant reads
 * them after the checkout. An attempt of Standard Checkout adds nothing, and takes back what an
 * earlier one of Magic Checkout had added.
 *
 * @throws {ApiError} for cash on delivery where the merchant has none, and when nothing is left to pay.
 */
export function fitOrder(
  {order, lineItems, askedAmount}: OrderRecord,
  {magic, contact, email, instrument}: Attempt,
): void {
  const {address, shipping, promotion}: MagicChoices = magic ?? {};
  const isCod = instrument.method === 'cod';
  if (isCod && !shipping?.cod) {
    throw new ApiError('Cash on delivery is not available for this order.', {field: 'method'});
  }
  if (!magic && order.checkout === undefined) return;
  const totals = totalsOf(askedAmount, shipping, promotion, isCod);
  checkAmount(totals.amount, order.currency);
  const place = address && {...address, type: 'shipping_address' as const};
  Object.assign(order, {
    amount: totals.amount,
    amount_due: totals.amount - order.amount_paid,
    offers: order.offers ?? [],
    description: null,
    checkout: null,
    promotions: promotion ? [orderPromotion(promotion)] : [],
    cod_fee: totals.codFee,
    shipping_fee: totals.shipping,
    customer_details: {
      contact,
      email,
      ...(place && {shipping_address: place, billing_address: place}),
    },
    tax_details: {total_tax: totalTax(lineItems), taxes_included: true},
    ...(shipping && {
      notes: {
        ...Object.fromEntries(Object.entries(order.notes)),
        shipping_method_name: shipping.name,
      },
    }),
  } satisfies Partial<Order>);
}

const orderPromotion = ({value_type: _, ...promotion}: Promotion): OrderPromotion => promotion;

const totalTax = (items: readonly LineItem[]): number =>
  items.reduce((sum, item) => sum + Number(item.tax_amount ?? 0) * Number(item.quantity ?? 1), 0);
