// Coupons that may be used once: src/server/ledger/coupons-table.ts, with
// src/server/endpoints/magic/apply-promotion.ts, which reserves them, and
// src/server/orders/move-order.ts, which uses them up; and src/server/orders/needs-review.ts.
import {expect} from '@playwright/test';
import {NeedsReview, type AppliedPromotion, type CheckoutConfig} from '../../../../src/server.js';
import {
  test as base,
  type Fixtures,
  type Shop,
  type Tables,
} from '../../../fixtures/server/shop.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const VALUE_PAISE = 5_000;
const key = (i: number) => String(i).padStart(22, 'x');

const PLAIN: AppliedPromotion = {
  referenceId: 'plain',
  type: 'coupon',
  value: VALUE_PAISE,
  valueType: 'fixed_amount',
};
const CODES: Readonly<Record<string, AppliedPromotion>> = {
  ONCE: {...PLAIN, referenceId: 'once', reserve: {}},
  AGAIN: {...PLAIN, referenceId: 'again', reserve: {coupon: 'once'}},
  OTHER: {...PLAIN, referenceId: 'other', reserve: {refusal: 'Come back later.'}},
  LONG: {...PLAIN, referenceId: 'long', reserve: {expiresIn: '2h'}},
  WRONG: {...PLAIN, referenceId: 'wrong', reserve: {expiresIn: 'soon'}},
  PLAIN,
};

/** Two shops on one database, as processes are; a database in memory has one only. */
interface Till {
  shops: readonly [Shop, Shop];
  clock: {now: number};
  /** Makes an order. */
  order: () => Promise<string>;
  /** Has a code applied, and gives what the shopper reads: the code, or why not. */
  apply: (orderId: string, code: string, contact?: string, shop?: Shop) => Promise<string>;
  /** Pays an order with a code, and has it confirmed. */
  pay: (orderId: string, code: string, shop?: Shop) => Promise<string>;
}

const test = base.extend<{till: Till; config: Partial<CheckoutConfig<Tables>>}>({
  config: [{}, {option: true}],
  till: async ({openShop, razorpay, place, config}, use) => {
    const clock = {now: Date.now()};
    const open = () =>
      openShop({
        promotions: {
          list: () => [],
          apply: ({code}) =>
            CODES[code.toUpperCase()] ?? {failure: 'INVALID_PROMOTION', reason: 'No such code.'},
        },
        now: () => clock.now,
        ...config,
      });
    const shop = await open();
    const shops = [shop, place === ':memory:' ? shop : await open()] as const;
    let orders = 0;
    await use({
      shops,
      clock,
      order: () => shop.order(key(++orders)),
      async apply(orderId, code, contact = '', at = shop) {
        const {receipt} = (await shop.checkout.order(orderId))!;
        const {body} = await at.post('/promotions/apply', {order_id: receipt, code, contact});
        const {promotion, failure_reason} = body as {
          promotion?: {code: string};
          failure_reason?: string;
        };
        return promotion?.code ?? failure_reason ?? 'nothing';
      },
      async pay(orderId, code, at = shop) {
        const {referenceId} = CODES[code]!;
        razorpay.change(orderId, {
          amount: 50_000 - VALUE_PAISE,
          promotions: [{code, reference_id: referenceId, type: 'coupon', value: VALUE_PAISE}],
        });
        const {body} = await at.post('/verify', await razorpay.pay(orderId));
        return body.status ?? body.error?.code ?? 'nothing';
      },
    });
  },
});

const TAKEN = 'This code is being used in another order.';
const toldBy = ({shops}: Till) =>
  [...new Set(shops)].flatMap(({changes}) => changes.map(({status}) => status)).sort();

const DATABASES: Record<string, Partial<Pick<Fixtures, 'database' | 'place'>>> = {
  SQLite: {database: 'SQLite'},
  PostgreSQL: {database: 'PostgreSQL'},
  memory: {place: ':memory:'},
};
for (const [name, database] of Object.entries(DATABASES))
  test.describe(name, () => {
    test.use(database);

    test('one of two orders that ask at once has it, as often as that is tried', async ({till}) => {
      for (let i = 0; i < 5; i++) {
        const orders = [await till.order(), await till.order()];

        const said = await Promise.all(
          orders.map((id, at) => till.apply(id, 'ONCE', '', till.shops[at])),
        );

        expect(said.toSorted()).toEqual(['ONCE', TAKEN].toSorted());
        till.clock.now += 15 * MINUTE_MS;
      }
    });

    test('one of two orders that are paid at once has it; the other is looked at', async ({
      till,
      razorpay,
    }) => {
      const orders = [await till.order(), await till.order()];
      for (const id of orders) {
        expect(await till.apply(id, 'ONCE')).toBe('ONCE');
        till.clock.now += 15 * MINUTE_MS;
      }

      const said = await Promise.all(orders.map((id, at) => till.pay(id, 'ONCE', till.shops[at])));

      expect(said.toSorted()).toEqual(['paid', 'unconfirmed']);
      expect(toldBy(till)).toEqual(['paid', 'review']);
      const held = orders[said.indexOf('unconfirmed')]!;
      const [payment] = [...razorpay.payments.values()].filter(({order_id}) => order_id === held);
      expect(payment).toMatchObject({status: 'captured'});
      expect(await till.shops[0].checkout.order(held)).toMatchObject({
        status: 'review',
        payment: undefined,
        review: {
          reason: 'Another order has the coupon "once".',
          payment: {id: payment?.id},
          held: true,
        },
      });
    });

    test('what is held stays so, is told once and can be given back', async ({till, razorpay}) => {
      const [first, second] = [await till.order(), await till.order()];
      await till.apply(first, 'ONCE');
      till.clock.now += 15 * MINUTE_MS;
      await till.apply(second, 'ONCE');
      await till.pay(first, 'ONCE');
      const [payment] = razorpay.payments.values();
      till.clock.now += DAY_MS;

      for (let i = 0; i < 3; i++) {
        till.clock.now += 3_000;
        const {body} = await till.shops[1].get(`/status?order_id=${first}`);
        expect(body).toMatchObject({status: 'unconfirmed', payment_id: payment?.id});
      }
      const {rows} = await till.shops[0].checkout.reconcile();
      expect(rows).toMatchObject([{orderId: first, is: 'review', paid: 45_000}]);
      expect(toldBy(till)).toEqual(['review']);

      razorpay.change(payment!.id, {status: 'refunded', amount_refunded: 45_000});
      till.clock.now += DAY_MS;
      await till.shops[0].checkout.reconcile();
      expect(toldBy(till)).toEqual(['refunded', 'review']);
    });

    test('the same order renews it', async ({till}) => {
      const [first, second] = [await till.order(), await till.order()];
      for (let i = 0; i < 3; i++) {
        expect(await till.apply(first, 'ONCE')).toBe('ONCE');
        till.clock.now += 14 * MINUTE_MS;
      }
      expect(await till.apply(second, 'ONCE')).toBe(TAKEN);
      till.clock.now += MINUTE_MS;
      expect(await till.apply(second, 'ONCE')).toBe('ONCE');
      expect(await till.apply(first, 'ONCE')).toBe(TAKEN);
    });

    test('it is the same however the code is typed and whatever it is called', async ({till}) => {
      const [first, second] = [await till.order(), await till.order()];
      await till.apply(first, 'once');

      expect(await till.apply(second, 'ONCE')).toBe(TAKEN);
      expect(await till.apply(second, 'AGAIN')).toBe(TAKEN);
      expect(await till.apply(first, 'AGAIN')).toBe('AGAIN');
      expect(await till.apply(second, 'ONCE')).toBe(TAKEN);
    });

    test('it expires when the merchant says so, who says the refusal too', async ({till}) => {
      const [first, second] = [await till.order(), await till.order()];
      await till.apply(first, 'LONG');
      till.clock.now += 119 * MINUTE_MS;
      expect(await till.apply(second, 'LONG')).toBe(TAKEN);
      till.clock.now += MINUTE_MS;
      expect(await till.apply(second, 'LONG')).toBe('LONG');

      await till.apply(first, 'OTHER');
      expect(await till.apply(second, 'OTHER')).toBe('Come back later.');
    });

    for (const other of ['OTHER', 'PLAIN'])
      test(`another code on the order frees it: ${other}`, async ({till}) => {
        const [first, second] = [await till.order(), await till.order()];
        await till.apply(first, 'ONCE');
        await till.apply(first, 'NONE');
        expect(await till.apply(second, 'ONCE')).toBe(TAKEN);

        await till.apply(first, other);

        expect(await till.apply(second, 'ONCE')).toBe('ONCE');
      });

    test('a code that was refused leaves the order the one before', async ({till}) => {
      const [first, second] = [await till.order(), await till.order()];
      await till.apply(first, 'ONCE');
      await till.apply(second, 'OTHER');
      expect(await till.apply(first, 'OTHER')).toBe('Come back later.');

      expect(await till.apply(second, 'ONCE')).toBe(TAKEN);
    });

    test("the same contact's newer order takes it over, and no other does", async ({till}) => {
      const asha = '+919000090000';
      const first = await till.order();
      till.clock.now += 1_000;
      const second = await till.order();
      await till.apply(first, 'ONCE', asha);

      expect(await till.apply(second, 'ONCE')).toBe(TAKEN);
      expect(await till.apply(second, 'ONCE', '+919000090001')).toBe(TAKEN);
      expect(await till.apply(second, 'ONCE', '9000090000')).toBe('ONCE');
      expect(await till.apply(first, 'ONCE', asha)).toBe(TAKEN);
      expect(await till.pay(second, 'ONCE')).toBe('paid');
      expect(await till.pay(first, 'ONCE')).toBe('unconfirmed');
      expect(toldBy(till)).toEqual(['paid', 'review']);
    });

    test('two orders of which nobody knows whose they are do not take it over', async ({till}) => {
      const first = await till.order();
      till.clock.now += 1_000;
      const second = await till.order();
      await till.apply(first, 'ONCE');

      expect(await till.apply(second, 'ONCE')).toBe(TAKEN);
    });

    for (const [what, between] of Object.entries({
      'whose reservation is over, while nobody else has it': ({clock}: Till) =>
        void (clock.now += DAY_MS),
      'that has let go of it for another code, and has come back to it': (till: Till, id: string) =>
        till.apply(id, 'PLAIN'),
    }))
      test(`an order ${what} is paid with it`, async ({till}) => {
        const first = await till.order();
        await till.apply(first, 'ONCE');
        await between(till, first);

        expect(await till.pay(first, 'ONCE')).toBe('paid');
        expect(await till.apply(await till.order(), 'ONCE')).toBe(TAKEN);
      });

    test('what is used stays so, and what else was reserved is free', async ({till, razorpay}) => {
      const [first, second] = [await till.order(), await till.order()];
      await till.apply(first, 'OTHER');
      await till.apply(first, 'ONCE');
      expect(await till.pay(first, 'ONCE')).toBe('paid');
      till.clock.now += 90 * DAY_MS;
      await till.shops[0].checkout.reconcile();

      expect(await till.apply(second, 'ONCE')).toBe(TAKEN);
      expect(await till.apply(second, 'OTHER')).toBe('OTHER');

      const [payment] = razorpay.payments.values();
      razorpay.change(payment!.id, {status: 'refunded', amount_refunded: 45_000});
      await till.shops[0].checkout.reconcile({paidWithin: '100d'});
      expect(await till.apply(second, 'ONCE')).toBe('ONCE');
    });

    for (const [what, meanwhile] of [
      ['has it again', 'PLAIN'],
      ['is paid without it where another has used it', 'ONCE'],
    ] as const)
      test(`an order whose refund failed ${what}`, async ({till, razorpay}) => {
        const [first, second, third] = [await till.order(), await till.order(), await till.order()];
        const [shop] = till.shops;
        await till.apply(first, 'ONCE');
        expect(await till.pay(first, 'ONCE')).toBe('paid');
        const [payment] = razorpay.payments.values();
        razorpay.change(payment!.id, {status: 'refunded', amount_refunded: 45_000});
        await shop.checkout.reconcile({paidWithin: '1d', olderThan: '0m'});
        await till.apply(second, meanwhile);
        expect(await till.pay(second, meanwhile)).toBe('paid');

        razorpay.change(payment!.id, {status: 'captured', amount_refunded: 0});
        till.clock.now += 2 * DAY_MS;
        await shop.checkout.reconcile();

        expect(await shop.checkout.order(first)).toMatchObject({status: 'paid'});
        expect(await till.apply(third, 'ONCE')).toBe(TAKEN);
        const told = shop.errors.map(String).filter((text) => text.includes('"once"'));
        expect(told).toHaveLength(meanwhile === 'ONCE' ? 1 : 0);
      });

    test('an order that is paid by other means lets go of it', async ({till, razorpay}) => {
      const [first, second] = [await till.order(), await till.order()];
      await till.apply(first, 'ONCE');
      await till.shops[0].post('/verify', await razorpay.pay(first));

      expect(await till.apply(second, 'ONCE')).toBe('ONCE');
    });

    test('cash on delivery that is cancelled gives it back', async ({till, razorpay}) => {
      const [first, second] = [await till.order(), await till.order()];
      await till.apply(first, 'ONCE');
      razorpay.change(first, {
        amount: 45_000,
        promotions: [{code: 'ONCE', reference_id: 'once', type: 'coupon', value: VALUE_PAISE}],
      });
      expect((await till.shops[0].post('/verify', await razorpay.place(first))).body.status).toBe(
        'placed',
      );
      expect(await till.apply(second, 'ONCE')).toBe(TAKEN);
      razorpay.change(first, {status: 'cancelled'});
      till.clock.now += DAY_MS;
      await till.shops[0].checkout.reconcile();

      expect(await till.apply(second, 'ONCE')).toBe('ONCE');
    });

    test('a time that is none is told to the merchant', async ({till}) => {
      expect(await till.apply(await till.order(), 'WRONG')).not.toBe('WRONG');
      expect(String(till.shops[0].errors[0])).toContain('Write milliseconds or a text such as');
    });

    test.describe('onStatus that wants an order looked at', () => {
      const calls: string[] = [];
      let isBack = false;
      test.use({
        config: {
          onStatus: async ({status, order, payment}, tx) => {
            calls.push(status);
            const sale = {order_id: order.id, payment_id: payment.id, amount: calls.length};
            await tx.insertInto('sales').values(sale).execute();
            if (status === 'paid' && !isBack) throw new NeedsReview('The last one was just sold.');
          },
        },
      });

      test('keeps the payment, undoes what it wrote, and is told once of the review', async ({
        till,
        razorpay,
      }) => {
        calls.length = 0;
        isBack = false;
        const orderId = await till.order();

        const response = await razorpay.pay(orderId, {status: 'authorized'});
        const replies = await Promise.all(till.shops.map((shop) => shop.post('/verify', response)));
        till.clock.now += DAY_MS;
        await till.shops[0].get(`/status?order_id=${orderId}`);
        await till.shops[0].checkout.reconcile();
        replies.push(await till.shops[0].post('/verify', response));

        for (const {body} of replies) expect(body.status).toBe('unconfirmed');
        expect(razorpay.payments.get(response.razorpay_payment_id)?.status).toBe('captured');
        expect(calls.filter((status) => status === 'review')).toHaveLength(1);
        expect(await till.shops[0].sales()).toHaveLength(1);
        expect(await till.shops[0].checkout.order(orderId)).toMatchObject({
          status: 'review',
          review: {reason: 'The last one was just sold.', held: true},
        });
        expect(till.shops.flatMap(({errors}) => errors)).toEqual([]);

        const {accept} = till.shops[0].checkout;
        await expect(accept(orderId)).rejects.toThrow(NeedsReview);
        expect(await till.shops[0].sales()).toHaveLength(1);
        isBack = true;
        expect(await accept(orderId)).toMatchObject({status: 'paid', review: undefined});
        expect(await till.shops[0].sales()).toHaveLength(2);
      });
    });

    test('an order that lost it to another has it no more once a person accepts it', async ({
      till,
      razorpay,
    }) => {
      const [first, second] = [await till.order(), await till.order()];
      await till.apply(first, 'ONCE');
      till.clock.now += DAY_MS;
      await till.apply(second, 'ONCE');
      expect(await till.pay(second, 'ONCE')).toBe('paid');
      expect(await till.pay(first, 'ONCE')).toBe('unconfirmed');

      const {accept, order} = till.shops[0].checkout;
      expect(await order(first)).toMatchObject({status: 'review', review: {held: true}});
      expect(await accept(first)).toMatchObject({status: 'paid', details: {amount: 45_000}});
      const [payment] = [...razorpay.payments.values()].filter(({order_id}) => order_id === first);
      razorpay.change(payment!.id, {status: 'refunded', amount_refunded: 45_000});
      await till.shops[0].checkout.reconcile({paidWithin: '2d', olderThan: '0m'});
      expect(await order(first)).toMatchObject({status: 'refunded'});
      expect(await till.apply(await till.order(), 'ONCE')).toBe(TAKEN);
    });
  });
