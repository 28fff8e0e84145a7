import {OrderRefused, type Cart, type PricedCart} from 'rzp-magic-button/server.js';
import * as z from 'zod/mini';
import {PRODUCTS} from './products.js';

/** The shop sells at most so many of a product at once. */
const MAX_QUANTITY = 9;

/** What the shop's pages send: a list of items, or one product by its `data-order-sku`. */
const CartData = z.union([
  z.object({items: z.array(z.object({sku: z.string(), quantity: z.coerce.number()}))}),
  z.object({sku: z.string(), quantity: z._default(z.coerce.number(), 1)}),
]);

/** Prices a cart from the catalogue: what the page says is only what is bought and how many. */
export function price({data}: Cart): PricedCart {
  const cart = CartData.safeParse(data);
  if (!cart.success) throw new OrderRefused('Your cart is empty.');
  const items = 'items' in cart.data ? cart.data.items : [cart.data];
  const lineItems = items
    .filter(({quantity}) => quantity > 0)
    .map(({sku, quantity}) => {
      const product = PRODUCTS.find((known) => known.sku === sku);
      if (!product) throw new OrderRefused('We no longer sell one of these products.');
      if (!Number.isInteger(quantity) || quantity > MAX_QUANTITY) {
        throw new OrderRefused(`You can buy up to ${MAX_QUANTITY} of ${product.name}.`);
      }
      const {name, description, price} = product;
      return {
        sku,
        variantId: sku,
        name,
        description,
        price,
        offerPrice: price,
        taxAmount: 0,
        quantity,
      };
    });
  if (!lineItems.length) throw new OrderRefused('Your cart is empty.');
  return {lineItems};
}
