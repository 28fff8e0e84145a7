// With src/server/orders/reconcile-report.ts and src/server/razorpay/retry-while-limited.ts.
import {expect} from '@playwright/test';
import type {ReconcileReport} from '../../../src/server.js';
import {KEY_SECRET, OTHER_KEY_ID} from '../../fixtures/samples.js';
import {onEachDatabase, test, type Shop} from '../../fixtures/server/shop.js';

const MINUTE_MS = 60_000;
const key = (i: number) => String(i).padStart(22, 'x');

/** Lets the orders grow old enough. */
const later = (shop: Shop) => (shop.clock.now += 16 * MINUTE_MS);

onEachDatabase(() => {
  test('a payment that nobody told is found, and the report says so', async ({razorpay, shop}) => {
    const orderId = await shop.order(key(1));
    await shop.order(key(2));
    const {razorpay_payment_id} = await razorpay.pay(orderId);
    later(shop);

    const report = await shop.checkout.reconcile({olderThan: '15m'});

    expect(report.asked).toBe(2);
    expect(report.rows).toEqual([
      {
        orderId,
        receipt: expect.any(String),
        was: 'created',
        is: 'paid',
        currency: 'INR',
        ordered: 50_000,
        paid: 50_000,
        refunded: 0,
        paymentId: razorpay_payment_id,
        remark: undefined,
      },
    ]);
    expect(await shop.sales()).toHaveLength(1);
    expect(await shop.checkout.reconcile()).toMatchObject({asked: 1, rows: []});
  });

  test('a dry run says the same and moves nothing', async ({razorpay, shop}) => {
    const paid = await shop.order(key(1));
    const odd = await shop.order(key(2));
    const tried = await shop.order(key(3));
    await razorpay.pay(paid, {status: 'authorized'});
    await razorpay.pay(odd, {amount: 100});
    await razorpay.pay(tried, {status: 'failed'});
    later(shop);

    const foreseen = await shop.checkout.reconcile({dryRun: true});

    expect(foreseen.rows.map(({was, is}) => [was, is]).sort()).toEqual([
      ['created', 'attempted'],
      ['created', 'paid'],
      ['created', 'review'],
    ]);
    expect(shop.changes).toEqual([]);
    expect(razorpay.count(/capture/)).toBe(0);
    expect(await shop.checkout.order(paid)).toMatchObject({status: 'created'});

    const done = await shop.checkout.reconcile();
    const sorted = (rows: typeof done.rows) =>
      rows.toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1));
    // What was tried has no payment to speak of.
    expect(sorted(done.rows)).toEqual(sorted(foreseen.rows));
  });

  test('an accountant can read it', async ({razorpay, shop}) => {
    const paid = await shop.order(key(1));
    const odd = await shop.order(key(2));
    await razorpay.pay(paid);
    await razorpay.pay(odd, {amount: 123_456});
    later(shop);

    const lines = String(await shop.checkout.reconcile()).split('\n');

    expect(lines[0]).toMatch(/^order +receipt +was +is +ordered +paid +refunded +payment +remark$/);
    expect(lines.find((line) => line.startsWith(paid))).toMatch(
      /created {2}paid {4}500\.00 INR +500\.00 INR +pay_\d+$/,
    );
    expect(lines.find((line) => line.startsWith(odd))).toMatch(
      /created {2}review {2}500\.00 INR {2}1234\.56 INR +pay_\d+ {2}The amount is 123456 where 50000 was expected\.$/,
    );
    expect(lines.at(-1)).toBe('2 asked, 2 differ.');
  });

  test('an order in review is named each time', async ({razorpay, shop}) => {
    await razorpay.pay(await shop.order(), {amount: 100});
    later(shop);
    await shop.checkout.reconcile();

    expect((await shop.checkout.reconcile()).rows).toMatchObject([{was: 'review', is: 'review'}]);
    expect(shop.changes).toHaveLength(1);
  });

  test('refunds that nobody told, and money that came twice, are found among the paid', async ({
    razorpay,
    shop,
  }) => {
    const [partly, wholly, twice] = [
      await shop.order(key(1)),
      await shop.order(key(2)),
      await shop.order(key(3)),
    ];
    const paid: string[] = [];
    for (const orderId of [partly, wholly, twice]) {
      const response = await razorpay.pay(orderId);
      await shop.post('/verify', response);
      paid.push(response.razorpay_payment_id);
    }
    razorpay.change(paid[0]!, {amount_refunded: 10_000});
    razorpay.change(paid[1]!, {status: 'refunded'});
    const second = await razorpay.pay(twice);
    later(shop);
    const sweep = {paidWithin: '2d'};
    const inOrder = ({rows}: ReconcileReport) =>
      [partly, wholly, twice].map((orderId) => rows.find((row) => row.orderId === orderId));

    expect(await shop.checkout.reconcile()).toMatchObject({asked: 0});
    const foreseen = await shop.checkout.reconcile({...sweep, dryRun: true});
    const done = await shop.checkout.reconcile(sweep);

    expect(inOrder(done)).toMatchObject([
      {was: 'paid', is: 'paid', refunded: 10_000, remark: undefined},
      {was: 'paid', is: 'refunded', refunded: 50_000, remark: undefined},
      {
        was: 'paid',
        is: 'paid',
        refunded: 0,
        paymentId: paid[2],
        remark: expect.stringContaining(`${second.razorpay_payment_id} does not fit`),
      },
    ]);
    expect(inOrder(foreseen)).toEqual(inOrder(done));
    expect(
      shop.changes
        .slice(3)
        .map(({status, refund}) => [status, refund])
        .sort(),
    ).toEqual([
      ['partly_refunded', 10_000],
      ['refunded', 50_000],
    ]);
    expect((await shop.checkout.reconcile(sweep)).rows).toHaveLength(1);
    shop.clock.now += 3 * 24 * 60 * MINUTE_MS;
    expect(await shop.checkout.reconcile(sweep)).toMatchObject({asked: 0});
  });

  test('orders that were made before the key was changed are asked about', async ({
    openShop,
    razorpay,
  }) => {
    const orderId = await (await openShop()).order(key(1));
    const gone = await (await openShop()).order(key(2));
    razorpay.orders.delete(gone);
    razorpay.keyId = OTHER_KEY_ID;
    const shop = await openShop({
      razorpay: {keyId: razorpay.keyId, keySecret: KEY_SECRET, baseUrl: razorpay.url},
    });
    await razorpay.pay(orderId);
    later(shop);

    const report = await shop.checkout.reconcile();

    expect(report).toMatchObject({asked: 1, foreign: 1, rows: [{orderId, is: 'paid'}]});
    expect(String(report)).toMatch(/1 asked, 1 differ, 1 of another account left alone\.$/);
    expect(shop.errors).toEqual([]);
  });

  test('cash on delivery is followed until it came in', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    const {razorpay_payment_id} = await razorpay.place(orderId);
    later(shop);
    await shop.checkout.reconcile();
    razorpay.change(orderId, {status: 'paid'});
    razorpay.change(razorpay_payment_id, {status: 'captured'});
    shop.clock.now += 90 * 24 * 60 * MINUTE_MS;

    await shop.checkout.reconcile();

    expect(shop.changes).toMatchObject([
      {status: 'placed', ship: true},
      {status: 'paid', ship: false},
    ]);
  });

  test('young orders, and old ones that nobody tried to pay, are left alone', async ({
    razorpay,
    shop,
  }) => {
    await shop.order(key(1));
    shop.clock.now += 31 * 24 * 60 * MINUTE_MS;
    await shop.order(key(2));
    const asked = razorpay.requests.length;

    expect(await shop.checkout.reconcile()).toMatchObject({asked: 0, rows: []});
    expect(razorpay.requests).toHaveLength(asked);
  });

  test('one order that cannot be asked about holds up none of the others', async ({
    razorpay,
    shop,
  }) => {
    const orders: string[] = [];
    for (let i = 0; i < 5; i++) orders.push(await shop.order(key(i)));
    for (const orderId of orders) await razorpay.pay(orderId);
    razorpay.fault = (request) =>
      request.includes(String(orders[1])) ? {status: 500, body: {}} : undefined;
    later(shop);

    const {rows} = await shop.checkout.reconcile();

    expect(rows).toHaveLength(5);
    expect(rows.find(({orderId}) => orderId === orders[1])).toMatchObject({
      is: 'created',
      remark: expect.stringContaining('500'),
    });
    expect(await shop.sales()).toHaveLength(4);
  });

  test('Razorpay is given the pause it asks for', async ({razorpay, shop}) => {
    await razorpay.pay(await shop.order());
    let refusals = 2;
    razorpay.fault = () => (refusals-- > 0 ? {status: 429, body: {}} : undefined);
    later(shop);

    expect((await shop.checkout.reconcile()).rows).toMatchObject([{is: 'paid'}]);
  });

  test('more orders than a page holds are all asked about, once', async ({razorpay, shop}) => {
    test.slow();
    const orders = await Promise.all(Array.from({length: 130}, (_, i) => shop.order(key(i))));
    later(shop);

    expect(await shop.checkout.reconcile()).toMatchObject({asked: 130, rows: []});
    for (const orderId of orders)
      expect(razorpay.count(new RegExp(`^GET /v1/orders/${orderId}$`))).toBe(1);
  });

  test('an order whose making was lost is found by its receipt', async ({razorpay, shop}) => {
    razorpay.fault = (request) => (request.startsWith('POST') ? 'lose' : {status: 500, body: {}});
    await shop.post('/orders', {}, {'Idempotency-Key': key(1)});
    razorpay.fault = (request) => (request.startsWith('POST') ? 'drop' : {status: 500, body: {}});
    await shop.post('/orders', {}, {'Idempotency-Key': key(2)});
    razorpay.fault = () => undefined;
    later(shop);

    const {rows} = await shop.checkout.reconcile();

    const [made] = razorpay.orders.keys();
    expect(rows.map(({orderId, remark}) => [orderId, remark]).sort()).toEqual(
      [
        [made, 'Its making was not finished.'],
        [undefined, 'Razorpay has no such order.'],
      ].sort(),
    );
    expect(await shop.checkout.order(made!)).toMatchObject({status: 'created'});
    expect((await shop.checkout.reconcile()).asked).toBe(1);
  });
});

for (const olderThan of ['soon', '15', '-1m', -1, Number.NaN])
  test(`an age of ${olderThan} is refused`, async ({shop}) => {
    await expect(shop.checkout.reconcile({olderThan})).rejects.toThrow('Write milliseconds or');
  });
