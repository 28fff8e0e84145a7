// With src/server/model/shipping-method.ts, which checks what the hook returns.
import {expect} from '@playwright/test';
import type {ShippingMethod, ShippingQuestion} from '../../../../src/server.js';
import {onSqlite, test, type Shop} from '../../../fixtures/server/shop.js';

const POST: ShippingMethod = {
  id: 'post',
  name: 'Delivery in 5 days',
  description: 'By post',
  serviceable: true,
  shippingFee: 4_000,
  cod: true,
  codFee: 2_500,
};
const COURIER = {...POST, id: 'courier', name: 'Delivery tomorrow', shippingFee: 9_900, cod: false};

const POST_REPLY = {
  id: 'post',
  name: 'Delivery in 5 days',
  description: 'By post',
  serviceable: true,
  shipping_fee: 4_000,
  cod: true,
  cod_fee: 2_500,
};
const NOT_SERVED_REPLY = {
  id: expect.any(String),
  name: expect.any(String),
  serviceable: false,
  shipping_fee: 0,
  cod: false,
  cod_fee: 0,
};

const ADDRESS = {id: '0', zipcode: '560060', state_code: 'KA', country: 'IN'};

/** What Razorpay asks about an order. */
async function questionOf(shop: Shop, orderId: string) {
  const order = await shop.checkout.order(orderId);
  return {
    order_id: order!.receipt,
    razorpay_order_id: orderId.replace('order_', ''),
    email: '',
    contact: '+919000090000',
    addresses: [ADDRESS],
  };
}

onSqlite(() => {
  test('every address is answered as it was asked, with the methods of the merchant', async ({
    openShop,
  }) => {
    const questions: ShippingQuestion[] = [];
    const shop = await openShop({
      shipping: (question) => {
        questions.push(question);
        return question.address.zipcode === '110001' ? [] : [POST, COURIER];
      },
    });
    const orderId = await shop.order();
    const question = await questionOf(shop, orderId);

    const reply = await shop.post('/shipping-info', {
      ...question,
      email: 'asha@example.com',
      addresses: [ADDRESS, {id: 'addr_1', zipcode: '110001', country: 'in', city: 'Delhi'}],
      a_field_of_tomorrow: {},
    });

    expect(reply.status).toBe(200);
    expect(reply.headers.get('Cache-Control')).toBe('no-store');
    expect(reply.body).toEqual({
      addresses: [
        {
          ...ADDRESS,
          shipping_methods: [
            POST_REPLY,
            {
              ...POST_REPLY,
              id: 'courier',
              name: 'Delivery tomorrow',
              shipping_fee: 9_900,
              cod: false,
              cod_fee: 0,
            },
          ],
        },
        {id: 'addr_1', zipcode: '110001', country: 'in', shipping_methods: [NOT_SERVED_REPLY]},
      ],
    });
    expect(questions).toMatchObject([
      {
        order: {id: orderId, amount: 50_000},
        address: {id: '0', zipcode: '560060', stateCode: 'KA', country: 'IN'},
        contact: '+919000090000',
        email: 'asha@example.com',
        trusted: false,
      },
      {address: {id: 'addr_1', zipcode: '110001', country: 'IN', city: 'Delhi'}},
    ]);
    expect(shop.errors).toEqual([]);
  });

  test.describe('is answered', () => {
    const CASES: Record<string, (question: Record<string, unknown>) => object> = {
      'with the prefix of the order id': (question) => ({
        razorpay_order_id: `order_${String(question.razorpay_order_id)}`,
      }),
      'without the order id': () => ({razorpay_order_id: undefined}),
      'without email': () => ({email: undefined}),
      'without contact': () => ({contact: undefined}),
      'with null for what is not known': () => ({email: null, contact: null}),
      'with an id and a zipcode that are numbers': () => ({
        addresses: [{...ADDRESS, id: 0, zipcode: 560_060}],
      }),
      'without an address': () => ({addresses: []}),
    };
    for (const [what, changes] of Object.entries(CASES))
      test(what, async ({openShop}) => {
        const shop = await openShop({shipping: () => [POST]});
        const question = await questionOf(shop, await shop.order());
        const asked = {...question, ...changes(question)};

        const reply = await shop.post('/shipping-info', asked);

        expect(reply.status).toBe(200);
        expect(reply.body).toEqual({
          addresses: asked.addresses.map((address) => ({
            ...address,
            shipping_methods: [POST_REPLY],
          })),
        });
      });
  });

  test.describe('is refused', () => {
    const CASES: Record<
      string,
      [changes: (orderId: string) => object | string, status: number, code: string, reason: string]
    > = {
      'an unknown receipt': [
        () => ({order_id: 'x'.repeat(32)}),
        400,
        'VALIDATION_ERROR',
        'Invalid merchant order id',
      ],
      'a receipt that no database takes': [
        () => ({order_id: 'a\0'}),
        400,
        'INVALID_REQUEST',
        'holds a NUL',
      ],
      "Razorpay's id for the receipt": [
        (orderId) => ({order_id: orderId}),
        400,
        'VALIDATION_ERROR',
        'Invalid merchant order id',
      ],
      'the id of another order': [
        () => ({razorpay_order_id: 'AnotherOrder01'}),
        400,
        'VALIDATION_ERROR',
        'Invalid merchant order id',
      ],
      'no receipt': [
        () => ({order_id: undefined}),
        400,
        'VALIDATION_ERROR',
        '"order_id" is missing or malformed.',
      ],
      'no addresses': [() => ({addresses: null}), 400, 'VALIDATION_ERROR', '"addresses" must'],
      'a country that is none': [
        () => ({addresses: [{...ADDRESS, country: 'India'}]}),
        400,
        'VALIDATION_ERROR',
        '"addresses" must',
      ],
      'more addresses than a person has': [
        () => ({addresses: Array.from({length: 101}, () => ADDRESS)}),
        400,
        'VALIDATION_ERROR',
        '"addresses" must',
      ],
      'an id that fills the ledger': [
        () => ({addresses: [{...ADDRESS, id: 'x'.repeat(65)}]}),
        400,
        'VALIDATION_ERROR',
        '"addresses" must',
      ],
      'no JSON': [() => '{', 400, 'INVALID_REQUEST', 'not JSON'],
      'a list': [() => '[]', 400, 'VALIDATION_ERROR', '"order_id" is missing'],
      'a body without end': [() => ' '.repeat(70_000), 413, 'BODY_TOO_LARGE', '64 kB'],
    };
    for (const [what, [changes, status, code, reason]] of Object.entries(CASES))
      test(what, async ({openShop}) => {
        const shop = await openShop({
          shipping: () => {
            throw new Error('nobody asks');
          },
        });
        const orderId = await shop.order();
        const question = await questionOf(shop, orderId);
        const change = changes(orderId);

        const reply = await shop.post(
          '/shipping-info',
          typeof change === 'string' ? change : {...question, ...change},
        );

        expect(reply.status).toBe(status);
        expect(reply.body).toEqual({
          failure_code: code,
          failure_reason: expect.stringContaining(reason),
        });
        expect(JSON.stringify(reply.body)).not.toContain(question.contact);
        expect(shop.errors).toEqual([]);
      });

    test('a shop that quotes no shipping, and GET', async ({shop}) => {
      const question = await questionOf(shop, await shop.order());

      expect(await shop.post('/shipping-info', question)).toMatchObject({
        status: 404,
        body: {failure_code: 'NOT_FOUND'},
      });
      expect(await shop.get('/shipping-info')).toMatchObject({
        status: 405,
        body: {failure_code: 'METHOD_NOT_ALLOWED', failure_reason: 'Use POST.'},
      });
    });
  });

  test.describe('the address counts as not served, and the merchant is told, when shipping()', () => {
    const CASES: Record<string, [returned: unknown, complaint: string]> = {
      'returns nothing': [
        undefined,
        'shipping() returned nothing. Write a list, which may be empty.',
      ],
      'returns rupees': [
        [{...POST, shippingFee: 49.5}],
        'returned 49.5 as [0].shippingFee. It must be an integer of paise, 0 or more.',
      ],
      'returns a fee below nothing': [
        [{...POST, codFee: -1}],
        'returned -1 as [0].codFee. It must be',
      ],
      'returns a text for a fee': [
        [{...POST, shippingFee: '4000'}],
        'returned "4000" as [0].shippingFee.',
      ],
      'forgets whether it serves': [
        [{...POST, serviceable: undefined}],
        'returned nothing as [0].serviceable. It must be true or false.',
      ],
      'writes as Razorpay does': [
        [{...POST, shipping_fee: 1}],
        'the unknown field "shipping_fee" in [0]. Did you mean "shippingFee"?',
      ],
      'gives an id twice': [[POST, POST], 'returned a list. It must have ids that differ.'],
    };
    for (const [what, [returned, complaint]] of Object.entries(CASES))
      test(what, async ({openShop}) => {
        const shop = await openShop({shipping: () => returned as ShippingMethod[]});
        const question = await questionOf(shop, await shop.order());

        const reply = await shop.post('/shipping-info', question);

        expect(reply.status).toBe(200);
        expect(reply.body).toEqual({
          addresses: [{...ADDRESS, shipping_methods: [NOT_SERVED_REPLY]}],
        });
        expect(shop.errors.map(String)).toEqual([expect.stringContaining(complaint)]);
      });

    test('throws for one address of two', async ({openShop}) => {
      const failure = new Error('The courier does not answer.');
      const shop = await openShop({
        shipping: ({address}) =>
          address.id === '1' ? Promise.reject(failure) : Promise.resolve([POST]),
      });
      const question = await questionOf(shop, await shop.order());

      const reply = await shop.post('/shipping-info', {
        ...question,
        addresses: [ADDRESS, {...ADDRESS, id: '1'}],
      });

      expect(reply.body).toEqual({
        addresses: [
          {...ADDRESS, shipping_methods: [POST_REPLY]},
          {...ADDRESS, id: '1', shipping_methods: [NOT_SERVED_REPLY]},
        ],
      });
      expect(shop.errors).toEqual([failure]);
    });
  });

  test('several addresses are asked at the same time', async ({openShop}) => {
    let waiting = 0;
    let all: () => void;
    const together = new Promise<void>((resolve) => (all = resolve));
    const shop = await openShop({
      shipping: async () => {
        if (++waiting === 3) all();
        await together;
        return [POST];
      },
    });
    const question = await questionOf(shop, await shop.order());

    const reply = await shop.post('/shipping-info', {
      ...question,
      addresses: ['0', '1', '2'].map((id) => ({...ADDRESS, id})),
    });

    expect(reply.status).toBe(200);
    expect(shop.errors).toEqual([]);
  });

  test('an order that is paid is not shipped anew', async ({openShop, razorpay}) => {
    const shop = await openShop({shipping: () => [POST]});
    const orderId = await shop.order();
    const question = await questionOf(shop, orderId);
    await shop.post('/shipping-info', {...question});
    await razorpay.pay(orderId, {amount: 54_000});
    const order = razorpay.orders.get(orderId)!;
    Object.assign(order, {amount: 54_000, shipping_fee: 4_000});
    shop.clock.now += 2_000;
    await shop.get(`/status?order_id=${orderId}`);

    const reply = await shop.post('/shipping-info', question);

    expect(reply).toMatchObject({status: 403, body: {failure_code: 'INVALID_STATE'}});
  });

  test('what was quoted last for an address is remembered, also when two ask at once', async ({
    openShop,
  }) => {
    let fee = 4_000;
    const changes = {shipping: () => [{...POST, shippingFee: fee}, COURIER]};
    const shops = [await openShop(changes), await openShop(changes)];
    const orderId = await shops[0]!.order();
    const question = await questionOf(shops[0]!, orderId);
    const zipcodes = Array.from({length: 12}, (_, i) => String(560_000 + i));

    await Promise.all(
      zipcodes.map((zipcode, i) =>
        shops[i % 2]!.post('/shipping-info', {...question, addresses: [{...ADDRESS, zipcode}]}),
      ),
    );
    fee = 3_000;
    await shops[1]!.post('/shipping-info', {
      ...question,
      addresses: [{...ADDRESS, zipcode: '560003'}],
    });

    const {shipping = []} = (await shops[0]!.checkout.order(orderId))!.quotes;
    expect(shipping.map(({zipcode}) => zipcode).sort()).toEqual(zipcodes);
    expect(shipping.find(({zipcode}) => zipcode === '560003')).toEqual({
      id: '0',
      zipcode: '560003',
      methods: [
        {id: 'post', name: 'Delivery in 5 days', shippingFee: 3_000, codFee: 2_500},
        {id: 'courier', name: 'Delivery tomorrow', shippingFee: 9_900},
      ],
    });
  });
});

test('shipping() that never answers does not keep Razorpay waiting for its 10 seconds', async ({
  openShop,
}) => {
  const shop = await openShop({shipping: () => new Promise<never>(() => undefined)});
  const question = await questionOf(shop, await shop.order());

  const reply = await shop.post('/shipping-info', question);

  expect(reply.body).toEqual({addresses: [{...ADDRESS, shipping_methods: [NOT_SERVED_REPLY]}]});
  expect(shop.errors.map(String)).toEqual([expect.stringContaining('more than 8000 ms')]);
});
