// With src/sandbox/model/webhook-event.ts, the body of each event.
import type {ServerResponse} from 'node:http';
import {createSandbox} from 'rzp-magic-button/sandbox.js';
import {hmacHex} from '../../../src/wire/signature.js';
import {WEBHOOK_SECRET} from '../../fixtures/samples.js';
import {expect} from '../../fixtures/sandbox/merchant.js';
import {createOrder} from '../../fixtures/sandbox/rest.js';
import {test} from '../../fixtures/sandbox/webhook-receiver.js';

const DAY_SECONDS = 24 * 60 * 60;

const refuse = (response: ServerResponse): unknown => response.writeHead(500).end();

test('a payment is told as authorized, captured, and its order as paid', async ({
  sandbox,
  shop,
}) => {
  const orderId = await createOrder(sandbox);
  const {razorpay_payment_id: paymentId} = await sandbox.pay(orderId);
  await sandbox.settled();
  expect(shop.names()).toEqual(['payment.authorized', 'payment.captured', 'order.paid']);
  const [authorized, captured, paid] = shop.received.map(({raw}) => JSON.parse(raw) as object);
  expect(authorized).toEqual({
    entity: 'event',
    account_id: expect.stringMatching(/^acc_[A-Za-z0-9]{14}$/) as unknown,
    event: 'payment.authorized',
    contains: ['payment'],
    // The payment is captured by now; the event tells of the moment at which it happened.
    payload: {
      payment: {
        entity: expect.objectContaining({
          id: paymentId,
          status: 'authorized',
          captured: false,
          order_id: orderId,
        }) as unknown,
      },
    },
    created_at: expect.any(Number) as unknown,
  });
  expect(captured).toMatchObject({payload: {payment: {entity: {status: 'captured', fee: 1180}}}});
  expect(paid).toMatchObject({
    contains: ['payment', 'order'],
    payload: {
      payment: {entity: {id: paymentId}},
      order: {entity: {id: orderId, status: 'paid', amount_paid: 50_000}},
    },
  });
});

test('every delivery is signed over its raw bytes with the webhook secret', async ({
  sandbox,
  shop,
}) => {
  const orderId = await createOrder(sandbox, {notes: {gift: 'für Zoë ☕'}});
  await sandbox.pay(orderId);
  await sandbox.settled();
  expect(shop.received).toHaveLength(3);
  for (const {headers, raw} of shop.received) {
    expect(headers['content-type']).toBe('application/json');
    expect(headers['x-razorpay-signature']).toBe(await hmacHex(sandbox.webhookSecret, raw));
    expect(headers['x-razorpay-event-id']).toMatch(/^[A-Za-z0-9]{14}$/);
  }
  expect(new Set(shop.received.map(({id}) => id)).size).toBe(3);
});

test('a failed attempt is told with its reason', async ({sandbox, shop}) => {
  const orderId = await createOrder(sandbox);
  const {error} = await sandbox.pay(orderId, {outcome: 'failed'});
  await sandbox.settled();
  expect(shop.names()).toEqual(['payment.failed']);
  expect(JSON.parse(shop.received[0]!.raw)).toMatchObject({
    payload: {
      payment: {
        entity: {id: error.metadata?.payment_id, status: 'failed', error_reason: 'payment_failed'},
      },
    },
  });
});

test('a refund is told as created and as processed, with its payment', async ({sandbox, shop}) => {
  const {razorpay_payment_id: paymentId} = await sandbox.pay(await createOrder(sandbox));
  const refund = sandbox.refund(paymentId, 10_000);
  await sandbox.settled();
  const told = shop.received.slice(3).map(({raw}) => JSON.parse(raw) as object);
  expect(told).toMatchObject([
    {
      event: 'refund.created',
      contains: ['refund', 'payment'],
      payload: {refund: {entity: {id: refund.id, status: 'pending', amount: 10_000}}},
    },
    {
      event: 'refund.processed',
      payload: {
        refund: {entity: {id: refund.id, status: 'processed', payment_id: paymentId}},
        payment: {entity: {amount_refunded: 10_000, refund_status: 'partial'}},
      },
    },
  ]);
});

test('a refund that failed is told, with its payment', async ({sandbox, shop}) => {
  const {razorpay_payment_id: paymentId} = await sandbox.pay(await createOrder(sandbox));
  const {id} = sandbox.refund(paymentId);
  sandbox.failRefund(id);
  await sandbox.settled();
  expect(JSON.parse(shop.received.at(-1)!.raw)).toMatchObject({
    event: 'refund.failed',
    contains: ['refund', 'payment'],
    payload: {
      refund: {entity: {id, status: 'failed', payment_id: paymentId}},
      payment: {entity: {status: 'captured', amount_refunded: 0, refund_status: null}},
    },
  });
});

test('capture by hand is told when the merchant captures', async ({sandbox, shop}) => {
  await sandbox.pay(await createOrder(sandbox, {payment_capture: 0}), {outcome: 'authorized'});
  await sandbox.settled();
  expect(shop.names()).toEqual(['payment.authorized']);
});

test('nothing is sent before there is an address, and it may be set later', async ({shop}) => {
  const sandbox = await createSandbox();
  await sandbox.pay(await createOrder(sandbox));
  await sandbox.settled();
  expect(sandbox.events().map(({deliveries}) => deliveries)).toEqual([[], [], []]);
  sandbox.webhook.url = shop.url;
  await sandbox.pay(await createOrder(sandbox), {outcome: 'failed'});
  await sandbox.settled();
  expect(shop.names()).toEqual(['payment.failed']);
  await sandbox.close();
});

for (const [what, answer, noted] of [
  ['answers 500', refuse, 500],
  ['answers with a redirect', (r: ServerResponse) => r.writeHead(302, {location: '/'}).end(), 302],
  ['drops the connection', (r: ServerResponse) => r.destroy(), 'unreachable'],
] as const) {
  test(`is tried again when the server ${what}, with the same id and body`, async ({
    sandbox,
    shop,
  }) => {
    shop.answer = answer;
    await sandbox.pay(await createOrder(sandbox), {outcome: 'failed'});
    await sandbox.settled();
    expect(shop.received).toHaveLength(1);
    shop.answer = (response) => response.end();
    await sandbox.advance(60);
    expect(shop.received).toHaveLength(2);
    const [first, again] = shop.received;
    expect([again!.id, again!.raw]).toEqual([first!.id, first!.raw]);
    expect(sandbox.events()[0]?.deliveries.map((delivery) => delivery.answer)).toEqual([
      noted,
      200,
    ]);
    await sandbox.advance(2 * DAY_SECONDS);
    expect(shop.received).toHaveLength(2);
  });
}

test('a server that answers after 5 s counts as one that did not', async ({sandbox, shop}) => {
  shop.answer = () => undefined;
  await sandbox.pay(await createOrder(sandbox), {outcome: 'failed'});
  const began = Date.now();
  await sandbox.settled();
  expect(Date.now() - began).toBeGreaterThan(4000);
  expect(sandbox.events()[0]?.deliveries).toMatchObject([{answer: 'timeout'}]);
});

test('waits grow twofold until the day is over, then the webhook is disabled', async ({
  sandbox,
  shop,
}) => {
  shop.answer = refuse;
  await sandbox.pay(await createOrder(sandbox), {outcome: 'failed'});
  await sandbox.advance(3 * DAY_SECONDS);
  const [{deliveries, createdAt} = {deliveries: [], createdAt: 0}] = sandbox.events();
  const times = deliveries.map(({at}) => Math.round((at - createdAt) / 1000));
  const waits = times.slice(1).map((time, index) => time - times[index]!);
  expect(waits.slice(0, 5)).toEqual([10, 20, 40, 80, 160]);
  expect(times.at(-1)).toBe(DAY_SECONDS);
  expect(sandbox.webhook.isDisabled).toBe(true);

  const before = shop.received.length;
  shop.answer = (response) => response.end();
  await sandbox.pay(await createOrder(sandbox));
  await sandbox.settled();
  expect(shop.received).toHaveLength(before);
  sandbox.webhook.url = shop.url;
  expect(sandbox.webhook.isDisabled).toBe(false);
  await sandbox.pay(await createOrder(sandbox), {outcome: 'failed'});
  await sandbox.settled();
  expect(shop.received).toHaveLength(before + 1);
});

test('a webhook that succeeds now and then is not disabled', async ({sandbox, shop}) => {
  shop.answer = refuse;
  await sandbox.pay(await createOrder(sandbox), {outcome: 'failed'});
  await sandbox.advance(DAY_SECONDS / 2);
  shop.answer = (response, {event}) => (event === 'order.paid' ? response.end() : refuse(response));
  await sandbox.pay(await createOrder(sandbox));
  await sandbox.advance(DAY_SECONDS / 2 + 60);
  expect(sandbox.webhook.isDisabled).toBe(false);
});

test('a retry keeps the secret that its event was made with', async ({sandbox, shop}) => {
  shop.answer = refuse;
  await sandbox.pay(await createOrder(sandbox), {outcome: 'failed'});
  await sandbox.settled();
  sandbox.webhook.secret = 'a new one';
  shop.answer = (response) => response.end();
  await sandbox.advance(10);
  await sandbox.pay(await createOrder(sandbox), {outcome: 'failed'});
  await sandbox.settled();
  const [, retried, fresh] = shop.received;
  expect(retried!.headers['x-razorpay-signature']).toBe(
    await hmacHex(WEBHOOK_SECRET, retried!.raw),
  );
  expect(fresh!.headers['x-razorpay-signature']).toBe(await hmacHex('a new one', fresh!.raw));
});

test('a closed sandbox tries nothing again', async ({shop}) => {
  const sandbox = await createSandbox({webhookUrl: shop.url});
  shop.answer = refuse;
  await sandbox.pay(await createOrder(sandbox), {outcome: 'failed'});
  await sandbox.settled();
  await sandbox.close();
  await sandbox.advance(DAY_SECONDS);
  expect(shop.received).toHaveLength(1);
});

test('an event can be sent once more, with the same id', async ({sandbox, shop}) => {
  await sandbox.pay(await createOrder(sandbox), {outcome: 'failed'});
  await sandbox.settled();
  const [event] = sandbox.events();
  await sandbox.resend(event!.id);
  expect(shop.received.map(({id}) => id)).toEqual([event!.id, event!.id]);
  expect(() => sandbox.resend('nothing')).toThrow('There is no event "nothing".');
});
