// With src/server/endpoints/webhook-body.ts, and src/server/ledger/webhooks-table.ts, which works on
// each event once.
import {expect} from '@playwright/test';
import {inspect} from 'node:util';
import {ConfigError, hmacHex, type Ledger, type ReceivedEvent} from '../../../src/server.js';
import type {LedgerTables} from '../../../src/server/ledger/ledger.js';
import {LONGEST_PAUSE_MS} from '../../../src/server/runtime/retry.js';
import {DOCTOR_EVENT, WEBHOOK_EVENTS} from '../../../src/wire/events.js';
import type {FakeRazorpay} from '../../fixtures/server/fake-razorpay.js';
import {
  KEY_ID,
  KEY_SECRET,
  OLD_SECRET,
  OTHER_SECRET,
  WEBHOOK_SECRET,
} from '../../fixtures/samples.js';
import {onEachDatabase, onSqlite, type Shop, test} from '../../fixtures/server/shop.js';

const send = async (shop: Shop, event: RequestInit): Promise<number> =>
  (await fetch(`${shop.url}/webhook`, event)).status;

/** An event as Razorpay would send it. */
async function signed(
  event: object,
): Promise<{method: string; headers: Record<string, string>; body: string}> {
  const body = JSON.stringify(event);
  const headers = {'X-Razorpay-Signature': await hmacHex(WEBHOOK_SECRET, body)};
  return {method: 'POST', headers, body};
}

const kept = (shop: Shop) =>
  shop.ledger.db
    .selectFrom('rzp_webhooks' as never)
    .selectAll()
    .execute() as Promise<{event: string; event_id: string; due_at: number | null}[]>;

const MINUTE_MS = 60_000;

/** Something to wait for. */
function gate(): {open: () => void; passed: Promise<void>} {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return {open: () => open(), passed};
}

onEachDatabase(() => {
  test.describe('an event', () => {
    for (const event of ['order.paid', 'payment.captured', 'payment.authorized', 'payment.failed'])
      test(`${event} of a payment that was captured makes the order paid`, async ({
        razorpay,
        shop,
      }) => {
        const orderId = await shop.order();
        const payment = await razorpay.pay(orderId);

        expect(await send(shop, await razorpay.event(event, payment))).toBe(200);

        expect(await shop.checkout.order(orderId)).toMatchObject({status: 'paid'});
        expect(await shop.sales()).toHaveLength(1);
      });

    test('of an authorised payment has it captured', async ({razorpay, shop}) => {
      const orderId = await shop.order();
      const payment = await razorpay.pay(orderId, {status: 'authorized'});

      await send(shop, await razorpay.event('payment.authorized', payment));

      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'paid'});
    });

    test('of a failed payment leaves the order open, and late authorisation makes it paid', async ({
      razorpay,
      shop,
    }) => {
      const orderId = await shop.order();
      const payment = await razorpay.pay(orderId, {status: 'failed'});
      await send(shop, await razorpay.event('payment.failed', payment));
      const before = await shop.checkout.order(orderId);
      razorpay.change(payment.razorpay_payment_id, {status: 'captured'});
      await send(shop, await razorpay.event('payment.captured', payment));

      expect(before).toMatchObject({status: 'attempted'});
      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'paid'});
    });

    test('that says less than is true by now is not believed', async ({razorpay, shop}) => {
      const orderId = await shop.order();
      const payment = await razorpay.pay(orderId, {status: 'failed'});
      const late = await razorpay.event('payment.failed', payment);
      razorpay.change(payment.razorpay_payment_id, {status: 'captured'});

      await send(shop, await razorpay.event('order.paid', payment));
      await send(shop, late);

      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'paid'});
      expect(shop.changes).toHaveLength(1);
    });

    for (const what of ['an order of another shop', 'an event that nobody knows', 'no payload'])
      test(`of ${what} answers 200 and is kept`, async ({razorpay, shop}) => {
        const payment = await razorpay.pay(await shop.order());
        if (what === 'an order of another shop')
          razorpay.change(payment.razorpay_order_id, {id: 'order_OfAnotherShop1'});
        const name = what.startsWith('an event') ? 'settlement.processed' : 'order.paid';
        if (what === 'no payload') {
          razorpay.orders.clear();
          razorpay.payments.clear();
        }

        expect(await send(shop, await razorpay.event(name, payment))).toBe(200);

        expect(await kept(shop)).toMatchObject([{event: name, due_at: null}]);
        expect(shop.errors).toEqual([]);
      });
  });

  test.describe('the same event again', () => {
    test('answers 200 without asking Razorpay', async ({openShop, razorpay}) => {
      const shops = [await openShop(), await openShop()];
      const payment = await razorpay.pay(await shops[0]!.order());
      const event = await razorpay.event('order.paid', payment);
      await send(shops[0]!, event);
      const asked = razorpay.requests.length;

      expect(await Promise.all(shops.map((shop) => send(shop, event)))).toEqual([200, 200]);
      expect(razorpay.requests).toHaveLength(asked);
    });

    test('at the same time on two ledgers is worked on once', async ({openShop, razorpay}) => {
      const shops = [await openShop(), await openShop()];
      const payment = await razorpay.pay(await shops[0]!.order());
      const event = await razorpay.event('order.paid', payment);

      const answers = await Promise.all(
        Array.from({length: 10}, (_, i) => send(shops[i % 2]!, event)),
      );

      expect(answers).toEqual(answers.map(() => 200));
      expect(razorpay.count(/^GET \/v1\/orders\/[^/]+$/)).toBe(1);
      expect(await shops[0]!.sales()).toHaveLength(1);
    });

    test('without an id is known by its signature', async ({razorpay, shop}) => {
      const event = await razorpay.event('order.paid', await razorpay.pay(await shop.order()));
      delete event.headers['X-Razorpay-Event-Id'];
      await send(shop, event);
      await send(shop, event);

      expect(await kept(shop)).toHaveLength(1);
    });
  });

  test('one body is kept and worked on once, whatever ids it comes under', async ({
    razorpay,
    shop,
  }) => {
    const event = await razorpay.event('order.paid', await razorpay.pay(await shop.order()));
    const asked = () => razorpay.count(/^GET \/v1\/orders\/[^/]+$/);

    for (let i = 0; i < 30; i++) {
      event.headers['X-Razorpay-Event-Id'] = `evt_${i}`;
      expect(await send(shop, event)).toBe(200);
    }

    expect(await kept(shop)).toHaveLength(1);
    expect(asked()).toBe(1);
  });

  test('what is of no use any more is forgotten by requests, some now and then, and by a sweep', async ({
    shop,
  }) => {
    const {db} = shop.ledger as unknown as Ledger<LedgerTables>;
    const [now, day] = [shop.clock.now, 24 * 3_600_000];
    const event = (id: string, days: number, due_at: number | null = null) => ({
      ...{event_id: id, body_hash: id, event: 'order.paid', order_id: null, body: '{}'},
      ...{attempts: 1, due_at, received_at: now - days * day},
    });
    const coupon = (name: string, expires_at: number | null) => ({
      ...{coupon: name, order_id: 'order_1', order_made_at: now, contact: '', expires_at},
    });
    const many = Array.from({length: 2_500}, (_, nth) => `old-${nth}`);
    for (let from = 0; from < many.length; from += 500) {
      const part = many.slice(from, from + 500);
      const events = part.map((id) => event(id, 31));
      await db.insertInto('rzp_webhooks').values(events).execute();
      const coupons = part.map((name) => coupon(name, now - 2 * day));
      await db.insertInto('rzp_coupons').values(coupons).execute();
    }
    const young = [event('young', 29), event('undone', 31, now + LONGEST_PAUSE_MS)];
    await db.insertInto('rzp_webhooks').values(young).execute();
    const held = [coupon('USED', null), coupon('HELD', now + day), coupon('JUST OVER', now - 1)];
    await db.insertInto('rzp_coupons').values(held).execute();
    const left = async () => {
      await shop.checkout.deliver();
      const events = await db.selectFrom('rzp_webhooks').select('event_id').execute();
      const coupons = await db.selectFrom('rzp_coupons').select('coupon').execute();
      return [events.length, coupons.length];
    };

    for (const passed of [0, 1_000, 5 * 60_000]) {
      shop.clock.now += passed;
      await shop.get('/status?order_id=order_1');
      expect(await left()).toEqual([1_502, 1_503]);
    }
    shop.clock.now += 5 * 60_000;
    await shop.get('/status?order_id=order_1');
    expect(await left()).toEqual([502, 503]);
    await shop.checkout.reconcile();
    expect(await left()).toEqual([2, 3]);
  });

  test('an id of another form than an id is passed over', async ({razorpay, shop}) => {
    const event = await razorpay.event('order.paid', await razorpay.pay(await shop.order()));
    event.headers['X-Razorpay-Event-Id'] = 'x'.repeat(5_000);

    expect(await send(shop, event)).toBe(200);

    const [row] = await kept(shop);
    expect(row?.event_id).toMatch(/^body:[0-9a-f]{64}$/);
  });

  test.describe('onEvent', () => {
    const dispute = (payment_id: string) =>
      signed({
        event: 'payment.dispute.created',
        payload: {dispute: {entity: {id: 'disp_1', payment_id, amount: 50_000}}},
      });

    test('is told what the kit does not act on, with the order as it is by now', async ({
      openShop,
      razorpay,
    }) => {
      const told: ReceivedEvent[] = [];
      const shop = await openShop({onEvent: (event) => told.push(event)});
      const orderId = await shop.order();
      const {razorpay_payment_id} = await razorpay.pay(orderId);
      const event = await dispute(razorpay_payment_id);
      event.headers['X-Razorpay-Event-Id'] = 'evt_1';

      await send(shop, event);
      await send(shop, event);

      expect(told).toMatchObject([
        {
          id: 'evt_1',
          event: 'payment.dispute.created',
          order: {id: orderId, status: 'paid'},
          body: {payload: {dispute: {entity: {amount: 50_000}}}},
        },
      ]);
    });

    test('is told of what is about no order of ours', async ({openShop}) => {
      const told: ReceivedEvent[] = [];
      const shop = await openShop({onEvent: (event) => told.push(event)});

      await send(shop, await signed({event: 'settlement.processed', payload: {}}));

      expect(told).toMatchObject([{event: 'settlement.processed', order: undefined}]);
    });

    test('is not told what the kit acts on', async ({openShop, razorpay}) => {
      const told: ReceivedEvent[] = [];
      const shop = await openShop({onEvent: (event) => told.push(event)});

      await send(shop, await razorpay.event('order.paid', await razorpay.pay(await shop.order())));

      expect(told).toEqual([]);
    });

    test('is told no event that the kit acts on, and none that it may get', async ({openShop}) => {
      const told: ReceivedEvent[] = [];
      const shop = await openShop({onEvent: (event) => told.push(event)});

      for (const event of [...WEBHOOK_EVENTS, 'token.resumed'])
        await send(shop, await signed({event, payload: {}}));

      expect(told).toEqual([]);
    });

    test('that throws is told again later, and the answer is 200', async ({openShop}) => {
      let tries = 0;
      const shop = await openShop({
        onEvent: () => {
          if (++tries === 1) throw new Error('The helpdesk is closed.');
        },
      });

      expect(await send(shop, await dispute('pay_OfAnotherShop1'))).toBe(200);
      await shop.checkout.deliver();
      expect(tries).toBe(1);
      shop.clock.now += 10_000;
      await shop.checkout.deliver();
      await shop.checkout.deliver();

      expect(tries).toBe(2);
      expect(shop.errors).toMatchObject([{message: 'The helpdesk is closed.'}]);
    });
  });

  test.describe('an event that cannot be worked on', () => {
    const leave = async (shop: Shop, razorpay: FakeRazorpay): Promise<string> => {
      const orderId = await shop.order();
      const event = await razorpay.event('order.paid', await razorpay.pay(orderId));
      razorpay.fault = () => 'drop';
      expect(await send(shop, event)).toBe(200);
      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'created'});
      razorpay.fault = () => undefined;
      return orderId;
    };

    test('answers 200 and is taken up again by deliver()', async ({razorpay, shop}) => {
      const orderId = await leave(shop, razorpay);
      await shop.checkout.deliver();
      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'created'});

      shop.clock.now += MINUTE_MS;
      await shop.checkout.deliver();

      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'paid'});
      expect(await kept(shop)).toMatchObject([{due_at: null}]);
    });

    test('is taken up again by any request', async ({razorpay, shop}) => {
      const orderId = await leave(shop, razorpay);

      shop.clock.now += MINUTE_MS;
      await shop.get('/status?order_id=order_1');

      await expect.poll(async () => (await shop.checkout.order(orderId))?.status).toBe('paid');
    });

    test('is answered in time, and waitUntil is given the work', async ({openShop, razorpay}) => {
      const shop = await openShop();
      const orderId = await shop.order();
      const event = await razorpay.event('order.paid', await razorpay.pay(orderId));
      let release: () => void = () => undefined;
      const asked = new Promise<void>((resolve) => (release = resolve));
      const slow = await openShop({
        onStatus: () => asked,
      });
      const work: Promise<unknown>[] = [];

      const response = await slow.checkout.fetch(
        new Request('http://shop.example/checkout/webhook', event),
        {waitUntil: (promise: Promise<unknown>) => work.push(promise)},
      );

      expect(response.status).toBe(200);
      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'created'});
      release();
      await Promise.all(work);
      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'paid'});
    });

    test('is answered without waitUntil too, however long Razorpay is asked', async ({
      openShop,
      razorpay,
    }) => {
      // Longer than the test may take.
      const shop = await openShop({timeout: 600_000});
      const event = await razorpay.event('order.paid', await razorpay.pay(await shop.order()));
      razorpay.fault = () => 'hang';

      expect(await send(shop, event)).toBe(200);
    });
  });

  test.describe('cash on delivery', () => {
    const place = async (shop: Shop, razorpay: FakeRazorpay) => {
      const orderId = await shop.order();
      const payment = await razorpay.place(orderId);
      await send(shop, await razorpay.event('order.placed', payment));
      return payment;
    };

    test('is placed, and paid once the cash came in, and shipped once', async ({
      razorpay,
      shop,
    }) => {
      const payment = await place(shop, razorpay);
      razorpay.change(payment.razorpay_payment_id, {status: 'captured'});
      razorpay.change(payment.razorpay_order_id, {status: 'paid'});

      await send(shop, await razorpay.event('order.paid', payment));

      expect(shop.changes).toMatchObject([
        {status: 'placed', ship: true},
        {status: 'paid', previous: 'placed', ship: false},
      ]);
    });

    test('is placed and may be cancelled, which a late event does not undo', async ({
      razorpay,
      shop,
    }) => {
      const payment = await place(shop, razorpay);
      const late = await razorpay.event('payment.pending', payment);
      razorpay.change(payment.razorpay_order_id, {status: 'cancelled'});

      await send(shop, await razorpay.event('order.cancelled', payment));
      await send(shop, late);

      expect(shop.changes).toMatchObject([{status: 'placed'}, {status: 'cancelled', ship: false}]);
      const reply = await shop.get(`/status?order_id=${payment.razorpay_order_id}`);
      expect(reply.body.status).toBe('cancelled');
    });
  });

  test('money that came twice is told to the log', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    await shop.post('/verify', await razorpay.pay(orderId));
    const second = await razorpay.pay(orderId);

    await send(shop, await razorpay.event('payment.captured', second));

    expect(shop.errors).toMatchObject([{orderId, paymentId: second.razorpay_payment_id}]);
    expect(shop.changes).toHaveLength(1);
  });
});

onSqlite(() => {
  test.describe('the event of the doctor', () => {
    /** Signed by whoever has the secret, and named so that the kit knows whose it is. */
    const doctors = async (secret = WEBHOOK_SECRET) => {
      const body = JSON.stringify({event: DOCTOR_EVENT, payload: {}});
      const headers = {
        'X-Razorpay-Signature': await hmacHex(secret, body),
        'X-Razorpay-Event-Id': DOCTOR_EVENT,
      };
      return {method: 'POST', headers, body};
    };

    test('answers 200, is not kept, and no hook hears of it', async ({openShop, razorpay}) => {
      const heard: ReceivedEvent[] = [];
      const shop = await openShop({onEvent: (event) => void heard.push(event)});

      expect(await send(shop, await doctors())).toBe(200);
      await shop.checkout.deliver();

      expect(await kept(shop)).toEqual([]);
      expect(heard).toEqual([]);
      expect(shop.changes).toEqual([]);
      expect(shop.errors).toEqual([]);
      expect(razorpay.requests).toEqual([]);
    });

    test('signed with another secret is refused, which the doctor tells instead of onError', async ({
      shop,
    }) => {
      expect(await send(shop, await doctors(OTHER_SECRET))).toBe(400);
      expect(shop.errors).toEqual([]);
    });
  });

  test.describe('what Razorpay has not signed', () => {
    const CASES: Record<string, (event: {headers: Record<string, string>; body: string}) => void> =
      {
        'has no signature': ({headers}) => delete headers['X-Razorpay-Signature'],
        'has a signature that is no hex': ({headers}) => (headers['X-Razorpay-Signature'] = 'zz'),
        'was changed afterwards': (event) => (event.body = event.body.replace('order.paid', 'x')),
        'was written anew': (event) => (event.body = JSON.stringify(JSON.parse(event.body))),
      };
    for (const [what, change] of Object.entries(CASES))
      test(`and ${what}, answers 400 and changes nothing`, async ({razorpay, shop}) => {
        const orderId = await shop.order();
        const event = await razorpay.event('order.paid', await razorpay.pay(orderId));
        const asked = razorpay.requests.length;
        change(event);

        expect(await send(shop, event)).toBe(400);

        expect(await shop.checkout.order(orderId)).toMatchObject({status: 'created'});
        expect(await kept(shop)).toEqual([]);
        expect(razorpay.requests).toHaveLength(asked);
        expect(shop.errors).toHaveLength(1);
      });

    test('with the webhook secret answers 400, and the merchant is told once a minute', async ({
      razorpay,
      shop,
    }) => {
      const payment = await razorpay.pay(await shop.order());
      const event = await razorpay.event('order.paid', payment, {secret: KEY_SECRET});

      const answers = [];
      for (const minutes of [0, 0.9, 0.2]) {
        shop.clock.now += minutes * MINUTE_MS;
        answers.push(await send(shop, event));
      }

      expect(answers).toEqual([400, 400, 400]);
      expect(shop.errors).toHaveLength(2);
      for (const error of shop.errors) {
        expect(error).toBeInstanceOf(ConfigError);
        expect(String(error)).toContain('razorpay.webhookSecret');
        expect(inspect(error)).not.toContain(WEBHOOK_SECRET);
      }
    });
  });

  test('an event signed with any listed secret counts', async ({openShop, razorpay}) => {
    const shop = await openShop({
      razorpay: {
        keyId: KEY_ID,
        keySecret: KEY_SECRET,
        webhookSecret: [WEBHOOK_SECRET, OLD_SECRET],
        baseUrl: razorpay.url,
      },
    });
    const payment = await razorpay.pay(await shop.order());

    const event = await razorpay.event('order.paid', payment, {secret: OLD_SECRET});

    expect(await send(shop, event)).toBe(200);
    expect(shop.changes).toHaveLength(1);
  });

  test('without the header of the signature the merchant is told what may take it, once a minute', async ({
    shop,
  }) => {
    const answers = [];
    for (const minutes of [0, 0.9, 0.2]) {
      shop.clock.now += minutes * MINUTE_MS;
      answers.push(await send(shop, {method: 'POST', body: '{}'}));
    }

    expect(answers).toEqual([400, 400, 400]);
    expect(shop.errors).toHaveLength(2);
    expect(String(shop.errors[0])).toContain('X-Razorpay-Signature');
  });

  test('without a secret nothing is believed, and the merchant is told', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop({
      razorpay: razorpay.config({webhookSecret: undefined}),
    });
    const payment = await razorpay.pay(await shop.order());

    expect(await send(shop, await razorpay.event('order.paid', payment))).toBe(404);
    expect(await send(shop, await razorpay.event('order.paid', payment))).toBe(404);
    expect(shop.errors).toHaveLength(1);
    expect(shop.errors[0]).toBeInstanceOf(ConfigError);
    // Who tries the sandbox has no dashboard to look into.
    expect(String(shop.errors[0])).toContain('sandbox.webhookSecret');
    expect(shop.changes).toEqual([]);
  });

  test.describe('an event finds its order', () => {
    const refund = (payment_id: string) => ({refund: {entity: {id: 'rfnd_1', payment_id}}});
    const CASES: Record<string, (orderId: string, paymentId: string) => object> = {
      'by the payment of a refund': (_, paymentId) => refund(paymentId),
      'by the payment of a dispute': (_, payment_id) => ({
        dispute: {entity: {id: 'disp_1', payment_id}},
      }),
      'by a payment that names no order': (_, id) => ({payment: {entity: {id}}}),
      'by the order of an invoice': (order_id) => ({invoice: {entity: {id: 'inv_1', order_id}}}),
      'by the order of a payment link': (order_id) => ({
        payment_link: {entity: {id: 'plink_1', order_id}},
        payment: {entity: {id: 'pay_OfNobody000001', order_id: null}},
      }),
      'where an entity is no object': (order_id) => ({
        order: {entity: 'x'},
        other: null,
        payment: {entity: {id: 1, order_id}},
      }),
    };
    for (const [how, payload] of Object.entries(CASES))
      for (const isConfirmed of [true, false])
        test(`${how}, which ${isConfirmed ? 'has confirmed it' : 'is news'}`, async ({
          razorpay,
          shop,
        }) => {
          const orderId = await shop.order();
          const response = await razorpay.pay(orderId);
          const paymentId = response.razorpay_payment_id;
          if (isConfirmed) {
            await shop.post('/verify', response);
            razorpay.change(paymentId, {amount_refunded: 100});
          }
          const event = await signed({event: 'any.event', payload: payload(orderId, paymentId)});

          expect(await send(shop, event)).toBe(200);

          expect(shop.changes.at(-1)?.status).toBe(isConfirmed ? 'partly_refunded' : 'paid');
          expect(shop.errors).toEqual([]);
        });

    test('and none, where Razorpay knows no such payment', async ({razorpay, shop}) => {
      await shop.order();

      expect(await send(shop, await signed({payload: refund('pay_OfAnotherShop1')}))).toBe(200);

      expect(await kept(shop)).toMatchObject([{event: 'unknown', due_at: null}]);
      expect(razorpay.count(/payments/)).toBe(1);
      expect(shop.errors).toEqual([]);
    });

    test('and none, where the payment says that it has none', async ({razorpay, shop}) => {
      const payload = {payment: {entity: {id: 'pay_OfNobody000001', order_id: null}}};

      expect(await send(shop, await signed({event: 'payment.captured', payload}))).toBe(200);

      expect(razorpay.requests).toEqual([]);
    });
  });

  test.describe('refunds', () => {
    const refund = async (
      shop: Shop,
      razorpay: FakeRazorpay,
      payment: Awaited<ReturnType<FakeRazorpay['pay']>>,
      amount: number,
    ) => {
      razorpay.change(payment.razorpay_payment_id, {
        amount_refunded: amount,
        ...(amount === 50_000 && {status: 'refunded'}),
      });
      await send(shop, await razorpay.event('refund.processed', payment));
    };

    test('are told once each, with what went back', async ({razorpay, shop}) => {
      const payment = await razorpay.pay(await shop.order());
      await shop.post('/verify', payment);

      for (const amount of [10_000, 10_000, 30_000, 50_000, 50_000])
        await refund(shop, razorpay, payment, amount);

      expect(
        shop.changes.map(({status, refund, order}) => [status, refund, order.amountRefunded]),
      ).toEqual([
        ['paid', 0, 0],
        ['partly_refunded', 10_000, 10_000],
        ['partly_refunded', 20_000, 30_000],
        ['refunded', 20_000, 50_000],
      ]);
      expect(shop.changes[2]).toMatchObject({ship: false, order: {status: 'paid'}});
      const reply = await shop.get(`/status?order_id=${payment.razorpay_order_id}`);
      expect(reply.body.status).toBe('refunded');
    });

    test('told by many at once on two ledgers are told on once', async ({openShop, razorpay}) => {
      const shops = [await openShop(), await openShop()];
      const payment = await razorpay.pay(await shops[0]!.order());
      await shops[0]!.post('/verify', payment);

      await Promise.all(
        Array.from({length: 10}, (_, i) => refund(shops[i % 2]!, razorpay, payment, 10_000)),
      );

      const told = shops.flatMap(({changes}) => changes.map(({status}) => status));
      expect(told.sort()).toEqual(['paid', 'partly_refunded']);
    });

    test('before the payment was heard of leave nothing to ship', async ({razorpay, shop}) => {
      const payment = await razorpay.pay(await shop.order());

      await refund(shop, razorpay, payment, 50_000);

      expect(shop.changes).toMatchObject([{status: 'refunded', previous: 'created', ship: false}]);
    });

    test('of a part before the payment was heard of are told after it', async ({
      razorpay,
      shop,
    }) => {
      const payment = await razorpay.pay(await shop.order());

      await refund(shop, razorpay, payment, 10_000);

      expect(shop.changes).toMatchObject([{status: 'paid'}, {status: 'partly_refunded'}]);
    });

    for (const [what, before, after, status] of [
      ['all of it', 50_000, 0, 'paid'],
      ['a part of all', 50_000, 20_000, 'paid'],
      ['all of a part', 10_000, 0, 'paid'],
      ['a part of a part', 30_000, 10_000, 'paid'],
    ] as const)
      test(`that fail go down again, ${what}, told once however often and by whom`, async ({
        openShop,
        razorpay,
      }) => {
        const shops = [await openShop(), await openShop()];
        const [shop] = shops as [Shop];
        const payment = await razorpay.pay(await shop.order());
        await shop.post('/verify', payment);
        await refund(shop, razorpay, payment, before);
        const fail = {status: 'captured', amount_refunded: after};
        razorpay.change(payment.razorpay_payment_id, fail);

        await Promise.all(
          Array.from({length: 8}, async (_, i) =>
            send(shops[i % 2]!, await razorpay.event('refund.failed', payment)),
          ),
        );

        const told = shops
          .flatMap(({changes}) => changes)
          .filter((change) => change.status === 'refund_failed');
        expect(told).toMatchObject([
          {
            refund: after - before,
            ship: false,
            previous: before === 50_000 ? 'refunded' : 'paid',
            order: {status, amountRefunded: after},
            payment: {id: payment.razorpay_payment_id},
          },
        ]);
        const reply = await shop.get(`/status?order_id=${payment.razorpay_order_id}`);
        expect(reply.body.status).toBe(status);
        expect(shops.flatMap(({errors}) => errors)).toEqual([]);
      });

    test('that fail and are given again are each told', async ({razorpay, shop}) => {
      const payment = await razorpay.pay(await shop.order());
      await shop.post('/verify', payment);
      for (const amount of [50_000, 0, 50_000, 0]) {
        razorpay.change(payment.razorpay_payment_id, {status: 'captured'});
        await refund(shop, razorpay, payment, amount);
      }

      expect(shop.changes.map(({status, refund}) => [status, refund])).toEqual([
        ['paid', 0],
        ['refunded', 50_000],
        ['refund_failed', -50_000],
        ['refunded', 50_000],
        ['refund_failed', -50_000],
      ]);
    });

    test('that fail are not told again by who read it before', async ({openShop, razorpay}) => {
      // One reads that a part went back, and comes to write it down only after the refund has been
      // told, and has failed.
      const [read, told] = [gate(), gate()];
      const shop = await openShop();
      const slow = await openShop({
        fetch: async (...request) => {
          const response = await fetch(...request);
          if (!response.url.endsWith('/payments')) return response;
          read.open();
          await told.passed;
          return response;
        },
      });
      const payment = await razorpay.pay(await shop.order());
      await shop.post('/verify', payment);
      razorpay.change(payment.razorpay_payment_id, {amount_refunded: 10_000});
      const late = send(slow, await razorpay.event('refund.processed', payment));
      await read.passed;
      await send(shop, await razorpay.event('refund.processed', payment));
      razorpay.change(payment.razorpay_payment_id, {amount_refunded: 0});
      await send(shop, await razorpay.event('refund.failed', payment));
      told.open();
      await late;

      expect(slow.changes).toEqual([]);
      expect(shop.changes.map(({status}) => status)).toEqual([
        'paid',
        'partly_refunded',
        'refund_failed',
      ]);
    });

    test('of what was never captured leave the order open', async ({razorpay, shop}) => {
      const payment = await razorpay.pay(await shop.order(), {status: 'refunded'});

      await send(shop, await razorpay.event('refund.processed', payment));

      expect(shop.changes).toEqual([]);
    });
  });

  for (const [what, body, status] of [
    ['that is a list', '[]', 400],
    ['that is null', 'null', 400],
    ['that is nested deep', `{"event":${'['.repeat(9_000)}${']'.repeat(9_000)}}`, 400],
    ['with a NUL in its name', '{"event":"a\\u0000"}', 200],
    [
      'with a NUL in its order',
      '{"event":"order.paid","payload":{"order":{"entity":{"id":"order_\\u0000"}}}}',
      200,
    ],
  ] as const)
    test(`a signed body ${what} answers ${status}`, async ({shop}) => {
      const headers = {'X-Razorpay-Signature': await hmacHex(WEBHOOK_SECRET, body)};

      expect(await send(shop, {method: 'POST', headers, body})).toBe(status);
      expect(shop.errors).toEqual([]);
    });
});
