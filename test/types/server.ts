// What does not compile on the merchant's server.
import {
  createCheckout,
  verifyPaymentSignature,
  type Checkout,
  type CheckoutConfig,
  type LineItem,
  type Order,
  type Promotions,
  type ShippingMethod,
} from 'rzp-magic-button/server.js';
import {postgresLedger} from 'rzp-magic-button/server/postgres.js';
import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';
import {KEY_ID} from '../fixtures/samples.js';

interface Tables {
  stock: {sku: string; left: number};
}

export function configures(config: CheckoutConfig<Tables>, item: LineItem): void {
  const {razorpay, ledger, price} = config;
  createCheckout({razorpay, ledger, price});
  // @ts-expect-error -- nobody but your server knows what things cost
  createCheckout({razorpay, ledger});
  // @ts-expect-error -- orders are kept
  createCheckout({razorpay, price});
  // @ts-expect-error -- without keys there is no Razorpay
  createCheckout({ledger, price});
  // @ts-expect-error -- without the secret nothing is signed
  createCheckout({ledger, price, razorpay: {keyId: KEY_ID}});
  // @ts-expect-error -- Razorpay's own names stop at the border
  createCheckout({ledger, price, razorpay: {key_id: KEY_ID, key_secret: 'x'}});
  // @ts-expect-error -- a cart of lines, not a sum
  createCheckout({razorpay, ledger, price: () => 50_000});
  // @ts-expect-error -- money is a number of paise
  createCheckout({razorpay, ledger, price: () => ({lineItems: [{...item, offerPrice: '349.00'}]})});
  // @ts-expect-error -- the fields have no Razorpay names
  createCheckout({razorpay, ledger, price: () => ({line_items: [item]})});
  // @ts-expect-error -- whom to trust is a list of origins
  createCheckout({razorpay, ledger, price, cors: {origins: '*'}});
  // @ts-expect-error -- true, or how long to wait
  createCheckout({razorpay, ledger, price, limit: () => 'no'});
  createCheckout<Tables>({
    ...config,
    onStatus: async ({order}, tx) => {
      await tx.updateTable('stock').set({left: 0}).where('sku', '=', order.id).execute();
      // @ts-expect-error -- no table of that name
      await tx.updateTable('stocks').execute();
    },
  });
}

export const methods: ShippingMethod[] = [
  // @ts-expect-error -- what delivery costs is said for each
  {id: 'post', name: 'Post'},
  // @ts-expect-error -- an id is a text
  {id: 1, name: 'Courier', serviceable: true, shippingFee: 4_900, cod: false, codFee: 0},
];

export const promotions: Promotions = {
  list: () => [],
  // @ts-expect-error -- why a code does not apply is one of Razorpay's words
  apply: () => ({failure: 'too_late', reason: 'It ended yesterday.'}),
};

export async function works(checkout: Checkout, order: Order): Promise<void> {
  // @ts-expect-error -- a duration is a number of ms or a text like "15m"
  await checkout.reconcile({olderThan: new Date()});
  // @ts-expect-error -- an order may not be there
  const {status} = await checkout.order('order_Tea00000000001');
  // @ts-expect-error -- an order's status moves by what happened, not by assignment
  order.status = 'paid';
  // @ts-expect-error -- a request, not its address
  await checkout.fetch('/orders');
  // @ts-expect-error -- the dashboard needs to know where the shop is
  checkout.urls();
  console.log(status);
}

export async function verifies(): Promise<void> {
  const payment = {orderId: 'order_Tea00000000001', paymentId: 'pay_Tea000000000001'};
  // @ts-expect-error -- secrets are a list, so that one can be replaced
  await verifyPaymentSignature('secret', payment, 'ab12');
  // @ts-expect-error -- order and payment, in our names
  await verifyPaymentSignature(['secret'], {razorpay_order_id: payment.orderId}, 'ab12');
}

export async function keeps(): Promise<void> {
  // @ts-expect-error -- a file has a name
  await sqliteLedger();
  // @ts-expect-error -- an address, or a pool
  await postgresLedger({file: 'shop.sqlite'});
}
