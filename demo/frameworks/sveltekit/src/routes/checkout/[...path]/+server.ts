import type {RequestHandler} from './$types';
import {createCheckout, OrderRefused, type Checkout} from 'rzp-magic-button/server.js';
import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';

const PRICE_PAISE = 34_900;

let opened: Promise<Checkout> | undefined;

/** Opened by the first request: a build loads this module too, and has neither keys nor a database. */
const open = async (): Promise<Checkout> =>
  createCheckout({
    razorpay: {
      keyId: process.env.RAZORPAY_KEY_ID!,
      keySecret: process.env.RAZORPAY_KEY_SECRET!,
      baseUrl: process.env.RAZORPAY_BASE_URL,
    },
    ledger: await sqliteLedger('shop.sqlite'),
    // The page says what and how many, and anybody may write what a page says.
    price: ({data}) => {
      const [item] = (data as {items?: {sku?: unknown; quantity?: unknown}[]}).items ?? [];
      const quantity = Number(item?.quantity);
      if (item?.sku !== 'assam' || ![1, 2, 3, 4, 5, 6, 7, 8, 9].includes(quantity))
        throw new OrderRefused('You can buy 1 to 9 of what we have.');
      return {
        lineItems: [
          {
            sku: 'assam',
            variantId: 'assam',
            name: 'Assam Gold',
            description: 'Whole leaf, 100 g',
            price: PRICE_PAISE,
            offerPrice: PRICE_PAISE,
            taxAmount: 0,
            quantity,
          },
        ],
      };
    },
    // Here shipping starts, in the transaction in which the order is paid, and never in the page.
    onStatus: ({ship, order}) => {
      if (ship) console.log(`Ship ${order.id}.`);
    },
    basePath: '/checkout',
  });

/** Each endpoint of the kit, below `/checkout`. What could not be opened is tried again by the next request. */
export const fallback: RequestHandler = async ({request}) => {
  opened ??= open();
  opened.catch(() => (opened = undefined));
  return (await opened).fetch(request);
};
