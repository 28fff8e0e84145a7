// What src/server/razorpay/client.ts reads of orders and payments.
import {expect} from '@playwright/test';
import {onSqlite, TEA, test} from '../../fixtures/server/shop.js';

/** Of Razorpay's documentation: an order in cash on delivery, but for its id and its receipt. */
const ADDRESS = {
  city: 'Bengaluru',
  contact: '+919100000000',
  country: 'in',
  line1: 'Houseno:24',
  line2: 'Andree Road, Bheemanna Garden, Shanti Nagar',
  name: 'Gaurav Kumar',
  state: 'KARNATAKA',
  tag: 'Home',
  type: 'shipping_address',
  zipcode: '560001',
};
const ORDER = {
  amount: 507_000,
  amount_due: 507_000,
  offers: ['offer_QXwkRH1bOvXXXX', 'offer_QXwoP07qnHXXXX'],
  notes: {cart_id: 'hWN2Am4BGnQrizKE3hzeQaXc?key=2b3cad31', shipping_method_name: 'By post'},
  description: null,
  checkout: null,
  promotions: [
    {
      code: 'orderOff',
      type: 'cart_value',
      value: 10_000,
      description: 'order off',
      reference_id: 'offer_ORnSr9d2eAXXXX',
    },
  ],
  cod_fee: 5_000,
  shipping_fee: 7_000,
  customer_details: {
    contact: '+919100000000',
    email: 'gaurav.kumar@example.com',
    shipping_address: ADDRESS,
    billing_address: ADDRESS,
  },
  line_items_total: 600_000,
  tax_details: {total_tax: 4_128, taxes_included: true},
};
const PAYMENT = {
  amount: 55_700,
  status: 'pending',
  method: 'cod',
  bank: null,
  wallet: null,
  vpa: null,
  acquirer_data: {},
  receiver_type: null,
};

onSqlite(() => {
  test('the order of the documentation is placed, with all that it says', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop({price: () => ({lineItems: [{...TEA, offerPrice: 300_000}]})});
    const orderId = await shop.order();
    razorpay.change(orderId, ORDER);
    const response = await razorpay.pay(orderId, PAYMENT);
    razorpay.change(orderId, {status: 'placed', attempts: 0});

    await shop.get(`/status?order_id=${orderId}`);

    const order = (await shop.checkout.order(orderId))!;
    expect(order).toMatchObject({
      status: 'placed',
      payment: {id: response.razorpay_payment_id, method: 'cod', amount: 55_700},
    });
    expect(order.details).toEqual({
      amount: 55_700,
      lineItemsTotal: 600_000,
      shippingFee: 7_000,
      codFee: 5_000,
      promotions: [
        {
          code: 'orderOff',
          type: 'cart_value',
          value: 10_000,
          description: 'order off',
          referenceId: 'offer_ORnSr9d2eAXXXX',
        },
      ],
      offers: ORDER.offers,
      offerDiscount: 546_300,
      tax: {total: 4_128, included: true},
      customer: {
        contact: '+919100000000',
        email: 'gaurav.kumar@example.com',
        shippingAddress: ADDRESS,
        billingAddress: ADDRESS,
      },
      notes: ORDER.notes,
      instrument: {acquirerData: {}},
    });
    expect(shop.changes).toMatchObject([{status: 'placed', ship: true, order: {id: orderId}}]);
    expect(shop.changes[0]!.order.details).toEqual(order.details);
  });

  test('what Razorpay writes for a shopper without an email is no email', async ({
    razorpay,
    shop,
  }) => {
    const orderId = await shop.order();
    razorpay.change(orderId, {
      customer_details: {...ORDER.customer_details, email: 'void@razorpay.com'},
    });

    await shop.post('/verify', await razorpay.pay(orderId));

    const {details} = (await shop.checkout.order(orderId))!;
    expect(details?.customer).toEqual({
      contact: '+919100000000',
      shippingAddress: ADDRESS,
      billingAddress: ADDRESS,
    });
  });

  test.describe('a word of tomorrow is no error in', () => {
    const CASES: Record<
      string,
      [order: Record<string, unknown>, payment?: Record<string, unknown>]
    > = {
      'the offers': [{offers: 'offer_1'}],
      'the promotions': [{promotions: {code: 'TEA'}}],
      'the customer': [{customer_details: ['+919100000000']}],
      'an address': [{customer_details: {shipping_address: 'Houseno:24', billing_address: 7}}],
      'the tax': [{tax_details: {total_tax: '41.28'}}],
      'the notes': [{notes: 'none'}],
      'the fees': [{shipping_fee: null, cod_fee: 'free'}],
      'the payment': [
        {},
        {method: 'telepathy', upi: 'asha@upi', bank: {}, acquirer_data: [], receiver_type: 7},
      ],
    };
    for (const [what, [changes, payment = {}]] of Object.entries(CASES))
      test(what, async ({razorpay, shop}) => {
        const orderId = await shop.order();
        razorpay.change(orderId, changes);

        const reply = await shop.post('/verify', await razorpay.pay(orderId, payment));

        expect(reply.body.status).toBe('paid');
        expect(shop.errors).toEqual([]);
      });
  });
});
