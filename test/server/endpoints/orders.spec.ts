// With src/server/endpoints/idempotency-key.ts and src/server/endpoints/order-refused.ts, and what the log reads of
// src/server/razorpay/call.ts.
import {expect} from '@playwright/test';
import {inspect} from 'node:util';
import {OrderRefused} from '../../../src/server.js';
import {CUSTOMER_ID, KEY_ID, OTHER_SECRET} from '../../fixtures/samples.js';
import {onEachDatabase, orderOf, TEA, test} from '../../fixtures/server/shop.js';

onEachDatabase(() => {
  test('an order is made of what the shop says, in the form that Razorpay takes', async ({
    openShop,
    razorpay,
  }) => {
    const asked: unknown[] = [];
    const shop = await openShop({
      price: ({data}) => {
        asked.push(data);
        return {
          lineItems: [{...TEA, imageUrl: 'https://shop.example/tea.png', notes: {giftWrap: 'no'}}],
          notes: {cartNumber: '7'},
        };
      },
    });

    const reply = await orderOf(shop, {product: 'tea', amount: 1});

    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      order_id: expect.stringMatching(/^order_/),
      key_id: KEY_ID,
      amount: 50_000,
      currency: 'INR',
    });
    expect(asked).toEqual([{product: 'tea', amount: 1}]);
    expect(razorpay.created).toEqual([
      {
        amount: 50_000,
        currency: 'INR',
        receipt: expect.stringMatching(/^[\w-]{32}$/),
        notes: {cartNumber: '7'},
        payment_capture: true,
        line_items_total: 50_000,
        line_items: [
          {
            sku: 'tea',
            variant_id: 'tea-100g',
            name: 'Assam tea',
            description: 'Assam tea, 100 g',
            price: 30_000,
            offer_price: 25_000,
            quantity: 2,
            tax_amount: 0,
            image_url: 'https://shop.example/tea.png',
            notes: {giftWrap: 'no'},
          },
        ],
      },
    ]);
  });

  test('the ledger keeps the line items as they were priced', async ({openShop}) => {
    const shop = await openShop({price: () => ({lineItems: [TEA], notes: {cart: '7'}})});

    const {body} = await orderOf(shop);

    expect(await shop.checkout.order(body.order_id!)).toEqual({
      id: body.order_id,
      receipt: expect.any(String),
      keyId: KEY_ID,
      status: 'created',
      amount: 50_000,
      currency: 'INR',
      lineItems: [TEA],
      notes: {cart: '7'},
      payment: undefined,
      quotes: {},
      amountRefunded: 0,
      createdAt: new Date(shop.clock.now),
      updatedAt: new Date(shop.clock.now),
    });
    expect(await shop.checkout.order('order_unknown')).toBeUndefined();
  });

  test('options for the page come with the order', async ({openShop}) => {
    const shop = await openShop({options: ({order}) => ({description: `${order.amount} paise`})});

    const {body} = await orderOf(shop);

    expect(body.options).toEqual({description: '50000 paise'});
  });

  test('a wrong key secret is told to the log by the names of the settings', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop({
      razorpay: {keyId: KEY_ID, keySecret: OTHER_SECRET, baseUrl: razorpay.url},
    });

    const reply = await orderOf(shop);

    expect(reply.body.error).toEqual({
      code: 'RAZORPAY_ERROR',
      description: 'Razorpay answered with an error.',
    });
    expect(shop.errors[0]).toMatchObject({code: 'unauthorized', status: 401});
    expect(String(shop.errors[0])).toContain(
      `razorpay.keyId is "${KEY_ID}". Is razorpay.keySecret`,
    );
    expect(inspect(shop.errors[0])).not.toContain(OTHER_SECRET);
  });

  test('a price that names both kinds of cart, and leaves one out, is of the other kind', async ({
    openShop,
    razorpay,
  }) => {
    const mandate = {customer: CUSTOMER_ID, maxAmount: 500};
    const carts: readonly object[] = [
      {lineItems: [TEA], mandate: undefined, amount: undefined},
      {lineItems: [TEA], mandate: null},
      {lineItems: null, mandate, amount: 100},
    ];
    for (const [nth, cart] of carts.entries()) {
      const shop = await openShop({price: () => cart as never});
      const reply = await orderOf(shop, {nth}, `a-cart-of-either-kind-${nth}`);
      expect(reply.status, JSON.stringify([cart, shop.errors.map(String)])).toBe(201);
    }
    expect(razorpay.created.map(({amount}) => amount)).toEqual([50_000, 50_000, 100]);
  });

  test('what price refuses is told to the shopper', async ({openShop, razorpay}) => {
    const shop = await openShop({
      price: () => {
        throw new OrderRefused('Out of stock.');
      },
    });

    const reply = await orderOf(shop);

    expect(reply.status).toBe(422);
    expect(reply.body.error).toEqual({code: 'ORDER_REFUSED', description: 'Out of stock.'});
    expect(razorpay.requests).toEqual([]);
    expect(shop.errors).toEqual([]);
  });

  test('a stranger is refused', async ({openShop, razorpay}) => {
    const shop = await openShop({session: () => null});

    const reply = await orderOf(shop);

    expect(reply.status).toBe(403);
    expect(reply.body.error?.code).toBe('FORBIDDEN');
    expect(razorpay.requests).toEqual([]);
  });

  for (const [what, key] of Object.entries({
    missing: '',
    'too short': 'k'.repeat(21),
    'too short for hex': 'a'.repeat(31),
    'too long': 'k'.repeat(256),
    'not of its letters': 'k k'.repeat(10),
  }))
    test(`an Idempotency-Key that is ${what} answers 400`, async ({razorpay, shop}) => {
      const reply = await orderOf(shop, {}, key);

      expect(reply.status).toBe(400);
      expect(reply.body.error?.code).toBe('IDEMPOTENCY_KEY_INVALID');
      expect(razorpay.requests).toEqual([]);
    });

  for (const key of ['k'.repeat(22), 'a'.repeat(32), '123e4567-e89b-42d3-a456-426614174000'])
    test(`the Idempotency-Key ${key} is taken`, async ({openShop}) => {
      expect((await orderOf(await openShop(), {}, key)).status).toBe(201);
    });
});
