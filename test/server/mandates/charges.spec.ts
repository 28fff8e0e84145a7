// Charges of mandates, on src/server/mandates/charge-mandate.ts, src/server/mandates/settle-charge.ts,
// src/server/mandates/reconcile-mandates.ts, src/server/ledger/mandates/charges-table.ts and
// src/server/model/mandates/charge-request.ts.
import {expect} from '@playwright/test';
import type {ChargeRequest} from '../../../src/server.js';
import {NOON, openSubscriptions} from '../../fixtures/server/autopay.js';
import {onEachDatabase, onSqlite, orderOf, test as base} from '../../fixtures/server/shop.js';

const HOUR_MS = 3_600_000;

/** A shop with one confirmed mandate, charged for November unless said otherwise. */
const test = base.extend<{autopay: Awaited<ReturnType<typeof openAutopay>>}>({
  autopay: async ({openShop, razorpay}, use) => use(await openAutopay({openShop, razorpay})),
});

async function openAutopay(parts: Parameters<typeof openSubscriptions>[0]) {
  const {razorpay} = parts;
  const subscriptions = await openSubscriptions(parts);
  const {shop, chargeChanges} = subscriptions;
  const mandate = await subscriptions.subscribe();
  const {mandates} = shop.checkout;
  const november = {mandate: mandate.id, period: '2026-11', amount: 49_900};
  const lastPayment = () => [...razorpay.payments.values()].at(-1)!;
  return {
    ...subscriptions,
    mandates,
    mandate,
    november,
    charge: (changes: Partial<ChargeRequest> = {}) => mandates.charge({...november, ...changes}),
    /** Says what becomes of the charge that was asked for last, and has the shop hear of it. */
    answer: async (changes: Record<string, unknown>) => {
      const {id, order_id} = lastPayment();
      razorpay.change(id, changes);
      const event = await razorpay.event(
        'payment.updated',
        await razorpay.response(order_id as string, id),
      );
      await shop.post('/webhook', event.body, event.headers);
    },
    told: () =>
      chargeChanges.map(({status, previous, charge}) => `${charge.period} ${previous} > ${status}`),
  };
}

const FAILED = {status: 'failed', error_reason: 'insufficient_funds', error_description: 'Poor.'};

onEachDatabase(() => {
  test('a charge is asked for once, told once, and its period is over', async ({
    autopay,
    razorpay,
  }) => {
    const {charge, answer, told, mandate, customer} = autopay;
    const notes = {plan: 'tea'};
    const asked = await charge({notes, description: 'Tea in November'});

    expect(asked).toMatchObject({status: 'pending', attempt: 1, needsApproval: false});
    expect(razorpay.mandates.charged).toEqual([
      {
        email: 'asha@example.com',
        contact: '+919000090000',
        amount: 49_900,
        currency: 'INR',
        order_id: asked.orderId,
        customer_id: customer,
        token: mandate.id,
        recurring: true,
        description: 'Tea in November',
        notes,
      },
    ]);
    expect(razorpay.created.at(-1)).toEqual({
      amount: 49_900,
      currency: 'INR',
      receipt: asked.receipt,
      notes,
      payment_capture: true,
    });
    expect(await charge()).toEqual(asked);
    expect(told()).toEqual([]);

    await Promise.all([answer({status: 'captured'}), answer({status: 'captured'})]);

    expect(told()).toEqual(['2026-11 pending > captured']);
    const captured = await charge();
    expect(captured).toMatchObject({status: 'captured', paymentId: asked.paymentId});
    expect(await charge({retry: true})).toEqual(captured);
    expect(await autopay.mandates.charges(mandate.id)).toEqual([captured]);
    expect(razorpay.mandates.charged).toHaveLength(1);
  });

  test('twenty who ask at once charge once', async ({autopay, razorpay}) => {
    const asked = await Promise.all(Array.from({length: 20}, () => autopay.charge()));

    expect(new Set(asked.map(({receipt}) => receipt)).size).toBe(1);
    expect(razorpay.mandates.charged).toHaveLength(1);
  });

  test('an authorised charge is captured', async ({autopay}) => {
    await autopay.charge();
    await autopay.answer({status: 'authorized'});

    expect(autopay.told()).toEqual(['2026-11 pending > captured']);
  });

  test('a charge that failed says why, and only retry opens another', async ({
    autopay,
    razorpay,
  }) => {
    const {charge, answer, told} = autopay;
    await charge();
    await answer(FAILED);

    const failed = await charge();
    expect(failed).toMatchObject({
      status: 'failed',
      attempt: 1,
      failure: {reason: 'insufficient_funds', advice: 'retry', description: 'Poor.'},
    });
    expect(razorpay.mandates.charged).toHaveLength(1);

    const [again, twin] = await Promise.all([charge({retry: true}), charge({retry: true})]);
    expect(again).toMatchObject({attempt: 2, receipt: twin.receipt});
    await answer({status: 'captured'});
    expect(await charge({retry: true})).toMatchObject({attempt: 2, status: 'captured'});
    expect(told()).toEqual(['2026-11 pending > failed', '2026-11 pending > captured']);
    expect(razorpay.mandates.charged).toHaveLength(2);
  });

  test('a charge that failed for good allows no other', async ({autopay, razorpay}) => {
    await autopay.charge();
    await autopay.answer({...FAILED, error_reason: 'mandate_cancelled'});

    await expect(autopay.charge({retry: true})).rejects.toMatchObject({code: 'no_retry'});
    expect(razorpay.mandates.charged).toHaveLength(1);
  });

  test('a bank that says yes after all leaves no second charge', async ({autopay, razorpay}) => {
    const {charge, answer, told} = autopay;
    const {paymentId} = await charge();
    await answer(FAILED);
    razorpay.change(paymentId!, {status: 'captured'});

    expect(await charge({retry: true})).toMatchObject({attempt: 1, status: 'captured'});
    expect(told()).toEqual(['2026-11 pending > failed', '2026-11 failed > captured']);
    expect(razorpay.mandates.charged).toHaveLength(1);
  });

  test('a bank that says yes too late is told as money to give back', async ({
    autopay,
    razorpay,
  }) => {
    const {charge, answer, chargeChanges, shop} = autopay;
    const {paymentId} = await charge();
    await answer(FAILED);
    await charge({retry: true});
    await answer({status: 'captured'});
    razorpay.change(paymentId!, {status: 'captured'});
    shop.clock.now += HOUR_MS;
    await shop.checkout.reconcile();

    expect(chargeChanges.map(({status, isExtra}) => [status, isExtra])).toEqual([
      ['failed', false],
      ['captured', false],
      ['captured', true],
    ]);
  });

  for (const fault of ['lose', 'drop', 'late'] as const)
    test(`a charge whose answer was lost (${fault}) is never asked for again`, async ({
      openShop,
      razorpay,
    }) => {
      const {shop, subscribe, chargeChanges} = await openSubscriptions(
        {openShop, razorpay},
        {timeout: 2_000},
      );
      const request = {mandate: (await subscribe()).id, period: '2026-11', amount: 100};
      const {mandates} = shop.checkout;
      razorpay.fault = (what) => (what.includes('create/recurring') ? fault : undefined);

      const charge = await mandates.charge(request);
      await mandates.charge(request);
      razorpay.fault = () => undefined;
      const settled = await mandates.charge(request);

      const arrived = fault === 'drop' ? 0 : 1;
      expect(charge).toMatchObject({status: 'pending', sentAt: new Date(NOON)});
      expect(settled.paymentId !== undefined).toBe(arrived === 1);
      expect(razorpay.mandates.charged).toHaveLength(arrived);

      shop.clock.now = NOON + 36 * HOUR_MS - 1;
      expect(await mandates.charge(request)).toMatchObject({status: 'pending'});
      shop.clock.now = NOON + 36 * HOUR_MS;
      const report = await shop.checkout.reconcile();
      await shop.checkout.reconcile();

      expect(razorpay.mandates.charged).toHaveLength(arrived);
      if (arrived) return;
      expect(report.charges).toMatchObject([{period: '2026-11', was: 'pending', is: 'failed'}]);
      expect(chargeChanges).toMatchObject([
        {status: 'failed', charge: {failure: {reason: 'not_received', advice: 'retry'}}},
      ]);
      expect(await mandates.charge({...request, retry: true})).toMatchObject({attempt: 2});
      expect(razorpay.mandates.charged).toHaveLength(1);
    });

  test('a payment that Razorpay lists late is not taken for none', async ({autopay, razorpay}) => {
    const {charge, shop} = autopay;
    const {paymentId = ''} = await charge();
    const body = {entity: 'collection', count: 0, items: []};
    razorpay.fault = (what) => (what.endsWith('/payments') ? {status: 200, body} : undefined);
    shop.clock.now += 37 * HOUR_MS;

    expect(await charge({retry: true})).toMatchObject({status: 'pending', attempt: 1});
    razorpay.change(paymentId, {status: 'captured'});
    expect(await charge({retry: true})).toMatchObject({status: 'captured', attempt: 1});
    expect(razorpay.mandates.charged).toHaveLength(1);
  });

  test('an order whose answer was lost is found by its receipt', async ({autopay, razorpay}) => {
    let asked = 0;
    razorpay.fault = (what) => (what === 'POST /v1/orders' && ++asked === 1 ? 'lose' : undefined);
    const orders = razorpay.created.length;

    expect(await autopay.charge()).toMatchObject({status: 'pending'});
    expect(razorpay.created).toHaveLength(orders + 1);
  });

  test('a charge that was left before it was sent is sent on the same order', async ({
    autopay,
    razorpay,
  }) => {
    const {charge, shop} = autopay;
    razorpay.fault = (what) => (/customers\/\w+$/.test(what) ? {status: 500} : undefined);
    await expect(charge()).rejects.toThrow();
    razorpay.fault = () => undefined;
    const orders = razorpay.created.length;
    expect(razorpay.mandates.charged).toEqual([]);
    shop.clock.now += HOUR_MS;

    const report = await shop.checkout.reconcile();

    expect(report.charges).toMatchObject([{was: 'created', is: 'pending', amount: 49_900}]);
    expect(String(report)).toMatch(/attempt +was +is +amount +refunded +payment/);
    expect(razorpay.created).toHaveLength(orders);
    expect(razorpay.mandates.charged).toHaveLength(1);
  });

  test('the next charge waits for the one before', async ({autopay, razorpay}) => {
    const {charge, answer} = autopay;
    await charge();

    await expect(charge({period: '2026-12'})).rejects.toMatchObject({code: 'charge_open'});
    await answer(FAILED);
    expect(await charge({period: '2026-12'})).toMatchObject({status: 'pending', attempt: 1});
    expect(razorpay.mandates.charged).toHaveLength(2);
  });

  test('two periods at once are one charge', async ({autopay, razorpay}) => {
    const asked = await Promise.allSettled([
      autopay.charge({period: 'a'}),
      autopay.charge({period: 'b'}),
    ]);

    expect(asked.map(({status}) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(razorpay.mandates.charged).toHaveLength(1);
  });

  test('onCharge rolls back when it throws, and is called again', async ({openShop, razorpay}) => {
    let calls = 0;
    const {shop, subscribe} = await openSubscriptions(
      {openShop, razorpay},
      {
        onCharge: async ({charge}, tx) => {
          await tx
            .insertInto('sales')
            .values({order_id: charge.period, payment_id: charge.status, amount: charge.amount})
            .execute();
          if (++calls === 1) throw new Error('The printer is out of paper.');
        },
      },
    );
    const {id: mandate} = await subscribe();
    const request = {mandate, period: '2026-11', amount: 100};
    const {paymentId} = await shop.checkout.mandates.charge(request);
    razorpay.change(paymentId!, {status: 'captured'});

    await expect(shop.checkout.mandates.charge(request)).rejects.toThrow('out of paper');
    expect(await shop.checkout.mandates.charge(request)).toMatchObject({status: 'captured'});
    expect((await shop.sales()).filter(({order_id}) => order_id === '2026-11')).toHaveLength(1);
  });
});

onSqlite(() => {
  for (const [status, reason] of Object.entries({
    cancellation_initiated: 'mandate_cancelled',
    cancelled: 'mandate_cancelled',
    paused: 'mandate_paused',
    suspended: 'mandate_not_active',
  }))
    test(`a charge that was left before it was sent is not sent once its mandate is ${status}`, async ({
      autopay,
      razorpay,
    }) => {
      const {charge, mandate, shop, told} = autopay;
      razorpay.fault = (what) => (/customers\/\w+$/.test(what) ? {status: 500} : undefined);
      await expect(charge()).rejects.toThrow();
      razorpay.fault = () => undefined;
      shop.clock.now += HOUR_MS;
      razorpay.mandates.move(mandate.id, status);

      const {charges} = await shop.checkout.reconcile();

      expect(charges).toMatchObject([{was: 'created', is: 'failed'}]);
      expect(await shop.checkout.mandates.charges(mandate.id)).toMatchObject([
        {status: 'failed', failure: {reason}, sentAt: undefined},
      ]);
      expect(told()).toEqual(['2026-11 created > failed']);
      expect(razorpay.mandates.charged).toEqual([]);
    });

  for (const status of [429, 401])
    test(`a charge that Razorpay puts off with ${status} may be asked for again`, async ({
      autopay,
      razorpay,
    }) => {
      razorpay.fault = (what) =>
        what.includes('create/recurring') ? {status, body: {}} : undefined;
      await expect(autopay.charge()).rejects.toThrow();
      razorpay.fault = () => undefined;

      expect(await autopay.charge()).toMatchObject({status: 'pending', attempt: 1});
      expect(razorpay.mandates.charged).toHaveLength(1);
    });

  for (const [what, description] of Object.entries({
    'before recurring payments are switched on': 'The requested URL was not found on the server.',
    'from an address that the account does not list': 'Access Denied',
  }))
    test(`a charge that is asked for ${what} may be asked for again`, async ({
      autopay,
      razorpay,
    }) => {
      const body = {error: {code: 'BAD_REQUEST_ERROR', description}};
      razorpay.fault = (asked) =>
        asked.includes('create/recurring') ? {status: 400, body} : undefined;
      await expect(autopay.charge()).rejects.toThrow(description);
      expect(autopay.told()).toEqual([]);
      razorpay.fault = () => undefined;

      expect(await autopay.charge()).toMatchObject({status: 'pending', attempt: 1});
      expect(razorpay.mandates.charged).toHaveLength(1);
    });

  for (const status of [403, 404, 408])
    test(`a ${status} of something between the shop and Razorpay is no word about a charge`, async ({
      autopay,
      razorpay,
    }) => {
      const {charge, shop} = autopay;
      razorpay.fault = (what) =>
        what.includes('create/recurring') ? {status, body: '<html>Sorry</html>'} : undefined;

      expect(await charge()).toMatchObject({status: 'pending', attempt: 1});
      razorpay.fault = () => undefined;
      expect(await charge()).toMatchObject({status: 'pending', attempt: 1});
      expect(razorpay.mandates.charged).toEqual([]);
      shop.clock.now += 37 * HOUR_MS;
      expect(await charge()).toMatchObject({
        status: 'failed',
        failure: {reason: 'not_received', advice: 'retry'},
      });
    });

  test('a charge that Razorpay refuses has failed, with its words', async ({autopay, razorpay}) => {
    const description = 'Amount exceeds maximum amount allowed';
    const error = {code: 'BAD_REQUEST_ERROR', description, reason: 'input_validation_failed'};
    razorpay.fault = (what) =>
      what.includes('create/recurring') ? {status: 400, body: {error}} : undefined;

    expect(await autopay.charge()).toMatchObject({
      status: 'failed',
      failure: {reason: 'refused', advice: 'stop', description},
    });
    expect(autopay.told()).toEqual(['2026-11 pending > failed']);
  });

  for (const status of ['paused', 'cancelled', 'cancellation_initiated', 'suspended'])
    test(`a mandate that is ${status} at Razorpay is not charged`, async ({autopay, razorpay}) => {
      razorpay.mandates.move(autopay.mandate.id, status);

      await expect(autopay.charge()).rejects.toMatchObject({
        code: 'not_chargeable',
        field: 'mandate',
        message: expect.stringContaining(`is ${status}`),
      });
      expect(razorpay.mandates.charged).toEqual([]);
    });

  for (const [field, hidden] of Object.entries({email: 'void@razorpay.com', contact: null}))
    test(`a shopper whose ${field} nobody knows is not charged until it is added`, async ({
      openShop,
      razorpay,
    }) => {
      const {shop, customer, chargeChanges} = await openSubscriptions({openShop, razorpay});
      razorpay.mandates.customers.get(customer)![field] = null;
      const {response, token} = await razorpay.approve(
        (await orderOf(shop, {plan: 'tea'})).body.order_id!,
        'confirmed',
      );
      razorpay.change(response.razorpay_payment_id, {[field]: hidden});
      await shop.post('/verify', response);
      const {charge, charges, customers} = shop.checkout.mandates;
      const orders = razorpay.created.length;

      const november = {mandate: token, period: '2026-11', amount: 49_900};
      await expect(charge(november)).rejects.toMatchObject({code: 'not_chargeable', field});
      expect(await charges(token)).toEqual([]);
      expect(razorpay.created).toHaveLength(orders);

      const known = {email: 'asha@example.com', contact: '+919000090000'};
      await customers.edit(customer, {[field]: known[field as keyof typeof known]});
      expect(await charge(november)).toMatchObject({status: 'pending', attempt: 1});
      expect(razorpay.mandates.charged).toMatchObject([known]);
      expect(chargeChanges).toEqual([]);
    });

  test('a mandate that Razorpay has forgotten is not charged', async ({autopay, razorpay}) => {
    razorpay.mandates.tokens.delete(autopay.mandate.id);

    await expect(autopay.charge()).rejects.toMatchObject({code: 'not_chargeable'});
    expect(razorpay.mandates.charged).toEqual([]);
    expect(await autopay.shop.checkout.mandates.charges(autopay.mandate.id)).toEqual([]);
  });

  test('a mandate that the bank has yet to confirm is not charged', async ({autopay, razorpay}) => {
    const {id: mandate} = await autopay.subscribe('initiated');

    await expect(autopay.charge({mandate})).rejects.toMatchObject({code: 'not_chargeable'});
    expect(razorpay.mandates.charged).toEqual([]);
    razorpay.mandates.move(mandate, 'confirmed');
    expect(await autopay.charge({mandate})).toMatchObject({status: 'pending'});
  });

  test('a charge above ₹15,000 says that the shopper must approve it', async ({
    openShop,
    razorpay,
  }) => {
    const terms = {maxAmount: 2_000_000};
    const {shop, subscribe} = await openSubscriptions({openShop, razorpay}, {}, terms);
    const {id} = await subscribe();

    expect(
      await shop.checkout.mandates.charge({mandate: id, period: '1', amount: 1_500_001}),
    ).toMatchObject({needsApproval: true});
  });

  test('a charge tells the shopper before, where it says when to debit', async ({
    autopay,
    razorpay,
  }) => {
    const debitAfter = new Date(NOON + 48 * HOUR_MS);

    expect(await autopay.charge({debitAfter})).toMatchObject({debitAfter});
    expect(razorpay.created.at(-1)).toMatchObject({
      notification: {token_id: autopay.mandate.id, payment_after: debitAfter.getTime() / 1000},
    });
  });
});

test('the last day of a cycle charges nothing', async ({autopay, razorpay}) => {
  autopay.shop.clock.now = Date.parse('2026-11-30T23:00+05:30');

  await expect(autopay.charge()).rejects.toMatchObject({
    code: 'last_day',
    message: expect.stringMatching(/from 2026-11-30T18:30:00.000Z on/),
  });
  expect(razorpay.mandates.charged).toEqual([]);
  autopay.shop.clock.now = Date.parse('2026-12-01T00:00+05:30');
  expect(await autopay.charge()).toMatchObject({status: 'pending'});
});

test('an hour before the last day only what says when to debit is charged', async ({
  autopay,
  razorpay,
}) => {
  autopay.shop.clock.now = Date.parse('2026-11-29T23:00+05:30');

  await expect(autopay.charge()).rejects.toMatchObject({
    code: 'last_day',
    message:
      'The monthly cycle ends before a debit could come. Charge from 2026-11-30T18:30:00.000Z on.',
  });
  expect(razorpay.mandates.charged).toEqual([]);
  const debitAfter = new Date('2026-12-05T12:00+05:30');
  expect(await autopay.charge({period: '2026-12', debitAfter})).toMatchObject({status: 'pending'});
});

test('a charge that was left waits for the next cycle where its debit would fall into that', async ({
  autopay,
  razorpay,
}) => {
  const {shop, charge} = autopay;
  razorpay.fault = (what) => (/customers\/\w+$/.test(what) ? {status: 500} : undefined);
  await expect(charge()).rejects.toThrow();
  razorpay.fault = () => undefined;

  shop.clock.now = Date.parse('2026-11-29T23:30+05:30');
  await shop.checkout.reconcile({olderThan: 0});
  expect(await charge()).toMatchObject({status: 'created'});
  shop.clock.now = Date.parse('2026-12-01T00:00+05:30');
  expect(await charge()).toMatchObject({status: 'pending'});
});

test('a charge that was left until its debit is near leaves it to Razorpay to tell the shopper', async ({
  autopay,
  razorpay,
}) => {
  const {shop, charge} = autopay;
  razorpay.fault = (what) => (what === 'POST /v1/orders' ? {status: 500} : undefined);
  await expect(charge({debitAfter: new Date(NOON + 48 * HOUR_MS)})).rejects.toThrow();
  razorpay.fault = () => undefined;

  shop.clock.now = NOON + 30 * HOUR_MS;
  expect(await charge()).toMatchObject({status: 'pending'});
  expect(razorpay.created.at(-1)).not.toHaveProperty('notification');
});

test('a period that failed with another amount is charged with a new one by retry only', async ({
  autopay,
}) => {
  await autopay.charge();
  await autopay.answer(FAILED);

  await expect(autopay.charge({amount: 100})).rejects.toMatchObject({
    code: 'period_taken',
    message: expect.stringMatching(/failed with 49900 paise, not 100\. Only retry: true/),
  });
  expect(await autopay.charge({amount: 100, retry: true})).toMatchObject({attempt: 2, amount: 100});
});

test('a period that was charged with another amount is not charged again', async ({
  autopay,
  razorpay,
}) => {
  await autopay.charge();

  await expect(autopay.charge({amount: 100})).rejects.toMatchObject({code: 'period_taken'});
  expect(razorpay.mandates.charged).toHaveLength(1);
});

const WRONG: Record<string, [changes: object, code: string, field: string]> = {
  'no mandate': [{mandate: undefined}, 'invalid', 'mandate'],
  'another id': [{mandate: 'order_1'}, 'invalid', 'mandate'],
  'a mandate that nobody has': [{mandate: 'token_nobody'}, 'not_found', 'mandate'],
  'no period': [{period: ''}, 'invalid', 'period'],
  'a period with spaces': [{period: 'Nov 2026'}, 'invalid', 'period'],
  'a long period': [{period: 'x'.repeat(65)}, 'invalid', 'period'],
  'a period as a number': [{period: 2026}, 'invalid', 'period'],
  'less than a rupee': [{amount: 99}, 'invalid', 'amount'],
  'half a paisa': [{amount: 100.5}, 'invalid', 'amount'],
  'an amount as a text': [{amount: '100'}, 'invalid', 'amount'],
  'a negative amount': [{amount: -100}, 'invalid', 'amount'],
  'no number': [{amount: NaN}, 'invalid', 'amount'],
  'more than was approved': [{amount: 200_001}, 'over_max_amount', 'amount'],
  'a long note': [{notes: {a: 'x'.repeat(257)}}, 'invalid', 'notes.a'],
  'a debit that comes too soon': [
    {debitAfter: new Date(NOON + 23 * HOUR_MS)},
    'invalid',
    'debitAfter',
  ],
  'a debit in ms': [{debitAfter: NOON + 48 * HOUR_MS}, 'invalid', 'debitAfter'],
  'a debit on no date': [{debitAfter: new Date(NaN)}, 'invalid', 'debitAfter'],
  'a NUL in its description': [{description: 'Tea\0'}, 'invalid', 'description'],
  'a retry as a text': [{retry: 'yes'}, 'invalid', 'retry'],
  'another currency': [{currency: 'USD'}, 'invalid', 'currency'],
};
for (const [what, [changes, code, field]] of Object.entries(WRONG))
  test(`a charge with ${what} is refused before Razorpay is asked`, async ({autopay, razorpay}) => {
    const before = razorpay.requests.length;

    await expect(autopay.charge(changes)).rejects.toMatchObject({
      name: 'MandateError',
      code,
      field,
    });
    expect(razorpay.requests).toHaveLength(before);
  });
