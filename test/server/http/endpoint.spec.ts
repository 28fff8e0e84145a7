// What all endpoints do with a request: src/server/endpoints/routes.ts,
// src/server/endpoints/create-endpoints.ts, src/server/http/cors.ts, src/server/http/exchange.ts,
// src/server/http/fetch-handler.ts, src/server/http/http-error.ts, src/server/http/read-body.ts,
// and src/server/create-checkout.ts and src/server/kit/create-context.ts, which put
// src/server/kit/context.ts together.
import {expect} from '@playwright/test';
import {connect} from 'node:net';
import {inspect} from 'node:util';
import {IDEMPOTENCY_KEY, KEY_SECRET} from '../../fixtures/samples.js';
import {test, type Shop} from '../../fixtures/server/shop.js';

const JSON_TYPE = {'Content-Type': 'application/json', 'Idempotency-Key': IDEMPOTENCY_KEY};

test.describe('a request that no endpoint takes', () => {
  const CASES: Record<string, [path: string, init: RequestInit, status: number, code: string]> = {
    'an unknown path': ['/refunds', {method: 'POST'}, 404, 'NOT_FOUND'],
    'a path below one': ['/orders/1', {method: 'POST'}, 404, 'NOT_FOUND'],
    'GET /orders': ['/orders', {}, 405, 'METHOD_NOT_ALLOWED'],
    'PUT /verify': ['/verify', {method: 'PUT'}, 405, 'METHOD_NOT_ALLOWED'],
    'POST /status': ['/status', {method: 'POST'}, 405, 'METHOD_NOT_ALLOWED'],
    'OPTIONS without CORS': ['/orders', {method: 'OPTIONS'}, 405, 'METHOD_NOT_ALLOWED'],
    'a form': [
      '/orders',
      {
        method: 'POST',
        headers: {'Idempotency-Key': IDEMPOTENCY_KEY},
        body: new URLSearchParams({a: 'b'}),
      },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    text: ['/verify', {method: 'POST', body: '{}'}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    'half a JSON': [
      '/orders',
      {method: 'POST', headers: JSON_TYPE, body: '{"a":'},
      400,
      'INVALID_REQUEST',
    ],
    'no body': ['/orders', {method: 'POST', headers: JSON_TYPE}, 400, 'INVALID_REQUEST'],
    'bytes that are not UTF-8': [
      '/orders',
      {method: 'POST', headers: JSON_TYPE, body: new Uint8Array([34, 255, 34])},
      400,
      'INVALID_REQUEST',
    ],
    'a list where an object is wanted': [
      '/verify',
      {method: 'POST', headers: JSON_TYPE, body: '[]'},
      400,
      'INVALID_REQUEST',
    ],
    'a list in a list, a thousand times': [
      '/orders',
      {method: 'POST', headers: JSON_TYPE, body: '['.repeat(9_000) + ']'.repeat(9_000)},
      400,
      'INVALID_REQUEST',
    ],
    'a NUL in the address': ['/status?order_id=a%00', {}, 400, 'INVALID_REQUEST'],
    '1 MB': [
      '/orders',
      {method: 'POST', headers: JSON_TYPE, body: JSON.stringify('x'.repeat(1_000_000))},
      413,
      'BODY_TOO_LARGE',
    ],
  };
  for (const [what, [path, init, status, code]] of Object.entries(CASES))
    test(`${what} answers ${status} ${code}`, async ({razorpay, shop}) => {
      const response = await fetch(shop.url + path, init);

      expect(response.status).toBe(status);
      expect(response.headers.get('Content-Type')).toBe('application/json');
      expect(await response.json()).toEqual({
        error: expect.objectContaining({code, description: expect.stringMatching(/\.$/)}),
      });
      if (status === 405)
        expect(response.headers.get('Allow')).toBe(path === '/status' ? 'GET' : 'POST');
      expect(razorpay.requests).toEqual([]);
      expect(shop.errors).toEqual([]);
    });

  test('the content type may name its charset', async ({shop}) => {
    const reply = await shop.post(
      '/orders',
      {},
      {
        ...JSON_TYPE,
        'Content-Type': 'Application/JSON; charset=utf-8',
      },
    );

    expect(reply.status).toBe(201);
  });

  for (const [what, path, basePath, said] of [
    ['outside of the base', '/orders', '/checkout', 'basePath is "/checkout".'],
    ['of a base that was not set', '/checkout/orders', undefined, 'basePath is not set.'],
  ] as const)
    test(`a path ${what} answers 404 and says which there are`, async ({openShop}) => {
      const shop = await openShop({basePath});

      const response = await fetch(new URL(path, shop.url), {method: 'POST'});

      expect(response.status).toBe(404);
      const {error} = (await response.json()) as {error: {description: string}};
      expect(error.description).toContain(`There is no endpoint at ${path}, but at `);
      expect(error.description).toContain(` ${basePath ?? ''}/promotions/apply: ${said}`);
    });
});

test('a body without a length is left where it is too large', async ({shop}) => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent++;
      controller.enqueue(new Uint8Array(1024));
    },
  });

  const response = await shop.checkout.orders(
    new Request('http://shop.example/orders', {
      method: 'POST',
      headers: JSON_TYPE,
      body,
      duplex: 'half',
    } as RequestInit),
  );

  expect(response.status).toBe(413);
  expect(sent).toBeLessThan(70);
});

test('a shopper who goes away while sending is nothing to tell the merchant', async ({shop}) => {
  const {port} = new URL(shop.url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.end(
        `POST /checkout/orders HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n` +
          `Idempotency-Key: ${IDEMPOTENCY_KEY}\r\nContent-Length: 100\r\n\r\n{`,
      );
    });
    socket.resume();
    socket.on('close', () => resolve());
  });

  expect((await shop.get('/status?order_id=order_1')).status).toBe(404);
  expect(shop.errors).toEqual([]);
});

test.describe('each handler on its own', () => {
  test('answers without a path of its own', async ({razorpay, shop}) => {
    const {checkout} = shop;
    const post = (body: unknown) =>
      new Request('http://shop.example/anything', {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify(body),
      });

    const made = (await (await checkout.orders(post({}))).json()) as {order_id: string};
    const paid = await checkout.verify(post(await razorpay.pay(made.order_id)));
    const status = await checkout.status(
      new Request(`http://shop.example/anything?order_id=${made.order_id}`),
    );

    expect(await paid.json()).toMatchObject({status: 'paid'});
    expect(await status.json()).toMatchObject({status: 'paid'});
    expect((await checkout.verify(new Request('http://shop.example/'))).status).toBe(405);
  });
});

test.describe('limit', () => {
  for (const [verdict, after] of [
    [false, '1'],
    [30, '30'],
    [0.2, '1'],
  ] as const)
    test(`of ${verdict} answers 429, to come back after ${after} s`, async ({
      openShop,
      razorpay,
    }) => {
      const shop = await openShop({limit: () => verdict});

      const reply = await shop.post('/orders', {}, JSON_TYPE);

      expect(reply.status).toBe(429);
      expect(reply.body.error?.code).toBe('RATE_LIMITED');
      expect(reply.headers.get('Retry-After')).toBe(after);
      expect(razorpay.requests).toEqual([]);
    });

  for (const verdict of [true, undefined, 0])
    test(`of ${String(verdict)} lets the request pass`, async ({openShop}) => {
      const shop = await openShop({limit: () => Promise.resolve(verdict)});

      expect((await shop.post('/orders', {}, JSON_TYPE)).status).toBe(201);
    });
});

test.describe('cors', () => {
  const ORIGIN = 'https://shop.example';
  const ask = (shop: Shop, origin: string) =>
    fetch(`${shop.url}/orders`, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,idempotency-key,x-token',
      },
    });

  test('a listed origin may call, with its headers', async ({openShop}) => {
    const shop = await openShop({cors: {origins: [ORIGIN], credentials: true}});

    const {status, headers} = await ask(shop, ORIGIN);

    expect(status).toBe(204);
    expect(headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
    expect(headers.get('Access-Control-Allow-Methods')).toBe('POST');
    expect(headers.get('Access-Control-Allow-Headers')).toContain('idempotency-key');
    expect(headers.get('Access-Control-Allow-Credentials')).toBe('true');
    expect(headers.get('Vary')).toContain('Origin');
  });

  test('a listed origin may read replies and refusals', async ({openShop}) => {
    const shop = await openShop({cors: {origins: [ORIGIN]}});

    const made = await shop.post('/orders', {}, {...JSON_TYPE, Origin: ORIGIN});
    const refused = await shop.post('/orders', {}, {Origin: ORIGIN});

    for (const {headers} of [made, refused]) {
      expect(headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
      expect(headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
      expect(headers.get('Vary')).toBe('Origin');
    }
  });

  test('a sandboxed iframe, whose origin is null, may where the merchant says so', async ({
    openShop,
  }) => {
    const shop = await openShop({cors: {origins: ['null']}});

    const asked = await ask(shop, 'null');
    const made = await shop.post('/orders', {}, {...JSON_TYPE, Origin: 'null'});

    expect(asked.headers.get('Access-Control-Allow-Headers')).toContain('idempotency-key');
    expect(made.headers.get('Access-Control-Allow-Origin')).toBe('null');
  });

  test('another origin may do neither', async ({openShop}) => {
    const shop = await openShop({cors: {origins: [ORIGIN]}});

    const asked = await ask(shop, 'https://shop.example.evil.example');
    const made = await shop.post('/orders', {}, {...JSON_TYPE, Origin: 'null'});

    expect(asked.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(asked.headers.get('Access-Control-Allow-Headers')).toBeNull();
    expect(made.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('without it no origin is named', async ({shop}) => {
    const reply = await shop.post('/orders', {}, {...JSON_TYPE, Origin: ORIGIN});

    expect(reply.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

/** Runs with `console.error` caught and gives what it was told. */
async function catchLog(run: () => Promise<void>): Promise<string[]> {
  const logged: string[] = [];
  const {error} = console;
  console.error = (...args: unknown[]) => logged.push(inspect(args, {depth: 10}));
  try {
    await run();
  } finally {
    console.error = error;
  }
  return logged;
}

test('no secret is in any reply, error or log', async ({openShop, razorpay}) => {
  const replies: string[] = [];
  const logged = await catchLog(async () => {
    const shop = await openShop({onError: undefined, timeout: 1_000});
    const response = await razorpay.pay(await shop.order());
    for (const fault of [
      'drop',
      'hang',
      {status: 200},
      {status: 401, body: {}},
      {status: 500, body: '<html>'},
    ] as const) {
      razorpay.fault = () => fault;
      const verified = await shop.post('/verify', response);
      const made = await shop.post('/orders', {}, {'Idempotency-Key': 'z'.repeat(22)});
      replies.push(JSON.stringify(verified.body), JSON.stringify(made.body));
    }
  });

  expect(logged).toHaveLength(replies.length);
  for (const said of [...logged, ...replies]) {
    expect(said).not.toContain(KEY_SECRET);
    expect(said).not.toContain('Basic ');
  }
  for (const reply of replies) expect(reply).not.toContain('    at ');
});

test('an onError that throws changes no answer', async ({openShop, razorpay}) => {
  const logged = await catchLog(async () => {
    const shop = await openShop({
      onError: () => {
        throw new Error('The log is full.');
      },
    });
    const orderId = await shop.order();
    razorpay.fault = () => 'drop';

    expect((await shop.get(`/status?order_id=${orderId}`)).status).toBe(503);
  });

  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain('The log is full.');
});
