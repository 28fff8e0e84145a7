// What src/server/orders/confirm-response.ts makes of the handler response, with
// src/server/orders/apply-step.ts (captures), src/server/orders/settle-order.ts,
// src/server/orders/payment-mismatch-error.ts, and src/server/razorpay/call.ts and
// src/server/razorpay/error.ts where Razorpay does not answer.
import {expect} from '@playwright/test';
import {RazorpayError} from '../../../src/server.js';
import type {FakeRazorpay} from '../../fixtures/server/fake-razorpay.js';
import {
  IDEMPOTENCY_KEY,
  KEY_ID,
  KEY_SECRET,
  OLD_SECRET,
  OTHER_SECRET,
} from '../../fixtures/samples.js';
import {onEachDatabase, onSqlite, saleOf, test} from '../../fixtures/server/shop.js';

onEachDatabase(() => {
  test('a captured payment makes the order paid and tells the merchant once', async ({
    razorpay,
    shop,
  }) => {
    const orderId = await shop.order();
    const response = await razorpay.pay(orderId);

    const reply = await shop.post('/verify', response);

    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      status: 'paid',
      order_id: orderId,
      payment_id: response.razorpay_payment_id,
      amount: 50_000,
      currency: 'INR',
    });
    expect(reply.headers.get('Cache-Control')).toBe('no-store');
    expect(await shop.checkout.order(orderId)).toMatchObject({
      status: 'paid',
      payment: {id: response.razorpay_payment_id, method: 'upi', amount: 50_000},
    });
    expect(shop.changes).toMatchObject([{status: 'paid', order: {id: orderId, status: 'paid'}}]);
    expect(await shop.sales()).toEqual([
      {order_id: orderId, payment_id: response.razorpay_payment_id, amount: 50_000},
    ]);
  });

  test('a repeated verify answers the same without asking Razorpay or telling the merchant', async ({
    razorpay,
    shop,
  }) => {
    const response = await razorpay.pay(await shop.order());
    const first = await shop.post('/verify', response);
    const asked = razorpay.requests.length;

    const second = await shop.post('/verify', response);

    expect(second.status).toBe(200);
    expect(second.body).toEqual(first.body);
    expect(razorpay.requests).toHaveLength(asked);
    expect(shop.changes).toHaveLength(1);
  });

  test('fifty verifies at once tell the merchant once', async ({razorpay, shop}) => {
    const response = await razorpay.pay(await shop.order());

    const replies = await Promise.all(
      Array.from({length: 50}, () => shop.post('/verify', response)),
    );

    expect(new Set(replies.map(({status, body}) => `${status} ${body.status ?? ''}`))).toEqual(
      new Set(['200 paid']),
    );
    expect(shop.changes).toHaveLength(1);
    expect(await shop.sales()).toHaveLength(1);
  });

  test('two ledgers on one file tell the merchant once', async ({openShop, razorpay}) => {
    const shops = [await openShop(), await openShop()];
    const response = await razorpay.pay(await shops[0]!.order());

    const replies = await Promise.all(
      Array.from({length: 40}, (_, i) => shops[i % 2]!.post('/verify', response)),
    );

    expect(replies.map(({status}) => status)).toEqual(replies.map(() => 200));
    expect(shops.flatMap(({changes}) => changes)).toHaveLength(1);
    expect(await shops[0]!.sales()).toHaveLength(1);
  });

  test('two ledgers on one file wait for each other while onStatus takes its time', async ({
    openShop,
    razorpay,
  }) => {
    let slow!: () => void;
    const entered = new Promise<void>((resolve) => (slow = resolve));
    const first = await openShop({
      onStatus: async (change, tx) => {
        await tx.insertInto('sales').values(saleOf(change)).execute();
        slow();
        // Longer than the thread waits for a lock; the other ledger asks meanwhile.
        await new Promise((resolve) => setTimeout(resolve, 300));
      },
    });
    const second = await openShop();
    const one = await razorpay.pay(await first.order());
    const other = await razorpay.pay(await first.order('y'.repeat(22)));

    const slowly = first.post('/verify', one);
    await entered;
    const replies = await Promise.all([slowly, second.post('/verify', other)]);

    expect(replies.map(({body}) => body.status)).toEqual(['paid', 'paid']);
    expect(await first.sales()).toHaveLength(2);
  });

  test('a payment that is not captured at once is asked for once, and paid later', async ({
    razorpay,
    shop,
  }) => {
    const orderId = await shop.order();
    const response = await razorpay.pay(orderId, {status: 'authorized'});
    razorpay.fault = (request) =>
      request.endsWith('/capture')
        ? {status: 200, body: razorpay.payments.get(response.razorpay_payment_id)}
        : undefined;

    const early = await shop.post('/verify', response);
    const before = await shop.checkout.order(orderId);
    razorpay.change(response.razorpay_payment_id, {status: 'captured'});
    const late = await shop.post('/verify', response);

    expect(early.body.status).toBe('unconfirmed');
    expect(before).toMatchObject({status: 'attempted'});
    expect(razorpay.count(/capture/)).toBe(1);
    expect(late.body.status).toBe('paid');
  });

  test('a second payment is not captured once the order is paid', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    const first = await razorpay.pay(orderId);
    const second = await razorpay.pay(orderId, {status: 'authorized'});
    razorpay.change(orderId, {status: 'paid'});

    const early = await shop.post('/verify', second);
    await shop.post('/verify', first);
    razorpay.change(orderId, {status: 'attempted'});
    const late = await shop.post('/verify', second);

    expect(early.body.status).toBe('unconfirmed');
    expect(late.body.error?.code).toBe('PAYMENT_MISMATCH');
    expect(razorpay.count(/capture/)).toBe(0);
    expect(shop.changes).toMatchObject([{payment: {id: first.razorpay_payment_id}}]);
  });

  test('what the shopper chose in the checkout is kept', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    razorpay.change(orderId, {
      amount: 52_000,
      shipping_fee: 7_000,
      promotions: [{code: 'TEA10', type: 'coupon', value: 5_000, reference_id: 7}],
      customer_details: {
        contact: '+919000090000',
        email: null,
        shipping_address: {
          name: 'Asha',
          line1: '1 MG Road',
          zipcode: 560001,
          country: 'in',
          tag: 'Home',
          type: 'shipping_address',
          landmark: null,
        },
        billing_address: 'a word of tomorrow',
      },
      tax_details: {total_tax: 4_128, taxes_included: true},
      notes: {gstin: '29ABCDE1234F1Z5', order_instruction: 'Ring twice.', count: 2, odd: {}},
    });
    const response = await razorpay.pay(orderId, {
      upi: {vpa: 'asha@upi'},
      bank: null,
      receiver_type: 'qr_code',
      acquirer_data: {rrn: '412345678901', upi_transaction_id: null},
    });

    await shop.post('/verify', response);

    expect((await shop.checkout.order(orderId))?.details).toEqual({
      amount: 52_000,
      lineItemsTotal: 50_000,
      shippingFee: 7_000,
      codFee: 0,
      promotions: [{code: 'TEA10', type: 'coupon', value: 5_000, referenceId: '7'}],
      offers: [],
      offerDiscount: 0,
      tax: {total: 4_128, included: true},
      customer: {
        contact: '+919000090000',
        shippingAddress: {
          name: 'Asha',
          line1: '1 MG Road',
          zipcode: '560001',
          country: 'in',
          tag: 'Home',
          type: 'shipping_address',
        },
      },
      notes: {gstin: '29ABCDE1234F1Z5', order_instruction: 'Ring twice.', count: '2'},
      instrument: {
        vpa: 'asha@upi',
        receiverType: 'qr_code',
        acquirerData: {rrn: '412345678901'},
      },
    });
  });

  test.describe('a genuine payment that does not fit', () => {
    const CASES: Record<
      string,
      (razorpay: FakeRazorpay, orderId: string, paymentId: string) => void
    > = {
      'of a lower amount': (razorpay, _, paymentId) => razorpay.change(paymentId, {amount: 100}),
      'of a higher amount': (razorpay, _, paymentId) =>
        razorpay.change(paymentId, {amount: 50_001}),
      'of another currency': (razorpay, _, paymentId) =>
        razorpay.change(paymentId, {currency: 'USD'}),
      'of another order': (razorpay, _, paymentId) =>
        razorpay.change(paymentId, {order_id: 'order_00000000000099'}),
      'of an order with another total': (razorpay, orderId) =>
        razorpay.change(orderId, {line_items_total: 49_999}),
      'of an order that does not add up': (razorpay, orderId) =>
        razorpay.change(orderId, {shipping_fee: 7_000}),
      'lowered without an offer': (razorpay, orderId) =>
        razorpay.change(orderId, {promotions: [{code: 'TEA10', value: 5_000}]}),
      'of a higher amount than an offer leaves': (razorpay, orderId, paymentId) => {
        razorpay.change(orderId, {offers: ['offer_1']});
        razorpay.change(paymentId, {amount: 50_001});
      },
    };
    for (const [what, change] of Object.entries(CASES))
      test(`${what} answers 422 and puts the order in review, once`, async ({razorpay, shop}) => {
        const orderId = await shop.order();
        const response = await razorpay.pay(orderId);
        change(razorpay, orderId, response.razorpay_payment_id);

        const reply = await shop.post('/verify', response);
        await shop.post('/verify', response);

        expect(reply.status).toBe(422);
        expect(reply.body.error?.code).toBe('PAYMENT_MISMATCH');
        const review = {
          reason: expect.stringMatching(/ was expected\.$/),
          payment: {id: response.razorpay_payment_id},
        };
        expect(await shop.checkout.order(orderId)).toMatchObject({status: 'review', review});
        expect(shop.changes).toMatchObject([
          {status: 'review', previous: 'created', ship: false, order: {review}},
        ]);
        expect(shop.errors[0]).toMatchObject({orderId, paymentId: response.razorpay_payment_id});
      });

    test('is paid after all once it fits, and the review is over', async ({razorpay, shop}) => {
      const orderId = await shop.order();
      const response = await razorpay.pay(orderId);
      razorpay.change(response.razorpay_payment_id, {amount: 100});
      await shop.post('/verify', response);
      razorpay.change(response.razorpay_payment_id, {amount: 50_000});

      const reply = await shop.post('/verify', response);

      expect(reply.body.status).toBe('paid');
      expect((await shop.checkout.order(orderId))?.review).toBeUndefined();
      expect(shop.changes).toMatchObject([
        {status: 'review', ship: false},
        {status: 'paid', previous: 'review', ship: true},
      ]);
    });

    test('is not authorised money that is captured', async ({razorpay, shop}) => {
      const response = await razorpay.pay(await shop.order(), {status: 'authorized', amount: 100});

      expect((await shop.post('/verify', response)).status).toBe(422);
      expect(razorpay.count(/capture/)).toBe(0);
    });

    test('leaves no way to pay once more', async ({razorpay, shop}) => {
      const response = await razorpay.pay(await shop.order(), {amount: 100});
      await shop.post('/verify', response);

      const reply = await shop.post(
        '/orders',
        {product: 'tea'},
        {'Idempotency-Key': IDEMPOTENCY_KEY},
      );

      expect(reply.status).toBe(422);
      expect(reply.body.error?.code).toBe('ORDER_REFUSED');
      expect(razorpay.created).toHaveLength(1);
    });

    test('because another one has paid the order answers 422', async ({razorpay, shop}) => {
      const orderId = await shop.order();
      const first = await razorpay.pay(orderId);
      await shop.post('/verify', first);
      const second = await razorpay.pay(orderId);

      const reply = await shop.post('/verify', second);

      expect(reply.status).toBe(422);
      expect(shop.changes).toHaveLength(1);
      expect(await shop.checkout.order(orderId)).toMatchObject({
        payment: {id: first.razorpay_payment_id},
      });
      expect(shop.errors).toHaveLength(1);
    });
  });

  for (const [status, payment, order] of [
    ['refunded', {status: 'refunded', amount_refunded: 50_000}, 'paid'],
    ['cancelled', {method: 'cod', status: 'pending'}, 'cancelled'],
  ] as const)
    test(`a payment of an order that was ${status} is asked about no more`, async ({
      razorpay,
      shop,
    }) => {
      const orderId = await shop.order();
      const response = await razorpay.pay(orderId, payment);
      razorpay.change(orderId, {status: order});

      const replies = [await shop.post('/verify', response), await shop.post('/verify', response)];

      for (const reply of replies)
        expect(reply).toMatchObject({status: 422, body: {error: {code: 'PAYMENT_MISMATCH'}}});
      expect(await shop.checkout.order(orderId)).toMatchObject({status});
      const {razorpay_payment_id: paymentId} = response;
      const said = `Payment ${paymentId} does not fit order ${orderId}. The order was ${status}.`;
      expect(shop.errors).toMatchObject([
        {orderId, paymentId, message: said},
        {orderId, paymentId, message: said},
      ]);
    });

  test('a second payment that went back does not hide the first, which nobody has told', async ({
    razorpay,
    shop,
  }) => {
    const orderId = await shop.order();
    const first = await razorpay.pay(orderId);
    const second = await razorpay.pay(orderId, {status: 'refunded', amount_refunded: 50_000});
    razorpay.change(orderId, {status: 'paid'});

    const reply = await shop.post('/verify', second);

    expect(reply.body.status).toBe('unconfirmed');
    expect(shop.changes).toMatchObject([{status: 'paid', refund: 0}]);
    expect(await shop.checkout.order(orderId)).toMatchObject({
      status: 'paid',
      payment: {id: first.razorpay_payment_id},
    });
  });
});

onSqlite(() => {
  test.describe('what is not signed by Razorpay', () => {
    for (const [what, forge] of Object.entries({
      'made up': () => 'f'.repeat(64),
      'made with another secret': (_: string, wrong: string) => wrong,
      'of one flipped bit': (right: string) =>
        right.slice(0, -1) + (Number.parseInt(right.slice(-1), 16) ^ 1).toString(16),
    }))
      test(`a signature ${what} answers 400 and changes nothing`, async ({razorpay, shop}) => {
        const orderId = await shop.order();
        const failed = await razorpay.pay(orderId, {status: 'failed'});
        const wrong = await razorpay.response(orderId, failed.razorpay_payment_id, OTHER_SECRET);

        const reply = await shop.post('/verify', {
          ...failed,
          razorpay_signature: forge(failed.razorpay_signature, wrong.razorpay_signature),
        });

        expect(reply.status).toBe(400);
        expect(reply.body.error?.code).toBe('SIGNATURE_MISMATCH');
        expect(await shop.checkout.order(orderId)).toMatchObject({status: 'created'});
        expect(shop.changes).toEqual([]);
      });

    test('asks Razorpay once in two seconds, however often it is sent', async ({
      razorpay,
      shop,
    }) => {
      const orderId = await shop.order();
      const forged = await razorpay.forge(orderId);
      const asked = () => razorpay.count(/^GET /);
      const send = () => shop.post('/verify', forged);

      const replies = await Promise.all(Array.from({length: 20}, send));
      const early = asked();
      shop.clock.now += 2_000;
      const late = await send();

      expect(replies.map(({status}) => status).sort()).toEqual([
        400,
        ...Array<number>(19).fill(429),
      ]);
      expect(early).toBe(2);
      expect(late.status).toBe(400);
      // A payment that is signed waits for nobody.
      expect((await shop.post('/verify', await razorpay.pay(orderId))).body.status).toBe('paid');
    });

    for (const pay of ['pay', 'place'] as const)
      test(`is not told that the order is ${pay === 'pay' ? 'paid' : 'placed'}`, async ({
        razorpay,
        shop,
      }) => {
        const response = await razorpay[pay](await shop.order());
        await shop.post('/verify', response);
        const asked = razorpay.requests.length;

        const forged = await shop.post('/verify', {
          ...response,
          razorpay_signature: 'f'.repeat(64),
        });
        const again = await shop.post('/verify', response);

        expect(forged.body.status).toBe('unconfirmed');
        expect(again.body.status).toBe(pay === 'pay' ? 'paid' : 'placed');
        expect(razorpay.requests).toHaveLength(asked);
      });

    test('a payment that Razorpay does not know answers 400', async ({razorpay, shop}) => {
      const orderId = await shop.order();
      const forged = await razorpay.forge(orderId);

      const reply = await shop.post('/verify', forged);

      expect(reply.status).toBe(400);
      expect(reply.body.error?.code).toBe('SIGNATURE_MISMATCH');
    });

    test("another order's paid payment, with its signature, answers 400", async ({
      razorpay,
      shop,
    }) => {
      const orderId = await shop.order();
      const paid = await razorpay.pay(await shop.order('y'.repeat(22)));

      const reply = await shop.post('/verify', {...paid, razorpay_order_id: orderId});

      expect(reply.status).toBe(400);
      expect(reply.body.error?.code).toBe('SIGNATURE_MISMATCH');
      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'created'});
    });

    for (const [what, changes] of Object.entries({
      'a truncated signature': {razorpay_signature: 'ab'.repeat(31)},
      'a signature that is not hex': {razorpay_signature: 'z'.repeat(64)},
      'no signature': {razorpay_signature: undefined},
      'a payment id that is a path': {razorpay_payment_id: 'pay_/../orders'},
      'an order id that is a number': {razorpay_order_id: 1},
    }))
      test(`${what} answers 400 and names the field`, async ({razorpay, shop}) => {
        const response = await razorpay.pay(await shop.order());
        const asked = razorpay.requests.length;

        const reply = await shop.post('/verify', {...response, ...changes});

        expect(reply.status).toBe(400);
        expect(reply.body.error).toMatchObject({
          code: 'INVALID_REQUEST',
          field: Object.keys(changes)[0],
        });
        expect(razorpay.requests).toHaveLength(asked);
      });

    test('an order that is not in the ledger answers 404', async ({razorpay, shop}) => {
      const response = await razorpay.response('order_OfAnotherShop1', 'pay_00000000000001');

      const reply = await shop.post('/verify', response);

      expect(reply.status).toBe(404);
      expect(reply.body.error?.code).toBe('ORDER_NOT_FOUND');
      expect(razorpay.requests).toEqual([]);
    });
  });

  test.describe('rotated secrets', () => {
    test('a signature of any listed secret counts', async ({openShop, razorpay}) => {
      const shop = await openShop({
        razorpay: {keyId: KEY_ID, keySecret: [KEY_SECRET, OLD_SECRET], baseUrl: razorpay.url},
      });
      const orderId = await shop.order();
      // Not yet captured: with a signature that did not count this would be refused.
      const {razorpay_payment_id} = await razorpay.pay(orderId, {status: 'created'});
      const old = await razorpay.response(orderId, razorpay_payment_id, OLD_SECRET);

      const reply = await shop.post('/verify', old);

      expect(reply.status).toBe(200);
      expect(reply.body.status).toBe('unconfirmed');
    });

    for (const status of ['captured', 'authorized'])
      test(`a payment that is ${status}, signed with a forgotten secret, is paid`, async ({
        razorpay,
        shop,
      }) => {
        const orderId = await shop.order();
        const {razorpay_payment_id} = await razorpay.pay(orderId, {status});
        const old = await razorpay.response(orderId, razorpay_payment_id, 'forgotten_secret');

        const reply = await shop.post('/verify', old);

        expect(reply.status).toBe(200);
        expect(reply.body.status).toBe('paid');
        expect(shop.changes).toHaveLength(1);
      });
  });

  test('an authorised payment is captured', async ({razorpay, shop}) => {
    const response = await razorpay.pay(await shop.order(), {status: 'authorized'});

    const reply = await shop.post('/verify', response);

    expect(reply.body.status).toBe('paid');
    expect(razorpay.payments.get(response.razorpay_payment_id)?.status).toBe('captured');
  });

  test('a payment that Razorpay captures by itself meanwhile is paid', async ({razorpay, shop}) => {
    const response = await razorpay.pay(await shop.order(), {status: 'authorized'});
    razorpay.fault = (request) => {
      if (request.endsWith('/capture'))
        razorpay.change(response.razorpay_payment_id, {status: 'captured'});
      return undefined;
    };

    const reply = await shop.post('/verify', response);

    expect(reply.body.status).toBe('paid');
    expect(shop.changes).toHaveLength(1);
  });

  test('cash on delivery is placed', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    const response = await razorpay.place(orderId);

    const reply = await shop.post('/verify', response);

    expect(reply.body.status).toBe('placed');
    expect(shop.changes).toMatchObject([{status: 'placed', payment: {method: 'cod'}}]);
  });

  test('shipping that the checkout added is part of what was paid', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    razorpay.change(orderId, {amount: 57_000, shipping_fee: 7_000});
    const response = await razorpay.pay(orderId);

    const reply = await shop.post('/verify', response);

    expect(reply.body.status).toBe('paid');
    expect(await shop.checkout.order(orderId)).toMatchObject({
      amount: 50_000,
      payment: {amount: 57_000},
    });
  });

  test.describe("a bank's offer", () => {
    for (const [what, onOrder, onPayment] of [
      ['the payment only', {offers: ['offer_1']}, {amount: 45_000}],
      ['the order too', {offers: ['offer_1'], amount: 45_000}, {amount: 45_000}],
      ['the payment that names it', {}, {amount: 45_000, offer_id: 'offer_1'}],
      ['the payment of an order that names it', {offer_id: 'offer_1'}, {amount: 45_000}],
    ] as const)
      test(`that lowers ${what} is recorded, and the order is paid`, async ({razorpay, shop}) => {
        const orderId = await shop.order();
        razorpay.change(orderId, onOrder);
        const response = await razorpay.pay(orderId, onPayment);

        const reply = await shop.post('/verify', response);

        expect(reply.body.status).toBe('paid');
        expect(await shop.checkout.order(orderId)).toMatchObject({
          payment: {amount: 45_000},
          details: {amount: 45_000, offerDiscount: 5_000, offers: ['offer_1']},
        });
      });
  });

  test.describe('a genuine payment that is not (yet) there', () => {
    for (const [status, method] of [
      ['created', 'upi'],
      ['failed', 'card'],
      ['pending', 'upi'],
      ['pending', 'cod'],
      ['a_word_of_tomorrow', 'upi'],
    ])
      test(`answers "unconfirmed" while it is ${status} by ${method}`, async ({razorpay, shop}) => {
        const orderId = await shop.order();
        const response = await razorpay.pay(orderId, {status, method});

        const reply = await shop.post('/verify', response);

        expect(reply.status).toBe(200);
        expect(reply.body.status).toBe('unconfirmed');
        expect(await shop.checkout.order(orderId)).toMatchObject({status: 'attempted'});
        expect(shop.changes).toEqual([]);
      });

    test('is paid once it succeeds after all', async ({razorpay, shop}) => {
      const response = await razorpay.pay(await shop.order(), {status: 'failed'});
      await shop.post('/verify', response);
      razorpay.change(response.razorpay_payment_id, {status: 'captured'});

      const reply = await shop.post('/verify', response);

      expect(reply.body.status).toBe('paid');
      expect(shop.changes).toHaveLength(1);
    });
  });

  test.describe('when Razorpay does not answer', () => {
    for (const [what, fault, status, code] of [
      ['breaks the connection', 'drop', 503, 'RAZORPAY_UNAVAILABLE'],
      ['takes too long', 'hang', 503, 'RAZORPAY_UNAVAILABLE'],
      ['asks for patience', {status: 429, body: {}}, 503, 'RAZORPAY_UNAVAILABLE'],
      ['answers 500', {status: 500, body: {}}, 502, 'RAZORPAY_ERROR'],
      ['answers HTML', {status: 200, body: '<html>'}, 502, 'RAZORPAY_ERROR'],
      ['answers a redirect', {status: 302, body: ''}, 502, 'RAZORPAY_ERROR'],
      ['does not know the key', {status: 401, body: {}}, 502, 'RAZORPAY_ERROR'],
    ] as const)
      test(`and ${what}, verify answers ${status} and can be repeated`, async ({
        openShop,
        razorpay,
      }) => {
        const shop = await openShop({timeout: fault === 'hang' ? 2_000 : undefined});
        const orderId = await shop.order();
        const response = await razorpay.pay(orderId);
        razorpay.fault = () => fault;

        const refused = await shop.post('/verify', response);
        razorpay.fault = () => undefined;
        const reply = await shop.post('/verify', response);

        expect(refused.status).toBe(status);
        expect(refused.body.error?.code).toBe(code);
        expect(shop.errors[0]).toBeInstanceOf(RazorpayError);
        for (const error of shop.errors) expect(String(error)).toContain(orderId);
        expect(reply.body.status).toBe('paid');
        expect(shop.changes).toHaveLength(1);
      });

    test('what Razorpay has signed counts as tried at once', async ({razorpay, shop}) => {
      const orderId = await shop.order();
      const payment = await razorpay.pay(orderId);
      razorpay.fault = () => ({status: 500, body: {}});

      await shop.post('/verify', payment);

      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'attempted'});
    });

    test('an unproven signature answers 503 too, not that it is forged', async ({
      razorpay,
      shop,
    }) => {
      const response = await razorpay.pay(await shop.order());
      razorpay.fault = () => 'drop';

      const reply = await shop.post('/verify', {...response, razorpay_signature: 'f'.repeat(64)});

      expect(reply.status).toBe(503);
    });
  });
});
