// What each shop has on its server: the kit, told what things cost, with a database for the orders.
import {createCheckout, OrderRefused} from 'rzp-magic-button/server.js';
import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';

const {RAZORPAY_KEY_ID, RAZORPAY_KEY_SECRET, RAZORPAY_BASE_URL} = process.env;

/** By SKU; the price in paise. */
const PRODUCTS = new Map([['assam', {name: 'Assam Gold', price: 34_900}]]);

export const checkout = createCheckout({
  razorpay: {
    keyId: RAZORPAY_KEY_ID,
    keySecret: RAZORPAY_KEY_SECRET,
    baseUrl: RAZORPAY_BASE_URL,
  },
  ledger: await sqliteLedger('shop.sqlite'),
  // The page says what and how many, and anybody may write what a page says.
  price: ({data}) => {
    if (!Array.isArray(data?.items) || !data.items.length)
      throw new OrderRefused('Your cart is empty.');
    return {lineItems: data.items.map(lineItem)};
  },
  // Here shipping starts, in the transaction in which the order is paid, and never in the page.
  onStatus: ({ship, order}) => {
    if (ship) console.log(`Ship ${order.id}.`);
  },
  basePath: '/checkout',
});

function lineItem(item) {
  const product = PRODUCTS.get(item?.sku);
  if (!product || ![1, 2, 3, 4, 5, 6, 7, 8, 9].includes(item.quantity))
    throw new OrderRefused('You can buy 1 to 9 of what we have.');
  const {name, price} = product;
  const {sku, quantity} = item;
  return {
    ...{sku, variantId: sku, name, description: name, quantity},
    ...{price, offerPrice: price, taxAmount: 0},
  };
}
