import {expect} from '@playwright/test';
import {inspect} from 'node:util';
import {OrderRefused, RazorpayError} from '../../../src/server.js';
import {IDEMPOTENCY_KEY, KEY_ID} from '../../fixtures/samples.js';
import {onEachDatabase, type Shop, TEA, test} from '../../fixtures/server/shop.js';

const CREATE = /^POST \/v1\/orders$/;
const SEARCH = /^GET \/v1\/orders\?receipt=/;

const order = (shop: Shop, data: unknown = {product: 'tea'}, key = IDEMPOTENCY_KEY) =>
  shop.post('/orders', data, {'Idempotency-Key': key});

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

    const reply = await order(shop, {product: 'tea', amount: 1});

    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      order_id: expect.stringMatching(/^order_/),
      key_id: KEY_ID,
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

    const {body} = await order(shop);

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

    const {body} = await order(shop);

    expect(body.options).toEqual({description: '50000 paise'});
  });

  test.describe('the same key', () => {
    test('gives the same order', async ({openShop, razorpay}) => {
      const shop = await openShop();

      const first = await order(shop, {product: 'tea', size: 1});
      const second = await order(shop, {size: 1, product: 'tea'});

      expect(second.status).toBe(200);
      expect(second.body).toEqual(first.body);
      expect(razorpay.created).toHaveLength(1);
    });

    test('gives the same order to many requests at once, on two ledgers', async ({
      openShop,
      razorpay,
    }) => {
      const shops = [await openShop(), await openShop()];

      const replies = await Promise.all(Array.from({length: 20}, (_, i) => order(shops[i % 2]!)));

      expect(new Set(replies.map(({body}) => body.order_id)).size).toBe(1);
      expect(replies.filter(({status}) => status === 201)).toHaveLength(1);
      expect(razorpay.created).toHaveLength(1);
    });

    test('gives another order to another session', async ({openShop, razorpay}) => {
      let shopper = 'Asha';
      const shop = await openShop({session: () => shopper});

      const hers = await order(shop);
      shopper = 'Ravi';
      const his = await order(shop);

      expect(his.body.order_id).not.toBe(hers.body.order_id);
      expect(razorpay.created).toHaveLength(2);
    });

    for (const [what, change] of Object.entries({
      'other data': (shop: Shop) => order(shop, {product: 'coffee'}),
      'another query': (shop: Shop) =>
        shop.post('/orders?cart=2', {product: 'tea'}, {'Idempotency-Key': IDEMPOTENCY_KEY}),
    }))
      test(`with ${what} answers 422`, async ({openShop, razorpay}) => {
        const shop = await openShop();
        await order(shop);

        const reply = await change(shop);

        expect(reply.status).toBe(422);
        expect(reply.body.error?.code).toBe('IDEMPOTENCY_CONFLICT');
        expect(razorpay.created).toHaveLength(1);
      });

    test('answers 422 once the cart of the session, or its price, is another', async ({
      openShop,
    }) => {
      let offerPrice = 25_000;
      const shop = await openShop({price: () => ({lineItems: [{...TEA, offerPrice}]})});
      await order(shop);
      offerPrice = 26_000;

      const reply = await order(shop);

      expect(reply.status).toBe(422);
      expect(reply.body.error?.code).toBe('IDEMPOTENCY_CONFLICT');
    });

    test('answers 422 once its order is paid', async ({openShop, razorpay}) => {
      const shop = await openShop();
      const {body} = await order(shop);
      await shop.post('/verify', await razorpay.pay(body.order_id!));

      const reply = await order(shop);

      expect(reply.status).toBe(422);
      expect(reply.body.error?.code).toBe('IDEMPOTENCY_CONFLICT');
    });

    test('gives the same order after a failed attempt', async ({openShop, razorpay}) => {
      const shop = await openShop();
      const {body} = await order(shop);
      await shop.post('/verify', await razorpay.pay(body.order_id!, {status: 'failed'}));

      expect((await order(shop)).body.order_id).toBe(body.order_id);
    });
  });

  test.describe('a create without an answer', () => {
    for (const [what, fault] of [
      ['breaks off', 'lose'],
      ['takes too long', 'late'],
    ] as const)
      test(`that ${what} after the order was made is found by its receipt`, async ({
        openShop,
        razorpay,
      }) => {
        const shop = await openShop({timeout: 200});
        razorpay.fault = (request) => (CREATE.test(request) ? fault : undefined);

        const reply = await order(shop);

        expect(reply.status).toBe(201);
        expect(reply.body.order_id).toBe([...razorpay.orders.keys()][0]);
        expect(razorpay.count(CREATE)).toBe(1);
      });

    test('is searched for by the next request when Razorpay was down', async ({
      openShop,
      razorpay,
    }) => {
      const shop = await openShop();
      razorpay.fault = (request) => (CREATE.test(request) ? 'lose' : 'drop');
      const first = await order(shop);
      razorpay.fault = () => undefined;

      const second = await order(shop);

      expect(first.status).toBe(503);
      expect(first.body.error?.code).toBe('RAZORPAY_UNAVAILABLE');
      expect(first.headers.get('Retry-After')).toBe('2');
      expect(second.body.order_id).toBe([...razorpay.orders.keys()][0]);
      expect(razorpay.created).toHaveLength(1);
    });

    test('that reached nobody is asked for again, under the same receipt', async ({
      openShop,
      razorpay,
    }) => {
      const shop = await openShop();
      razorpay.fault = () => 'drop';
      const first = await order(shop);
      expect(razorpay.count(CREATE)).toBe(1);
      razorpay.fault = () => undefined;

      const second = await order(shop);

      expect(first.status).toBe(503);
      expect(second.status).toBe(201);
      expect(razorpay.created).toHaveLength(1);
      expect(razorpay.count(SEARCH)).toBeGreaterThan(0);
    });

    test('of a process that died is taken over once its time is up', async ({
      openShop,
      razorpay,
    }) => {
      const [dead, alive] = [
        await openShop({fetch: () => new Promise(() => undefined)}),
        await openShop(),
      ];
      void order(dead).catch(() => undefined);
      const rows = () =>
        // The kit's own table, to see that the process got as far as that.
        dead.ledger.db
          .selectFrom('rzp_orders' as 'sales')
          .selectAll()
          .execute();
      await expect.poll(async () => (await rows()).length).toBe(1);
      alive.clock.now += 60_000;

      const reply = await order(alive);

      expect(reply.status).toBe(201);
      expect(razorpay.requests[0]).toMatch(SEARCH);
      expect(razorpay.created).toHaveLength(1);
    });
  });

  test('an order that Razorpay refuses answers 502 and can be asked for again', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop();
    razorpay.fault = () => ({
      status: 400,
      body: {
        error: {code: 'BAD_REQUEST_ERROR', description: 'The amount must be at least INR 1.00'},
      },
    });
    const first = await order(shop);
    razorpay.fault = () => undefined;

    const second = await order(shop);

    expect(first.status).toBe(502);
    expect(first.body.error?.code).toBe('RAZORPAY_ERROR');
    expect(shop.errors[0]).toBeInstanceOf(RazorpayError);
    expect(shop.errors[0]).toMatchObject({code: 'refused', status: 400});
    expect(String(shop.errors[0])).toContain('The amount must be at least INR 1.00');
    expect(second.status).toBe(201);
  });

  test('a wrong key secret is told to the log by the names of the settings', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop({
      razorpay: {keyId: KEY_ID, keySecret: 'of_another_key', baseUrl: razorpay.url},
    });

    const reply = await order(shop);

    expect(reply.body.error).toEqual({
      code: 'RAZORPAY_ERROR',
      description: 'Razorpay answered with an error.',
    });
    expect(shop.errors[0]).toMatchObject({code: 'unauthorized', status: 401});
    expect(String(shop.errors[0])).toContain(
      `razorpay.keyId is "${KEY_ID}". Is razorpay.keySecret`,
    );
    expect(inspect(shop.errors[0])).not.toContain('of_another_key');
  });

  test('what price refuses is told to the shopper', async ({openShop, razorpay}) => {
    const shop = await openShop({
      price: () => {
        throw new OrderRefused('Out of stock.');
      },
    });

    const reply = await order(shop);

    expect(reply.status).toBe(422);
    expect(reply.body.error).toEqual({code: 'ORDER_REFUSED', description: 'Out of stock.'});
    expect(razorpay.requests).toEqual([]);
    expect(shop.errors).toEqual([]);
  });

  test('a stranger is refused', async ({openShop, razorpay}) => {
    const shop = await openShop({session: () => null});

    const reply = await order(shop);

    expect(reply.status).toBe(403);
    expect(reply.body.error?.code).toBe('FORBIDDEN');
    expect(razorpay.requests).toEqual([]);
  });

  test.describe('a cart that the shop got wrong', () => {
    const item = (changes: object) => ({lineItems: [{...TEA, ...changes}]});
    for (const [what, [cart, complaint]] of Object.entries({
      'a price in rupees': [
        item({offerPrice: 3.49}),
        'price() returned 3.49 as lineItems[0].offerPrice. It must be an integer of paise, 0 or more.',
      ],
      'a price as a text': [
        item({offerPrice: '349'}),
        'price() returned "349" as lineItems[0].offerPrice. It must be an integer of paise',
      ],
      'a negative price': [item({offerPrice: -1}), 'returned -1 as lineItems[0].offerPrice'],
      'no price': [item({price: undefined}), 'returned nothing as lineItems[0].price. It must be'],
      'no quantity': [
        item({quantity: 0}),
        'returned 0 as lineItems[0].quantity. It must be an integer, 1 or more.',
      ],
      'half a piece': [item({quantity: 0.5}), 'returned 0.5 as lineItems[0].quantity'],
      'a price that is not finite': [
        item({offerPrice: Infinity}),
        'returned Infinity as lineItems',
      ],
      'no name': [
        item({name: ''}),
        'returned "" as lineItems[0].name. It must be a text that is not empty.',
      ],
      "Razorpay's spelling": [
        {lineItems: [{...TEA, offerPrice: undefined, offer_price: 34_900}]},
        'the unknown field "offer_price" in lineItems[0]. Did you mean "offerPrice"?',
      ],
      'an amount beside the items': [
        {lineItems: [TEA], amount: 34_900},
        'price() returned the unknown field "amount".',
      ],
      'a relative image': [
        item({imageUrl: '/tea.png'}),
        'returned "/tea.png" as lineItems[0].imageUrl. It must be a whole http(s) address.',
      ],
      'a script as address': [item({productUrl: 'javascript:1'}), 'as lineItems[0].productUrl'],
      'a heavy weight in kilograms': [
        item({weight: 1.7}),
        'returned 1.7 as lineItems[0].weight. It must be an integer, 0',
      ],
      'nothing in it': [{lineItems: []}, 'returned a list as lineItems. It must not be empty.'],
      'no line items': [{}, 'price() returned nothing as lineItems. It must be a list.'],
      'line items that are still looked up': [
        {lineItems: Promise.resolve([TEA])},
        'returned a promise that was not awaited as lineItems.',
      ],
      'a total below one rupee': [item({offerPrice: 49}), 'price() returned a cart of 98'],
      'a total beyond counting': [item({offerPrice: 2 ** 52, quantity: 4}), 'a cart of 1801'],
      'a currency by name': [
        {lineItems: [TEA], currency: 'Rs.'},
        'returned "Rs." as currency. It must be three capital letters.',
      ],
      'a long note': [
        {lineItems: [TEA], notes: {a: 'x'.repeat(257)}},
        'returned a text of 257 characters as notes.a. It must have at most 256 characters.',
      ],
      'many notes': [
        {
          lineItems: [TEA],
          notes: Object.fromEntries(Array.from('abcdefghijklmnop', (c) => [c, ''])),
        },
        'as notes. It must be at most 15 notes.',
      ],
      'a price alone': [34_900, 'price() returned 34900. Write {lineItems: […]}.'],
      'the items alone': [[TEA], 'price() returned a list. Write {lineItems: […]}.'],
      'nothing at all': [undefined, 'price() returned nothing. Write {lineItems: […]}.'],
    }))
      test(`${what}: answers 500 and tells the log what is wrong`, async ({openShop, razorpay}) => {
        const shop = await openShop({price: () => cart as never});

        const reply = await order(shop);

        expect(reply.status).toBe(500);
        expect(reply.body.error).toEqual({
          code: 'INTERNAL',
          description: 'Something went wrong in the shop.',
        });
        expect(String(shop.errors[0])).toContain(complaint);
        expect(razorpay.requests).toEqual([]);
      });
  });

  for (const [what, key] of Object.entries({
    missing: '',
    'too short': 'k'.repeat(21),
    'too short for hex': 'a'.repeat(31),
    'too long': 'k'.repeat(256),
    'not of its letters': 'k k'.repeat(10),
  }))
    test(`an Idempotency-Key that is ${what} answers 400`, async ({openShop, razorpay}) => {
      const shop = await openShop();

      const reply = await order(shop, {}, key);

      expect(reply.status).toBe(400);
      expect(reply.body.error?.code).toBe('IDEMPOTENCY_KEY_INVALID');
      expect(razorpay.requests).toEqual([]);
    });

  for (const key of ['k'.repeat(22), 'a'.repeat(32), '123e4567-e89b-42d3-a456-426614174000'])
    test(`the Idempotency-Key ${key} is taken`, async ({openShop}) => {
      expect((await order(await openShop(), {}, key)).status).toBe(201);
    });
});
