import type {Promotion, ShippingMethod} from './entities.js';

/** What an order comes to, in the smallest unit of its currency. */
export interface Totals {
  readonly items: number;
  readonly discount: number;
  readonly shipping: number;
  readonly codFee: number;
  readonly amount: number;
}

/** Adds up an order; the checkout shows it, and the server charges it. */
export function totalsOf(
  items: number,
  shipping: ShippingMethod | undefined,
  promotion: Promotion | undefined,
  isCod: boolean,
): Totals {
  const discount = promotion?.value ?? 0;
  const fee = shipping?.shipping_fee ?? 0;
  const codFee = isCod ? (shipping?.cod_fee ?? 0) : 0;
  return {items, discount, shipping: fee, codFee, amount: items + fee + codFee - discount};
}
