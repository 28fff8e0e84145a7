// With src/server/http/read-body.ts, which counts them.
import {expect} from '@playwright/test';
import {once} from 'node:events';
import {createServer, request, type ClientRequest, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {toNodeHandler, type Checkout} from '../../../src/server.js';
import {HeldBodies} from '../../../src/server/http/held-bodies.js';
import {test} from '../../fixtures/server/shop.js';

test('the largest bodies are given up where all together are too large', () => {
  const bodies = new HeldBodies(100);
  const given: string[] = [];
  const body = (name: string, heldBytes: number) => {
    const held = {heldBytes, giveUp: () => given.push(name)};
    bodies.hold(held, heldBytes);
    return held;
  };
  body('small', 10);
  body('large', 50);
  const read = body('read', 40);
  bodies.letGo(read);
  body('next', 40);
  expect(given).toEqual([]);

  body('other', 30);

  expect(given).toEqual(['large']);
});

for (const [how, handler] of Object.entries({
  'by itself': ({fetch}: Checkout) => fetch,
  wrapped: (checkout: Checkout) => (request: Request) => checkout.fetch(request),
}))
  test(`bodies that are held open leave room for a webhook (${how})`, async ({razorpay, shop}) => {
    const server = createServer(toNodeHandler(handler(shop.checkout))).listen(0);
    await once(server, 'listening');
    const {port} = server.address() as AddressInfo;
    const path = '/checkout/webhook';
    const refused: IncomingMessage[] = [];
    const held: ClientRequest[] = [];
    const enough = new Promise<void>((resolve) => {
      for (let i = 0; i < 24; i++) {
        const headers = {'X-Razorpay-Signature': 'f'.repeat(64), 'Content-Length': 1_000_000};
        const sent = request({port, path, method: 'POST', headers});
        sent.on('error', () => undefined);
        sent.on('response', (response) => {
          refused.push(response);
          if (refused.length === 8) resolve();
        });
        sent.write(Buffer.alloc(999_999, 'x'));
        held.push(sent);
      }
    });
    await enough;
    const event = await razorpay.event('order.paid', await razorpay.pay(await shop.order()));
    const told = await fetch(`http://localhost:${port}${path}`, event);

    expect(told.status).toBe(200);
    for (const {statusCode, headers} of refused) {
      expect(statusCode).toBe(429);
      expect(headers['retry-after']).toBe('1');
    }
    expect(shop.errors).toEqual([]);
    for (const sent of held) sent.destroy();
    server.closeAllConnections();
    server.close();
  });
