import {expect} from '@playwright/test';
import {createServer} from 'node:https';
import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import {ask, type Question} from '../../../src/doctor/server/ask.js';
import {freePort} from '../../fixtures/server/free-port.js';
import {SELF_SIGNED} from '../../fixtures/self-signed.js';
import {serve} from '../../fixtures/serve.js';
import {test} from '../../fixtures/server/test.js';

const question = (url: string): Question => ({url, method: 'POST', body: '{}', withinMs: 10_000});

test('follows no redirect: what is sent is for one address', async () => {
  const asked: string[] = [];
  const elsewhere = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  const server = await serve((_, response) => {
    response.writeHead(307, {Location: `${elsewhere.url}/taken`}).end();
  });

  expect((await ask(question(server.url))).status).toBe(307);
  expect(asked).toEqual([]);
  server.close();
  elsewhere.close();
});

test('reads no more of an answer than one can have', async () => {
  const server = await serve((_, response) => {
    const more = () => void response.write('x'.repeat(100_000), () => setImmediate(more));
    response.on('error', () => undefined);
    more();
  });

  expect((await ask(question(server.url))).text.length).toBeLessThan(2_000_000);
  server.close();
});

test('a server that is too slow is left', async () => {
  const over = new AbortController();
  const server = await serve(() => over.abort(new DOMException('', 'TimeoutError')));

  await expect(ask(question(server.url), {limit: () => over.signal})).rejects.toMatchObject({
    message: 'does not answer within 10 s, and nobody who asks in earnest waits longer.',
  });
  server.close();
});

test('a server that is down is said to be', async () => {
  await expect(ask(question(`http://127.0.0.1:${await freePort()}`))).rejects.toMatchObject({
    message: 'refuses the connection: nothing listens there.',
  });
});

test('a certificate that nobody trusts is named', async () => {
  const server = createServer(SELF_SIGNED, (_, response) => response.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;

  await expect(ask(question(`https://127.0.0.1:${port}`))).rejects.toMatchObject({
    message: expect.stringMatching(/certificate that is not trusted/),
  });
  server.close();
});

test('a server that breaks off is said to', async () => {
  const server = await serve((request) => request.socket.destroy());

  await expect(ask(question(server.url))).rejects.toMatchObject({
    message: expect.stringMatching(/^breaks off the connection/),
  });
  server.close();
});
