// With src/server/orders/reconcile-report.ts and src/server/razorpay/retry-while-limited.ts.
import {expect} from '@playwright/test';
import type {ReconcileOptions, ReconcileReport} from '../../../src/server.js';
import {KEY_SECRET, OTHER_KEY_ID} from '../../fixtures/samples.js';
import type {FakeRazorpay} from '../../fixtures/server/fake-razorpay.js';
import {onEachDatabase, onSqlite, test, type Shop} from '../../fixtures/server/shop.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
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
    shop.clock.now += 60 * DAY_MS;
    const asked = await shop.checkout.reconcile();
    const named = await shop.checkout.reconcile();
    expect([asked, named]).toMatchObject([{asked: 1}, {asked: 0}]);
    expect(named.rows).toEqual(asked.rows);
    expect(shop.changes).toHaveLength(1);
  });

  test('a payment that goes through months later is found', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    const {razorpay_payment_id} = await razorpay.pay(orderId, {status: 'failed'});
    later(shop);
    for (let i = 0; i < 3; i++) {
      await shop.checkout.reconcile();
      shop.clock.now += 40 * DAY_MS;
    }
    razorpay.change(razorpay_payment_id, {status: 'captured'});
    razorpay.change(orderId, {status: 'paid'});

    expect(await shop.checkout.reconcile()).toMatchObject({asked: 1, rows: [{is: 'paid'}]});
  });

  test.describe('money that was captured for an order that is over', () => {
    const cancel = async (shop: Shop, razorpay: FakeRazorpay) => {
      const orderId = await shop.order();
      await razorpay.place(orderId);
      later(shop);
      await shop.checkout.reconcile();
      razorpay.change(orderId, {status: 'cancelled'});
      await shop.checkout.reconcile();
      return orderId;
    };
    const refund = async (shop: Shop, razorpay: FakeRazorpay) => {
      const orderId = await shop.order();
      await razorpay.pay(orderId, {status: 'refunded', amount_refunded: 50_000});
      razorpay.change(orderId, {status: 'paid'});
      later(shop);
      await shop.checkout.reconcile();
      return orderId;
    };
    for (const [status, close] of Object.entries({cancelled: cancel, refunded: refund}))
      test(`is named each time: ${status}`, async ({razorpay, shop}) => {
        const orderId = await close(shop, razorpay);
        expect(await shop.checkout.reconcile()).toMatchObject({asked: 1, rows: []});
        const told = shop.errors.length;
        const changes = shop.changes.length;
        shop.clock.now += 50 * DAY_MS;
        const {razorpay_payment_id: paymentId} = await razorpay.pay(orderId, {amount: 12_300});

        const foreseen = await shop.checkout.reconcile({dryRun: true});
        const found = await shop.checkout.reconcile();
        const named = await shop.checkout.reconcile();

        expect(found).toMatchObject({asked: 1, rows: [{orderId, was: status, is: status}]});
        expect(found.rows).toMatchObject([{paymentId, paid: 12_300}]);
        expect(found.rows[0]?.remark).toContain(`${paymentId} does not fit order ${orderId}.`);
        expect(named).toMatchObject({asked: 0});
        expect([foreseen.rows, named.rows]).toEqual([found.rows, found.rows]);
        expect(String(named)).toContain('123.00 INR');
        expect(shop.errors.slice(told)).toMatchObject([{orderId, paymentId, amount: 12_300}]);

        razorpay.change(paymentId, {status: 'refunded', amount_refunded: 12_300});
        shop.clock.now += 50 * DAY_MS;
        expect(await shop.checkout.reconcile()).toMatchObject({asked: 1});
        expect(shop.changes).toHaveLength(changes);
      });
  });

  test('a refund that failed is found, foreseen by a dry run and told once', async ({
    razorpay,
    shop,
  }) => {
    const orderId = await shop.order();
    const {razorpay_payment_id} = await razorpay.pay(orderId, {
      status: 'refunded',
      amount_refunded: 50_000,
    });
    razorpay.change(orderId, {status: 'paid'});
    later(shop);
    await shop.checkout.reconcile();
    razorpay.change(razorpay_payment_id, {status: 'captured', amount_refunded: 20_000});
    shop.clock.now += 5 * DAY_MS;

    const foreseen = await shop.checkout.reconcile({dryRun: true});
    expect(shop.changes).toHaveLength(1);
    const found = await shop.checkout.reconcile();
    await shop.checkout.reconcile({paidWithin: '30d'});

    expect(found.rows).toMatchObject([{was: 'refunded', is: 'paid', refunded: 20_000}]);
    expect(foreseen.rows).toEqual(found.rows);
    expect(shop.changes.slice(1)).toMatchObject([
      {status: 'refund_failed', refund: -30_000, ship: false},
    ]);
  });

  test('an order that Razorpay does not know is asked about more and more seldom', async ({
    razorpay,
    shop,
  }) => {
    const orderId = await shop.order();
    await razorpay.pay(orderId, {status: 'failed'});
    later(shop);
    await shop.checkout.reconcile();
    razorpay.orders.delete(orderId);
    shop.clock.now += 50 * DAY_MS;

    const asked = await shop.checkout.reconcile();
    const named = await shop.checkout.reconcile();

    expect([asked, named]).toMatchObject([{asked: 1}, {asked: 0}]);
    expect(asked.rows).toMatchObject([{orderId, remark: expect.stringContaining(orderId)}]);
    expect(named.rows).toMatchObject([{orderId, remark: asked.rows[0]?.remark}]);
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
    // The one that went back wholly is over, and looked at now and then.
    expect(await shop.checkout.reconcile(sweep)).toMatchObject({asked: 1, rows: []});
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

test('a dry run in another spelling moves nothing', async ({shop}) => {
  await expect(shop.checkout.reconcile({dryrun: true} as ReconcileOptions)).rejects.toThrow(
    'dryrun is no setting. Did you mean "dryRun"?',
  );
});

// By a clock and no statement of its own.
onSqlite(() => {
  test('an order whose attempts failed is asked about more and more seldom', async ({
    razorpay,
    shop,
  }) => {
    test.slow();
    const orderId = await shop.order();
    await razorpay.pay(orderId, {status: 'failed'});
    const made = shop.clock.now;
    const asked: number[] = [];
    later(shop);
    while (shop.clock.now < made + 120 * DAY_MS) {
      const report = await shop.checkout.reconcile();
      if (report.asked) asked.push((shop.clock.now - made) / DAY_MS);
      shop.clock.now += DAY_MS / 8;
    }

    const within = (from: number, to: number) =>
      asked.filter((age) => age >= from && age < to).length;
    expect([within(0, 1), within(1, 2), within(10, 20), within(60, 120)]).toEqual([8, 8, 16, 17]);
  });
});
