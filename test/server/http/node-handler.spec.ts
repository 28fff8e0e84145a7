import {serve} from '@hono/node-server';
import {expect} from '@playwright/test';
import express from 'express';
import {Hono} from 'hono';
import {once} from 'node:events';
import {createServer, request, type IncomingMessage, type Server} from 'node:http';
import {connect, type AddressInfo} from 'node:net';
import {toNodeHandler, type Checkout} from '../../../src/server.js';
import {IDEMPOTENCY_KEY} from '../../fixtures/samples.js';
import {test as base} from '../../fixtures/server/shop.js';

const test = base.extend<{
  /** Waits until a server listens, and gives its port; it is closed after the test. */
  portOf: (server: Server) => Promise<number>;
}>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
  portOf: async ({}, use) => {
    const servers: Server[] = [];
    await use(async (server) => {
      servers.push(server);
      if (!server.listening) await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    });
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
});

/** A platform that calls `fetch` of a module's default export. */
const platform = (module: {fetch: (request: Request, env: object) => Promise<Response>}): Server =>
  serve({fetch: (request) => module.fetch(request, {SECRET: 'x'}), port: 0}) as Server;

const MOUNTS: Record<string, (checkout: Checkout) => Server> = {
  Hono: (checkout) => {
    const app = new Hono();
    app.all('/checkout/*', (context) => checkout.fetch(context.req.raw));
    return serve({fetch: app.fetch, port: 0}) as Server;
  },
  'Express 5': (checkout) => {
    const app = express();
    app.use('/checkout', toNodeHandler(checkout.fetch));
    app.use(express.json());
    return app.listen(0);
  },
  'node:http': (checkout) => createServer(toNodeHandler(checkout.fetch)).listen(0),
  'node:http, wrapped': (checkout) =>
    createServer(toNodeHandler((request) => checkout.fetch(request))).listen(0),
  'export default {fetch}': (checkout) => platform({fetch: checkout.fetch}),
};

for (const [name, mount] of Object.entries(MOUNTS))
  test.describe(name, () => {
    test('takes an order from its making to its webhook', async ({portOf, razorpay, shop}) => {
      const {checkout, changes, errors} = shop;
      const url = `http://localhost:${await portOf(mount(checkout))}/checkout`;
      const post = (path: string, body: unknown, headers = {}) =>
        fetch(url + path, {
          method: 'POST',
          headers: {'Content-Type': 'application/json', ...headers},
          body: JSON.stringify(body),
        });
      const made = await post('/orders', {product: 'चाय'}, {'Idempotency-Key': IDEMPOTENCY_KEY});
      const {order_id} = (await made.json()) as {order_id: string};
      const payment = await razorpay.pay(order_id);
      const status = await fetch(`${url}/status?order_id=${order_id}`);
      const verified = await post('/verify', payment);
      const told = await fetch(`${url}/webhook`, await razorpay.event('order.paid', payment));
      const sent = await fetch(`${url}/callback`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(payment),
      });
      const large = await post('/verify', 'x'.repeat(2_000_000)).catch(() => undefined);

      expect(made.status).toBe(201);
      expect(made.headers.get('Cache-Control')).toBe('no-store');
      expect(await status.json()).toMatchObject({status: 'paid'});
      expect(await verified.json()).toMatchObject({status: 'paid'});
      expect(told.status).toBe(200);
      expect(sent.status).toBe(303);
      expect(sent.headers.get('Location')).toBe(`/?order_id=${order_id}`);
      // The connection may end before all of it was sent.
      expect(large?.status ?? 413).toBe(413);
      expect(changes).toHaveLength(1);
      expect(errors).toEqual([]);
    });
  });

for (const [how, headers] of Object.entries({
  'that says its length': {'Content-Length': '2000000'},
  'in pieces': {'Transfer-Encoding': 'chunked'},
}))
  test(`a body ${how} and is too large is refused before it has ended`, async ({
    portOf,
    shop: {checkout},
  }) => {
    const port = await portOf(createServer(toNodeHandler(checkout.fetch)).listen(0));
    const sent = request({
      port,
      path: '/checkout/verify',
      method: 'POST',
      headers: {'Content-Type': 'application/json', ...headers},
    });
    sent.on('error', () => undefined);
    sent.write('x'.repeat(100_000));
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];

    expect(answer.statusCode).toBe(413);
    expect(answer.headers.connection).toBe('close');
  });

test('a handler of somebody else keeps each of its cookies', async ({portOf}) => {
  const handler = () =>
    Promise.resolve(
      new Response('x', {
        headers: [
          ['Set-Cookie', 'a=1'],
          ['Set-Cookie', 'b=2'],
        ],
      }),
    );
  const port = await portOf(createServer(toNodeHandler(handler)).listen(0));
  const answer = await fetch(`http://localhost:${port}/`);

  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});

test('behind express.json() nothing is taken, and the error says why', async ({
  portOf,
  shop: {checkout},
}) => {
  const said: unknown[] = [];
  const app = express();
  app.use(express.json());
  app.use('/checkout', toNodeHandler(checkout.fetch));
  app.use(((error, _request, response, _next) => {
    said.push(error);
    response.sendStatus(500);
  }) satisfies express.ErrorRequestHandler);
  const port = await portOf(app.listen(0));

  const {status} = await fetch(`http://localhost:${port}/checkout/verify`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: '{}',
  });

  expect(status).toBe(500);
  expect(String(said[0])).toContain('Mount the kit before express.json()');
});

for (const [path, method] of [
  ['status', 'GET'],
  ['orders', 'POST'],
] as const)
  test(`without toNodeHandler ${method} /${path} fails, and the error names it`, async ({
    portOf,
    shop,
  }) => {
    const said: unknown[] = [];
    const port = await portOf(
      createServer((request, response) => {
        shop.checkout.fetch(request as unknown as Request).catch((error: unknown) => {
          said.push(error);
          response.end();
        });
      }).listen(0),
    );

    await fetch(`http://localhost:${port}/checkout/${path}`, {method});

    expect(String(said[0])).toContain('mount toNodeHandler(checkout.fetch)');
  });

/** Sends lines as they are, and gives what is answered. */
const sendRaw = (port: number, ...lines: string[]): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, 'localhost', () => {
      socket.write([...lines, 'Connection: close', '', ''].join('\r\n'));
    });
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    socket.on('close', () => resolve(text));
  });

for (const host of [
  'a b\\c@[',
  'shop.example/checkout/status?order_id=order_1&',
  'shop.example/checkout/status?order_id=order_1#',
  'shop.example\\checkout\\status?',
  'user:secret@shop.example',
  'shop.example:99999',
  '[::1',
  '',
])
  for (const [how, handler] of Object.entries({
    'by itself': ({fetch}: Checkout) => fetch,
    wrapped: (checkout: Checkout) => (request: Request) => checkout.fetch(request),
  }))
    test(`the host "${host}" changes no path (${how})`, async ({portOf, shop: {checkout}}) => {
      const port = await portOf(createServer(toNodeHandler(handler(checkout))).listen(0));

      const other = await sendRaw(port, 'GET //evil.example/ HTTP/1.1', `Host: ${host}`);
      const status = await sendRaw(port, 'GET /checkout/status HTTP/1.1', `Host: ${host}`);

      expect(other).toMatch(/^HTTP\/1\.1 404 /);
      expect(other).toContain('There is no endpoint at //evil.example/');
      expect(status).toMatch(/^HTTP\/1\.1 400 /);
      expect(status).toContain('"field":"order_id"');
    });

for (const line of [
  '/public/../checkout/status',
  '/public/%2E%2e/checkout/status',
  '/checkout/./status',
  '/checkout\\status',
  '/checkout/status#/public',
])
  test(`the path ${line} is refused, which rules before the kit read otherwise`, async ({
    portOf,
    shop: {checkout},
  }) => {
    const port = await portOf(createServer(toNodeHandler(checkout.fetch)).listen(0));

    expect(await sendRaw(port, `GET ${line} HTTP/1.1`, 'Host: localhost')).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });

test('a whole address in the request line is read by its path', async ({
  portOf,
  shop: {checkout},
}) => {
  const port = await portOf(createServer(toNodeHandler(checkout.fetch)).listen(0));
  const line = 'GET http://shop.example/checkout/status?a=http://b/../c HTTP/1.1';

  expect(await sendRaw(port, line, 'Host: localhost')).toContain('"field":"order_id"');
});

for (const [how, handler] of Object.entries({
  'by itself': ({fetch}: Checkout) => fetch,
  wrapped: (checkout: Checkout) => (request: Request) => checkout.fetch(request),
}))
  test(`TRACE answers 405 (${how})`, async ({portOf, shop: {checkout}}) => {
    const port = await portOf(createServer(toNodeHandler(handler(checkout))).listen(0));

    expect(await sendRaw(port, 'TRACE /checkout/orders HTTP/1.1', 'Host: localhost')).toMatch(
      /^HTTP\/1\.1 405 /,
    );
  });

test('toNodeHandler says what it takes', () => {
  const checkout = {fetch: () => Promise.resolve(new Response())};

  expect(() => toNodeHandler(checkout as never)).toThrow('Write toNodeHandler(checkout.fetch).');
});
