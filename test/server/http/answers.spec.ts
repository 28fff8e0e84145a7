// Which status an answer has: src/server/http/http-error.ts, src/server/http/storable.ts,
// src/server/http/storable-incoming.ts, src/server/ledger/ledger-error.ts,
// src/server/ledger/coded-failures.ts and src/server/runtime/hook-error.ts.
import {expect} from '@playwright/test';
import {hmacHex, LedgerError, RazorpayError, type CheckoutConfig} from '../../../src/server.js';
import type {Transaction} from 'kysely';
import {IDEMPOTENCY_KEY, WEBHOOK_SECRET} from '../../fixtures/samples.js';
import {malformedRequest, seededRandom} from '../../fixtures/server/malformed.js';
import {onEachDatabase, test, type Tables} from '../../fixtures/server/shop.js';

const JSON_TYPE = {'Content-Type': 'application/json'};

const promotions: CheckoutConfig['promotions'] = {
  list: () => [],
  apply: () => ({failure: 'INVALID_PROMOTION', reason: 'There is no such code.'}),
};
const shipping: CheckoutConfig['shipping'] = () => [];

/** A request that each endpoint would answer well, made while all was well. */
async function requestsOf(receipt: string, response: object) {
  const event = JSON.stringify({event: 'order.paid', payload: {}});
  const post = (body: string, headers = {}) => ({
    method: 'POST',
    headers: {...JSON_TYPE, ...headers},
    body,
  });
  const asked = JSON.stringify({
    order_id: receipt,
    code: 'TEA10',
    addresses: [{id: '0', zipcode: '560001', country: 'in'}],
  });
  return {
    '/orders': post('{}', {'Idempotency-Key': IDEMPOTENCY_KEY}),
    '/verify': post(JSON.stringify(response)),
    '/status?order_id=order_00000000000001': {},
    '/webhook': post(event, {'X-Razorpay-Signature': await hmacHex(WEBHOOK_SECRET, event)}),
    '/shipping-info': post(asked),
    '/promotions': post(asked),
    '/promotions/apply': post(asked),
  } satisfies Record<string, RequestInit>;
}

onEachDatabase(() => {
  test('503 with Retry-After is the answer of every endpoint while the ledger fails', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop({promotions, shipping});
    const orderId = await shop.order();
    const order = await shop.checkout.order(orderId);
    const requests = await requestsOf(order!.receipt, await razorpay.pay(orderId));
    const schema = shop.ledger.db.schema;
    await schema.dropTable('rzp_orders').execute();
    await schema.dropTable('rzp_webhooks').execute();

    for (const [path, init] of Object.entries(requests)) {
      const before = shop.errors.length;
      const reply = await fetch(shop.url + path, init);

      expect([path, reply.status]).toEqual([path, 503]);
      expect(reply.headers.get('Retry-After')).toBe('2');
      expect(await reply.text()).toContain('"LEDGER_UNAVAILABLE"');
      expect(shop.errors[before]).toBeInstanceOf(LedgerError);
      expect(shop.errors[before]).toMatchObject({code: 'failed', cause: {}});
    }
    await expect(shop.checkout.order(orderId)).rejects.toBeInstanceOf(LedgerError);
  });

  test('a shopper is sent on while the ledger fails, and the merchant is told', async ({
    razorpay,
    shop,
  }) => {
    const response = await razorpay.pay(await shop.order());
    await shop.ledger.db.schema.dropTable('rzp_orders').execute();

    const reply = await fetch(`${shop.url}/callback`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(response),
    });

    expect(reply.status).toBe(303);
    expect(shop.errors[0]).toBeInstanceOf(LedgerError);
  });

  const thrown = new RazorpayError('timeout', "The merchant's own call took too long.");
  const hook = () => {
    throw thrown;
  };
  const HOOKS: Record<string, Partial<CheckoutConfig<Tables>>> = {
    limit: {limit: hook},
    session: {session: hook},
    price: {price: hook},
    options: {options: hook},
  };
  for (const [name, changes] of Object.entries(HOOKS))
    test(`500 is the answer where ${name} throws, whatever it throws`, async ({openShop}) => {
      const shop = await openShop(changes);

      const reply = await shop.post('/orders', {}, {'Idempotency-Key': IDEMPOTENCY_KEY});

      expect(reply.status).toBe(500);
      expect(reply.body.error?.code).toBe('INTERNAL');
      expect(shop.errors).toEqual([thrown]);
    });

  for (const [what, onStatus] of Object.entries({
    'throws an error of its own': hook,
    'writes what its table refuses': async (_change: unknown, tx: Transaction<Tables>) => {
      await tx
        .insertInto('nothing' as 'sales')
        .values({} as never)
        .execute();
    },
  }))
    test(`500 is the answer where onStatus ${what}`, async ({openShop, razorpay}) => {
      const shop = await openShop({onStatus});
      const reply = await shop.post('/verify', await razorpay.pay(await shop.order()));

      expect(reply.status).toBe(500);
      expect(shop.errors).toHaveLength(1);
      expect(shop.errors[0]).not.toBeInstanceOf(LedgerError);
    });

  test.describe('400 is the answer to a text that no database holds', () => {
    const half = String.raw`\ud83c`;
    const post = (body: string, headers = {}): RequestInit => ({
      method: 'POST',
      headers: {...JSON_TYPE, 'Idempotency-Key': IDEMPOTENCY_KEY, ...headers},
      body,
    });
    const CASES: Record<string, [path: string, init: RequestInit]> = {
      'in a parameter': ['/status?order_id=order_1%00', {}],
      'in the name of a parameter': ['/status?order_id=order_1&%00=1', {}],
      'in the body': ['/orders', post(`{"a": [{"b": "x${half}"}]}`)],
      'in a name of the body': ['/orders', post(String.raw`{"a": {"\u0000": 1}}`)],
      'in the address of an order': ['/orders?a=%00', post('{}')],
      'in the receipt': ['/promotions', post(String.raw`{"order_id": "a\u0000b"}`)],
      'in a code': ['/promotions/apply', post(`{"order_id": "a", "code": "${half}"}`)],
      'in a city': [
        '/shipping-info',
        post(
          `{"order_id": "a", "addresses": [{"id": 1, "zipcode": 1, "country": "in", "city": "${half}"}]}`,
        ),
      ],
    };
    for (const [where, [path, init]] of Object.entries(CASES))
      test(where, async ({openShop, razorpay}) => {
        const shop = await openShop({promotions, shipping});

        const response = await fetch(shop.url + path, init);

        expect(response.status).toBe(400);
        expect(await response.text()).toContain('INVALID_REQUEST');
        expect(razorpay.requests).toEqual([]);
        expect(shop.errors).toEqual([]);
      });
  });

  test('what Razorpay has signed is taken, whatever its texts hold', async ({shop}) => {
    const body = String.raw`{"event": "a\u0000", "payload": {"order": {"entity": {"id": "\ud800"}}}}`;
    const response = await fetch(`${shop.url}/webhook`, {
      method: 'POST',
      headers: {'X-Razorpay-Signature': await hmacHex(WEBHOOK_SECRET, body)},
      body,
    });

    expect(response.status).toBe(200);
    expect(shop.errors).toEqual([]);
  });

  for (const seed of [1, 2, 3])
    test(
      `no request that somebody makes up is answered with 5xx (seed ${seed})`,
      {tag: seed === 1 ? [] : '@fuzz'},
      async ({openShop, razorpay}) => {
        test.slow();
        const shop = await openShop({promotions, shipping, session: () => 'a'});
        const orderId = await shop.order();
        const {receipt} = (await shop.checkout.order(orderId))!;
        const known = {orderId, receipt, response: await razorpay.pay(orderId)};
        const random = seededRandom(seed);

        for (let i = 0; i < 300; i++) {
          const [path, init] = await malformedRequest(random, known);
          const request = new Request(`http://shop.example/checkout${path}`, init);
          const response = await shop.checkout.fetch(request);
          const text = await response.text();

          expect(response.status, `${i}: ${path} ${text}`).toBeLessThan(500);
          expect(text).not.toContain('    at ');
        }
      },
    );
});
