import {OrderRefused, type Cart, type PricedCart} from 'rzp-magic-button/server.js';
import * as z from 'zod/mini';
import {DEVICE_MODE_HEADER} from '../../src/wire/device.js';
import type {Cashiers} from './cashiers.js';
import {deviceOf} from './devices.js';
import {ITEMS} from './items.js';

/** So many of an item are on one bill at most. */
const MAX_QUANTITY = 99;

/** What the till sends; its ticket makes two sales of the same items two. */
const SaleData = z.object({
  ticket: z.string(),
  device: z.string(),
  items: z.array(
    z.object({
      code: z.string(),
      quantity: z.int().check(z.minimum(1), z.maximum(MAX_QUANTITY)),
    }),
  ),
});

/**
 * Prices what a till has rung up, from the list of what the counter sells. Undefined for what is bought
 * elsewhere.
 */
export async function priceSale(
  {data, request}: Cart,
  cashiers: Cashiers,
): Promise<PricedCart | undefined> {
  if (!request.headers.has(DEVICE_MODE_HEADER)) return undefined;
  const sale = SaleData.safeParse(data);
  if (!sale.success) throw new OrderRefused('This bill can not be read. Start a new sale.');
  const {items, device} = sale.data;
  if (!items.length) throw new OrderRefused('There is nothing on the bill.');
  const cashier = await cashiers.of(request);
  return {
    lineItems: items.map(({code, quantity}) => {
      const item = ITEMS.find((known) => known.code === code);
      if (!item) throw new OrderRefused(`The counter does not sell ${code}. Take it off the bill.`);
      const {name, price} = item;
      return {
        sku: code,
        variantId: code,
        name,
        description: name,
        price,
        offerPrice: price,
        taxAmount: 0,
        quantity,
      };
    }),
    notes: {cashier: cashier?.name ?? '', device: deviceOf(device)?.name ?? device.slice(0, 40)},
  };
}
