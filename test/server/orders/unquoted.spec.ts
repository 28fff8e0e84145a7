import {expect} from '@playwright/test';
import type {FakeRazorpay} from '../../fixtures/server/fake-razorpay.js';
import {onSqlite, test, type Shop} from '../../fixtures/server/shop.js';

const METHODS = [
  {
    id: 'post',
    name: 'By post',
    serviceable: true,
    shippingFee: 4_000,
    cod: true,
    codFee: 2_500,
  },
  {
    id: 'courier',
    name: 'By courier',
    serviceable: true,
    shippingFee: 9_900,
    cod: false,
    codFee: 0,
  },
  {
    id: 'drone',
    name: 'By drone',
    serviceable: false,
    shippingFee: 100,
    cod: false,
    codFee: 0,
  },
];
const VALUES: Record<string, number> = {TEA: 5_000, GOLD: 8_000};

const HOOKS = {
  shipping: ({address}: {address: {zipcode: string}}) =>
    address.zipcode === '110001' ? [{...METHODS[0]!, shippingFee: 0}] : METHODS,
  promotions: {
    list: () => [],
    apply: ({code}: {code: string}) => ({
      referenceId: `ref-${code.toUpperCase()}`,
      code: code.toUpperCase(),
      type: 'coupon' as const,
      value: VALUES[code.toUpperCase()]!,
      valueType: 'fixed_amount' as const,
    }),
  },
};

/** Razorpay asks for quotes: shipping to two zipcodes, and two codes. */
async function askForQuotes(shop: Shop, orderId: string): Promise<void> {
  const order_id = (await shop.checkout.order(orderId))!.receipt;
  const addresses = ['560060', '110001'].map((zipcode, i) => ({
    id: String(i),
    zipcode,
    country: 'in',
  }));
  await shop.post('/shipping-info', {order_id, addresses});
  for (const code of ['TEA', 'tea', 'GOLD']) await shop.post('/promotions/apply', {order_id, code});
}

/** What the shopper chose, as Razorpay writes it into the order. */
interface Choice {
  shipping?: number;
  cod?: number;
  zipcode?: string | null;
  promotions?: {code?: string; reference_id?: string; value: number}[];
  notes?: Record<string, string>;
  offer?: number;
}

function finish(
  razorpay: FakeRazorpay,
  orderId: string,
  {shipping = 4_000, cod = 0, zipcode = '560060', promotions = [], notes = {}, offer = 0}: Choice,
): void {
  const value = promotions.reduce((sum, promotion) => sum + promotion.value, 0);
  razorpay.change(orderId, {
    amount: 50_000 + shipping + cod - value - offer,
    shipping_fee: shipping,
    cod_fee: cod,
    promotions,
    offers: offer ? ['offer_1'] : [],
    notes,
    customer_details: zipcode === null ? {} : {shipping_address: {zipcode, country: 'in'}},
  });
}

/** A payment of the finished order, online or in cash on delivery. */
async function pay(razorpay: FakeRazorpay, orderId: string, method: string) {
  if (method !== 'cod') return razorpay.pay(orderId, {method});
  const response = await razorpay.pay(orderId, {method, status: 'pending'});
  razorpay.change(orderId, {status: 'placed'});
  return response;
}

const TEA = {code: 'TEA', reference_id: 'ref-TEA', value: 5_000};
const GOLD = {code: 'GOLD', reference_id: 'ref-GOLD', value: 8_000};

onSqlite(() => {
  test.describe('what was quoted is confirmed', () => {
    const CASES: Record<string, [choice: Choice, shippingMethod?: string, method?: string]> = {
      'one of the ways to ship': [{}, 'post'],
      'the other one': [{shipping: 9_900}, 'courier'],
      'cash on delivery with its fee': [{cod: 2_500}, 'post', 'cod'],
      'a zipcode that is written with a space': [{zipcode: '560 060'}, 'post'],
      'another address with its own fee': [{shipping: 0, zipcode: '110001'}, 'post'],
      'an address without a zipcode': [{zipcode: null}, 'post'],
      'a promotion': [{promotions: [TEA]}, 'post'],
      'two promotions': [{promotions: [GOLD, TEA]}, 'post'],
      'a promotion known by its code only': [{promotions: [{code: 'tea', value: 5_000}]}, 'post'],
      'a promotion known by its reference only': [
        {promotions: [{reference_id: 'ref-TEA', value: 5_000}]},
        'post',
      ],
      'a promotion that takes nothing off': [{promotions: [{code: 'GIFT', value: 0}]}, 'post'],
      "a promotion and a bank's offer": [{promotions: [TEA], offer: 3_000}, 'post'],
    };
    for (const [what, [choice, id, method = 'upi']] of Object.entries(CASES))
      test(what, async ({openShop, razorpay}) => {
        const shop = await openShop(HOOKS);
        const orderId = await shop.order();
        await askForQuotes(shop, orderId);
        finish(razorpay, orderId, choice);

        const reply = await shop.post('/verify', await pay(razorpay, orderId, method));

        expect(reply.body.status).toBe(method === 'cod' ? 'placed' : 'paid');
        expect(shop.errors).toEqual([]);
        expect(shop.changes).toMatchObject([{order: {details: {shippingMethod: {id}}}}]);
      });
  });

  test.describe('what was not quoted is looked at by a person', () => {
    const SHIPPING = 'was not quoted for the address';
    const CASES: Record<string, [choice: Choice, reason: string, method?: string]> = {
      'a shipping fee that is too low': [{shipping: 0}, `Shipping for 0 ${SHIPPING}`],
      'a shipping fee that is too high': [{shipping: 4_001}, `Shipping for 4001 ${SHIPPING}`],
      'the fee of another address': [{zipcode: '110001'}, `Shipping for 4000 ${SHIPPING}`],
      'an address that nobody asked about': [{zipcode: '400001'}, `Shipping for 4000 ${SHIPPING}`],
      'a way to ship that is not served': [{shipping: 100}, `Shipping for 100 ${SHIPPING}`],
      'cash on delivery without its fee': [
        {},
        `Shipping for 4000 with cash on delivery for 0 ${SHIPPING}`,
        'cod',
      ],
      'cash on delivery where there is none': [
        {shipping: 9_900},
        `Shipping for 9900 with cash on delivery for 0 ${SHIPPING}`,
        'cod',
      ],
      'a promotion of a higher value': [
        {promotions: [{...TEA, value: 5_001}]},
        'The promotion "TEA" of 5001 was not quoted.',
      ],
      'another promotion': [
        {promotions: [{code: 'FREE', value: 5_000}]},
        'The promotion "FREE" of 5000 was not quoted.',
      ],
      'the same promotion twice': [
        {promotions: [TEA, {...TEA, code: 'tea'}]},
        'The promotion "tea" of 5000 was not quoted.',
      ],
      'a promotion without a name': [
        {promotions: [{value: 5_000}]},
        'The promotion "" of 5000 was not quoted.',
      ],
    };
    for (const [what, [choice, reason, method = 'upi']] of Object.entries(CASES))
      test(what, async ({openShop, razorpay}) => {
        const shop = await openShop(HOOKS);
        const orderId = await shop.order();
        await askForQuotes(shop, orderId);
        finish(razorpay, orderId, choice);

        const reply = await shop.post('/verify', await pay(razorpay, orderId, method));

        expect(reply.status).toBe(422);
        expect((await shop.checkout.order(orderId))!.review!.reason).toContain(reason);
        expect(shop.changes).toMatchObject([{status: 'review', ship: false}]);
      });

    test('an order for which Razorpay asked nothing, as in the standard checkout', async ({
      openShop,
      razorpay,
    }) => {
      const shop = await openShop(HOOKS);
      const orderId = await shop.order();

      await shop.post('/verify', await razorpay.pay(orderId));

      expect((await shop.checkout.order(orderId))!.review!.reason).toBe(
        'No shipping was quoted. Is Magic Checkout on for this account, and the URL for shipping info set in the dashboard?',
      );
    });
  });

  test.describe('is held to no quotes', () => {
    test('a shop without these hooks', async ({razorpay, shop}) => {
      const orderId = await shop.order();
      finish(razorpay, orderId, {shipping: 1, promotions: [{code: 'FREE', value: 1}]});

      const reply = await shop.post('/verify', await razorpay.pay(orderId));

      expect(reply.body.status).toBe('paid');
    });

    test('the kind for which there is no hook', async ({openShop, razorpay}) => {
      const shop = await openShop({promotions: HOOKS.promotions});
      const other = await openShop({shipping: HOOKS.shipping});
      const orderId = await shop.order('y'.repeat(22));
      const otherId = await other.order();
      await askForQuotes(other, otherId);
      finish(razorpay, orderId, {shipping: 1});
      finish(razorpay, otherId, {promotions: [{code: 'FREE', value: 1}]});

      const replies = [
        await shop.post('/verify', await razorpay.pay(orderId)),
        await other.post('/verify', await razorpay.pay(otherId)),
      ];

      expect(replies.map(({body}) => body.status)).toEqual(['paid', 'paid']);
    });

    test('an order that was made before the hooks were there', async ({openShop, razorpay}) => {
      const before = await openShop();
      const after = await openShop(HOOKS);
      const orderId = await before.order();
      finish(razorpay, orderId, {shipping: 1});

      const reply = await after.post('/verify', await razorpay.pay(orderId));

      expect(reply.body.status).toBe('paid');
    });

    test('an order of before the hooks, although shipping() has failed for it', async ({
      openShop,
      razorpay,
    }) => {
      const before = await openShop();
      const after = await openShop({shipping: () => Promise.reject(new Error('No courier.'))});
      const orderId = await before.order();
      await askForQuotes(after, orderId);

      const reply = await after.post('/verify', await razorpay.pay(orderId));

      expect(reply.body.status).toBe('paid');
    });

    test('an order that was made elsewhere', async ({openShop, razorpay}) => {
      const shop = await openShop(HOOKS);
      const {lineItems} = (await shop.checkout.order(await shop.order()))!;
      const foreign = {...[...razorpay.orders.values()][0]!, id: 'order_ByHand00000001'};
      razorpay.orders.set(foreign.id, {...foreign, receipt: 'by hand'});
      await razorpay.pay(foreign.id);

      const adopted = await shop.checkout.adopt({id: foreign.id, lineItems});

      expect(adopted.status).toBe('paid');
    });

    test('an account without Magic Checkout', async ({openShop, razorpay}) => {
      const shop = await openShop(HOOKS);
      const orderId = await shop.order();
      delete razorpay.orders.get(orderId)!.line_items_total;

      const reply = await shop.post('/verify', await razorpay.pay(orderId));

      expect(reply.body.status).toBe('paid');
    });
  });

  test('a code counts once, although each quote has a reference of its own', async ({
    openShop,
    razorpay,
  }) => {
    let count = 0;
    const shop = await openShop({
      promotions: {
        ...HOOKS.promotions,
        apply: (question) => ({
          ...HOOKS.promotions.apply(question),
          referenceId: `ref-${++count}`,
        }),
      },
    });
    const orderId = await shop.order();
    await askForQuotes(shop, orderId);
    finish(razorpay, orderId, {promotions: [TEA, TEA]});

    const reply = await shop.post('/verify', await razorpay.pay(orderId));

    expect(reply.body.error!.code).toBe('PAYMENT_MISMATCH');
    expect((await shop.checkout.order(orderId))!.quotes.promotions).toHaveLength(2);
  });

  test('of two ways to ship that cost the same, the one that Razorpay names was chosen', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop({
      shipping: () => ['van', 'bike'].map((id) => ({...METHODS[0]!, id, name: `By ${id}`})),
    });
    const chosen = [];

    for (const notes of [{shipping_method_name: 'By bike'}, {}]) {
      const orderId = await shop.order(String(chosen.length).repeat(32));
      await askForQuotes(shop, orderId);
      finish(razorpay, orderId, {notes});
      await shop.post('/verify', await razorpay.pay(orderId));
      chosen.push((await shop.checkout.order(orderId))!.details!.shippingMethod);
    }

    expect(chosen).toEqual([{id: 'bike', name: 'By bike'}, undefined]);
  });

  test('cash on delivery that is paid beforehand after all keeps its fee', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop(HOOKS);
    const orderId = await shop.order();
    await askForQuotes(shop, orderId);
    finish(razorpay, orderId, {cod: 2_500});
    const placed = await pay(razorpay, orderId, 'cod');
    await shop.post('/verify', placed);
    razorpay.change(placed.razorpay_payment_id, {
      status: 'captured',
      method: 'upi',
    });
    razorpay.change(orderId, {status: 'paid'});

    shop.clock.now += 2_000;
    await shop.checkout.reconcile({olderThan: 0});

    expect(shop.changes.map(({status, ship}) => [status, ship])).toEqual([
      ['placed', true],
      ['paid', false],
    ]);
    expect(shop.errors).toEqual([]);
  });
});
