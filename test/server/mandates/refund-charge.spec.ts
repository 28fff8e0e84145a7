// What was charged and goes back: src/server/mandates/refund-charge.ts, on
// src/server/model/mandates/refund-request.ts.
import {expect} from '@playwright/test';
import type {RefundRequest} from '../../../src/server.js';
import {openSubscriptions} from '../../fixtures/server/autopay.js';
import {onEachDatabase, test as base} from '../../fixtures/server/shop.js';

/** A shop with a mandate that was charged ₹499 for November. */
const test = base.extend<{autopay: Awaited<ReturnType<typeof openCharged>>}>({
  autopay: async ({openShop, razorpay}, use) => use(await openCharged({openShop, razorpay})),
});

async function openCharged(parts: Parameters<typeof openSubscriptions>[0]) {
  const {razorpay} = parts;
  const subscriptions = await openSubscriptions(parts);
  const {shop, chargeChanges} = subscriptions;
  const {id: mandate} = await subscriptions.subscribe();
  const {mandates} = shop.checkout;
  const november = {mandate, period: '2026-11'};
  const {paymentId, orderId} = await mandates.charge({...november, amount: 49_900});
  razorpay.change(paymentId!, {status: 'captured'});
  razorpay.change(orderId!, {status: 'paid'});
  return {
    shop,
    mandates,
    november,
    paymentId: paymentId!,
    orderId: orderId!,
    charged: () => mandates.charge({...november, amount: 49_900}),
    refund: (changes: Partial<RefundRequest> = {}) => mandates.refund({...november, ...changes}),
    /** Razorpay tells of a refund, by the payment alone as refunds do. */
    hear: async (event: string) => {
      const entity = {id: 'rfnd_1', entity: 'refund', payment_id: paymentId};
      const {headers, body} = await razorpay.signed({event, payload: {refund: {entity}}});
      await shop.post('/webhook', body, headers);
    },
    told: () => chargeChanges.map(({status, refund}) => `${status} ${refund}`),
  };
}

onEachDatabase(() => {
  test('a charge goes back in parts, each told once, and its period stays charged', async ({
    autopay,
    razorpay,
  }) => {
    const {charged, refund, hear, told} = autopay;
    await charged();

    const part = {total: 10_000};
    const both = await Promise.all([refund(part), refund(part)]);
    await refund(part);
    await hear('refund.processed');
    const all = await refund();
    await refund();

    expect(both.map(({amountRefunded}) => amountRefunded)).toEqual([10_000, 10_000]);
    expect(all).toMatchObject({status: 'captured', amountRefunded: 49_900});
    expect(told()).toEqual(['captured 0', 'partly_refunded 10000', 'refunded 39900']);
    expect(await charged()).toMatchObject({status: 'captured', attempt: 1});
    expect(razorpay.mandates.charged).toHaveLength(1);
  });

  test('two sums that are asked for at once go back as the larger one, not as both', async ({
    autopay,
  }) => {
    const {charged, refund, told} = autopay;
    await charged();

    await Promise.all([refund({total: 10_000}), refund({total: 20_000}), refund({total: 15_000})]);

    expect(await charged()).toMatchObject({amountRefunded: 20_000});
    const sums = told().map((words) => Number(words.split(' ')[1]));
    expect(sums.reduce((sum, each) => sum + each)).toBe(20_000);
  });

  test('what goes back by the dashboard is told once, and what came back too', async ({
    autopay,
    razorpay,
  }) => {
    const {charged, hear, told, paymentId} = autopay;
    await charged();

    razorpay.change(paymentId, {amount_refunded: 5_000});
    await Promise.all([hear('refund.created'), hear('refund.processed')]);
    razorpay.change(paymentId, {amount_refunded: 0});
    await hear('refund.failed');

    expect(told()).toEqual(['captured 0', 'partly_refunded 5000', 'refund_failed -5000']);
  });

  test('a sweep finds what went back, where it looks at what was paid', async ({
    autopay,
    razorpay,
  }) => {
    const {shop, charged, told, paymentId, november} = autopay;
    await charged();
    razorpay.change(paymentId, {status: 'refunded'});

    expect((await shop.checkout.reconcile({olderThan: 0})).charges).toEqual([]);
    const sweep = {olderThan: 0, paidWithin: '30d'} as const;
    const row = {...omit(november), was: 'captured', is: 'captured', refunded: 49_900};
    const foreseen = await shop.checkout.reconcile({...sweep, dryRun: true});
    expect(foreseen.charges).toMatchObject([row]);
    expect(told()).toEqual(['captured 0']);
    const report = await shop.checkout.reconcile(sweep);
    expect(report.charges).toMatchObject([row]);
    expect(String(report)).toMatch(/captured +captured +499\.00 INR +499\.00 INR/);
    expect((await shop.checkout.reconcile(sweep)).charges).toEqual([]);
    expect(told()).toEqual(['captured 0', 'refunded 49900']);
  });

  test('what went back before it was heard of was captured first', async ({autopay, razorpay}) => {
    const {charged, told, paymentId} = autopay;
    razorpay.change(paymentId, {status: 'refunded', amount_refunded: 49_900});

    expect(await charged()).toMatchObject({status: 'captured', amountRefunded: 49_900});
    expect(told()).toEqual(['captured 0', 'refunded 49900']);
  });
});

const omit = ({period}: {period: string}) => ({period});

test('a refund whose answer was lost is not made again', async ({autopay, razorpay}) => {
  const {charged, refund, told} = autopay;
  await charged();
  razorpay.fault = (request) => (request.endsWith('/refund') ? 'lose' : undefined);

  await expect(refund({total: 10_000})).rejects.toMatchObject({code: 'unreachable'});
  razorpay.fault = () => undefined;

  expect(await refund({total: 10_000})).toMatchObject({amountRefunded: 10_000});
  expect(told()).toEqual(['captured 0', 'partly_refunded 10000']);
});

test('what came back is given back again, once, by who asks again', async ({autopay, razorpay}) => {
  const {charged, refund, told, paymentId} = autopay;
  await charged();
  const part = {total: 10_000};
  await refund(part);

  for (const times of [1, 2]) {
    razorpay.change(paymentId, {amount_refunded: 0});
    const both = await Promise.all([refund(part), refund(part)]);

    expect(both.map(({amountRefunded}) => amountRefunded)).toEqual([10_000, 10_000]);
    expect(razorpay.refundKeys.size).toBe(1 + times);
  }
  expect(told()).toEqual([
    'captured 0',
    'partly_refunded 10000',
    ...['refund_failed -10000', 'partly_refunded 10000'],
    ...['refund_failed -10000', 'partly_refunded 10000'],
  ]);
});

test('what was captured and not heard of yet goes back too', async ({autopay}) => {
  const {refund, told} = autopay;

  expect(await refund()).toMatchObject({status: 'captured', amountRefunded: 49_900});
  expect(told()).toEqual(['captured 0', 'refunded 49900']);
});

test('what the bank returned before it was captured is no refund of a charge', async ({
  autopay,
  razorpay,
}) => {
  const {charged, refund, told, paymentId, orderId} = autopay;
  razorpay.change(orderId, {status: 'attempted'});
  razorpay.change(paymentId, {status: 'refunded', amount_refunded: 49_900});

  expect(await charged()).toMatchObject({status: 'failed', failure: {reason: 'other'}});
  await expect(refund()).rejects.toMatchObject({code: 'not_refundable', field: 'period'});
  expect(told()).toEqual(['failed 0']);
});

const WRONG: Record<string, [changes: object, code: string, field: string]> = {
  'no mandate': [{mandate: undefined}, 'invalid', 'mandate'],
  'a period that nobody has charged': [{period: '2026-12'}, 'not_refundable', 'period'],
  'an attempt that there is not': [{attempt: 2}, 'not_refundable', 'period'],
  'a total as a text': [{total: '100'}, 'invalid', 'total'],
  'less than a rupee': [{total: 99}, 'invalid', 'total'],
  'more than was charged': [{total: 49_901}, 'invalid', 'total'],
  'an amount': [{amount: 100}, 'invalid', 'amount'],
};
for (const [what, [changes, code, field]] of Object.entries(WRONG))
  test(`a refund with ${what} is refused before Razorpay is asked`, async ({autopay, razorpay}) => {
    await autopay.charged();
    const before = razorpay.requests.length;

    await expect(autopay.refund(changes)).rejects.toMatchObject({
      name: 'MandateError',
      code,
      field,
    });
    expect(razorpay.requests).toHaveLength(before);
  });
