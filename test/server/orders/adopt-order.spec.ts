// With src/server/endpoints/magic/asked-order.ts, which finds adopted orders for Razorpay.
import {expect} from '@playwright/test';
import {hmacHex, type CheckoutConfig, type Promotions} from '../../../src/server.js';
import {ENDPOINT_SECRET, IDEMPOTENCY_KEY, SIGNATURE_SECRET} from '../../fixtures/samples.js';
import {onEachDatabase, TEA, test, type Fixtures, type Tables} from '../../fixtures/server/shop.js';

onEachDatabase(() => {
  test.describe('an order that was made elsewhere', () => {
    const make = (changes: Record<string, unknown> = {}) => ({
      id: 'order_ElsewhereMade1',
      entity: 'order',
      amount: 50_000,
      currency: 'INR',
      receipt: 'receipt#1',
      status: 'created',
      attempts: 0,
      line_items_total: 50_000,
      notes: [],
      ...changes,
    });

    test('is adopted, and confirmed like any other', async ({razorpay, shop}) => {
      const foreign = make();
      razorpay.orders.set(foreign.id, foreign);

      const adopted = await shop.checkout.adopt({id: foreign.id, lineItems: [TEA]});
      const again = await shop.checkout.adopt({id: foreign.id, lineItems: [TEA]});
      const reply = await shop.post('/verify', await razorpay.pay(foreign.id));

      expect(adopted).toMatchObject({id: foreign.id, status: 'created', lineItems: [TEA]});
      expect(again).toEqual(adopted);
      expect(reply.body.status).toBe('paid');
    });

    test('and paid before, is told at once', async ({razorpay, shop}) => {
      const foreign = make();
      razorpay.orders.set(foreign.id, foreign);
      await razorpay.pay(foreign.id);

      expect(await shop.checkout.adopt({id: foreign.id, lineItems: [TEA]})).toMatchObject({
        status: 'paid',
      });
      expect(shop.changes).toHaveLength(1);
    });

    test('with the receipt of others is adopted too', async ({razorpay, shop}) => {
      const [one, other] = [make(), make({id: 'order_ElsewhereMade2'})];
      for (const foreign of [one, other]) razorpay.orders.set(foreign.id, foreign);
      const orderId = await shop.order();
      const own = await shop.checkout.order(orderId);
      const third = make({id: 'order_ElsewhereMade3', receipt: own?.receipt});
      razorpay.orders.set(third.id, third);

      for (const {id} of [one, other, third])
        expect(await shop.checkout.adopt({id, lineItems: [TEA]})).toMatchObject({id});
      const [again] = await Promise.all(
        [1, 2, 3].map(() => shop.checkout.adopt({id: other.id, lineItems: [TEA]})),
      );

      expect(again).toMatchObject({id: other.id, receipt: 'receipt#1'});
      expect(await shop.checkout.order(orderId)).toEqual(own);
      await razorpay.pay(one.id);
      shop.clock.now += 3_000;
      expect((await shop.get(`/status?order_id=${one.id}`)).body.status).toBe('paid');
      expect((await shop.get(`/status?order_id=${other.id}`)).body.status).toBe('created');
    });

    test('without a receipt is adopted', async ({razorpay, shop}) => {
      const foreign = make({receipt: null});
      razorpay.orders.set(foreign.id, foreign);

      expect(await shop.checkout.adopt({id: foreign.id, lineItems: [TEA]})).toMatchObject({
        id: foreign.id,
        receipt: foreign.id,
      });
    });

    test('by the kit itself, whose answer was lost, is that order', async ({razorpay, shop}) => {
      razorpay.fault = (request) => (request.startsWith('POST') ? 'lose' : {status: 500, body: {}});
      await shop.post('/orders', {product: 'tea'}, {'Idempotency-Key': IDEMPOTENCY_KEY});
      razorpay.fault = () => undefined;
      const [id] = razorpay.orders.keys();

      await shop.checkout.adopt({id: id!, lineItems: [TEA]});

      expect(await shop.order(IDEMPOTENCY_KEY)).toBe(id);
      shop.clock.now += 16 * 60_000;
      expect(await shop.checkout.reconcile()).toMatchObject({asked: 1, rows: []});
    });

    test.describe('is asked about by Razorpay', () => {
      const promotions: Promotions = {
        list: ({order}) => [{code: 'TEA', summary: order.id}],
        apply: () => ({referenceId: 'tea', type: 'coupon', value: 100, valueType: 'fixed_amount'}),
      };
      const shipping: CheckoutConfig['shipping'] = () => [
        {id: 'post', name: 'Post', serviceable: true, shippingFee: 0, cod: false, codFee: 0},
      ];
      const ADDRESSES = [{id: '0', zipcode: '560060', country: 'IN'}];
      const PATHS = ['/promotions', '/promotions/apply', '/shipping-info'] as const;

      /** Asks about an adopted order as Razorpay does. */
      const ask = async (
        {openShop, razorpay}: Pick<Fixtures, 'openShop' | 'razorpay'>,
        changes: Partial<CheckoutConfig<Tables>> = {},
      ) => {
        const shop = await openShop({promotions, shipping, ...changes});
        const foreign = make();
        razorpay.orders.set(foreign.id, foreign);
        await shop.checkout.adopt({id: foreign.id, lineItems: [TEA]});
        return {
          shop,
          id: foreign.id,
          post: async (path: string, body: object, {key = '', secret = ''} = {}) => {
            const text = JSON.stringify({code: 'TEA', addresses: ADDRESSES, ...body});
            return shop.post(path + key, text, {
              ...(secret && {'X-Razorpay-Signature': await hmacHex(secret, text)}),
            });
          },
        };
      };

      test('by its id, without its receipt too', async ({openShop, razorpay}) => {
        const {post, id, shop} = await ask({openShop, razorpay});
        for (const path of PATHS)
          for (const name of [id, id.replace('order_', '')])
            for (const receipt of ['receipt#1', '', null, undefined]) {
              const body = {order_id: receipt, razorpay_order_id: name};
              expect(await post(path, body)).toMatchObject({status: 200});
            }
        expect(shop.errors).toEqual([]);
      });

      test('by an id that is not of its receipt, and is refused', async ({openShop, razorpay}) => {
        const {post, id, shop} = await ask({openShop, razorpay});
        const own = (await shop.checkout.order(await shop.order()))!;
        for (const path of PATHS)
          for (const body of [
            {order_id: 'receipt#2', razorpay_order_id: id},
            {order_id: 'receipt#1', razorpay_order_id: 'order_Another1'},
            {order_id: 'receipt#1', razorpay_order_id: own.id},
            {order_id: own.receipt, razorpay_order_id: id},
            {razorpay_order_id: own.id},
            {order_id: id},
            {order_id: '', razorpay_order_id: ''},
            {},
          ])
            expect(await post(path, body)).toMatchObject({status: 400});
        expect(shop.errors).toEqual([]);
      });

      test('by its receipt alone, and is refused; the merchant is told once what to do', async ({
        openShop,
        razorpay,
      }) => {
        const {post, shop} = await ask({openShop, razorpay});
        for (const path of [...PATHS, ...PATHS])
          expect(await post(path, {order_id: 'receipt#1'})).toMatchObject({status: 403});

        expect(shop.errors.map(String)).toEqual([
          expect.stringMatching(/^ConfigError: .*order_ElsewhereMade1.* Set endpointSecret/),
        ]);
      });

      test('by its receipt with the secret of the address', async ({openShop, razorpay}) => {
        const {post} = await ask({openShop, razorpay}, {endpointSecret: ENDPOINT_SECRET});
        for (const path of PATHS) {
          const key = `?key=${ENDPOINT_SECRET}`;
          expect(await post(path, {order_id: 'receipt#1'}, {key})).toMatchObject({status: 200});
          expect(await post(path, {order_id: 'receipt#1'})).toMatchObject({status: 403});
        }
      });

      test('by its receipt in a request that is signed', async ({openShop, razorpay}) => {
        const {post} = await ask(
          {openShop, razorpay},
          {razorpay: razorpay.config({signatureSecret: SIGNATURE_SECRET})},
        );
        for (const path of PATHS) {
          const body = {order_id: 'receipt#1'};
          expect(await post(path, body, {secret: SIGNATURE_SECRET})).toMatchObject({status: 200});
          expect(await post(path, body)).toMatchObject({status: 403});
        }
      });

      test('by a receipt that several have: the newest that is not over', async ({
        openShop,
        razorpay,
      }) => {
        const {post, shop, id} = await ask({openShop, razorpay}, {endpointSecret: ENDPOINT_SECRET});
        const newer = make({id: 'order_ElsewhereMade2'});
        razorpay.orders.set(newer.id, newer);
        shop.clock.now += 1_000;
        await shop.checkout.adopt({id: newer.id, lineItems: [TEA]});
        const asked = async () =>
          (await post('/promotions', {order_id: 'receipt#1'}, {key: `?key=${ENDPOINT_SECRET}`}))
            .body;

        expect(await asked()).toMatchObject({promotions: [{summary: newer.id}]});
        await shop.post('/verify', await razorpay.pay(newer.id));
        expect(await asked()).toMatchObject({promotions: [{summary: id}]});
        await shop.post('/verify', await razorpay.pay(id));
        expect(await asked()).toMatchObject({failure_code: 'INVALID_STATE'});
      });
    });

    for (const [what, changes] of Object.entries({
      'of another total': {line_items_total: 49_999},
      'of another currency': {currency: 'USD'},
    }))
      test(`and is ${what} is refused`, async ({razorpay, shop}) => {
        const foreign = make(changes);
        razorpay.orders.set(foreign.id, foreign);

        await expect(shop.checkout.adopt({id: foreign.id, lineItems: [TEA]})).rejects.toThrow(
          'its line items are of 50000 INR',
        );
        expect(await shop.checkout.order(foreign.id)).toBeUndefined();
      });
  });
});
