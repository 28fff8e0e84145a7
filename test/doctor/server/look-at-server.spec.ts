// With src/doctor/server/page-asks.ts, src/doctor/server/magic-asks.ts,
// src/doctor/server/webhook-asks.ts, src/doctor/server/trouble.ts, src/doctor/server/cors.ts,
// src/doctor/server/visit.ts, src/doctor/server/made-up.ts and src/doctor/model/finding.ts: what is asked of a server, and what is made of its answers.
import {expect} from '@playwright/test';
import type {RequestListener} from 'node:http';
import {lookAtServer, withoutWhatIsMissing} from '../../../src/doctor/server/look-at-server.js';
import {kitAt, linesOf, standBefore, visitOf, WHOLE, wrongsOf} from '../../fixtures/doctor.js';
import {OTHER_SECRET} from '../../fixtures/samples.js';
import {freePort} from '../../fixtures/server/free-port.js';
import {onSqlite, type Shop, test} from '../../fixtures/server/shop.js';

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response
      .writeHead(status, {'Content-Type': 'application/json', ...headers})
      .end(JSON.stringify(body));

const html =
  (status: number): RequestListener =>
  (_, response) =>
    response.writeHead(status, {'Content-Type': 'text/html'}).end('<!doctype html><p>Sign in');

const redirect =
  (status: number, to: string): RequestListener =>
  (_, response) =>
    response.writeHead(status, {Location: to}).end();

const PAID = {status: 'paid', order_id: 'order_1', payment_id: 'pay_1'};
const QUOTE = {
  id: '0',
  zipcode: '560060',
  country: 'IN',
  shipping_methods: [
    {id: '1', name: 'By post', serviceable: true, shipping_fee: 49.5, cod: false, cod_fee: 0},
  ],
};

/** What a server may answer instead at a path, and what is said of it. */
const BROKEN: Record<string, {path: string; answer: RequestListener; said: RegExp}> = {
  'an order-url that is missing': {
    path: '/checkout/orders',
    answer: json(404, {error: {code: 'NOT_FOUND', description: 'There is no endpoint at /x.'}}),
    said: /^order-url: answers 404: "There is no endpoint at \/x"\.$/,
  },
  'an order-url that takes no POST': {
    path: '/checkout/orders',
    answer: json(405, {}, {Allow: 'GET'}),
    said: /^order-url: answers 405/,
  },
  'an order-url without its slash': {
    path: '/checkout/orders',
    answer: redirect(301, '/checkout/orders/'),
    said: /^order-url: answers 301 and sends on to/,
  },
  'a verify-url that says paid of anything': {
    path: '/checkout/verify',
    answer: json(200, PAID),
    said: /^verify-url: says "paid" of a payment that was never made/,
  },
  'a verify-url that says placed of anything': {
    path: '/checkout/verify',
    answer: json(201, {status: 'placed'}),
    said: /^verify-url: says "placed"/,
  },
  'a verify-url that refuses nothing': {
    path: '/checkout/verify',
    answer: json(200, {...PAID, status: 'unconfirmed'}),
    said: /^verify-url: answers 200 with "unconfirmed" to a forged payment/,
  },
  'a verify-url that refuses in words of its own': {
    path: '/checkout/verify',
    answer: json(400, {message: 'Bad signature'}),
    said: /^verify-url: refuses with 400 and without a reason/,
  },
  'a verify-url that refuses with a code of its own': {
    path: '/checkout/verify',
    answer: json(400, {error: {code: 'BAD_SIG', description: 'No.'}}),
    said: /^verify-url: refuses with a code that the page does not know, "BAD_SIG"/,
  },
  'a verify-url behind a login': {
    path: '/checkout/verify',
    answer: html(401),
    said: /^verify-url: answers 401: a login/,
  },
  'a verify-url that leads to a login': {
    path: '/checkout/verify',
    answer: redirect(302, 'https://login.example/?next=secret'),
    said: /^verify-url: answers 302 and sends on to https:\/\/login\.example\/\. /,
  },
  'a verify-url that reads forms': {
    path: '/checkout/verify',
    answer: json(415, {}),
    said: /^verify-url: answers 415/,
  },
  'a verify-url where a page answers': {
    path: '/checkout/verify',
    answer: html(200),
    said: /^verify-url: answers 200 with a page of HTML/,
  },
  'a verify-url that breaks': {
    path: '/checkout/verify',
    answer: html(500),
    said: /^verify-url: answers 500/,
  },
  'a status-url that is missing': {
    path: '/checkout/status',
    answer: html(404),
    said: /^status-url: answers 404 with a page of HTML: nothing takes GET/,
  },
  'a status-url that knows any order': {
    path: '/checkout/status',
    answer: json(200, {status: 'created', order_id: 'order_1'}),
    said: /^status-url: answers 200 with "created" of an order that does not exist/,
  },
  'a callback that is protected against forged forms': {
    path: '/checkout/callback',
    answer: html(419),
    said: /^callback-url: answers 419 to the form/,
  },
  'a webhook that takes anything': {
    path: '/checkout/webhook',
    answer: json(200, {}),
    said: /^webhook: answers 200 to an event that nobody has signed/,
  },
  'a webhook that is missing': {
    path: '/checkout/webhook',
    answer: html(404),
    said: /^webhook: answers 404/,
  },
  'a webhook that moved': {
    path: '/checkout/webhook',
    answer: redirect(301, 'https://shop.example/webhook'),
    said: /^webhook: answers 301/,
  },
  'shipping in rupees': {
    path: '/checkout/shipping-info',
    answer: json(200, {addresses: [QUOTE]}),
    said: /^shipping info: answers in another shape: addresses\[0\]\.shipping_methods\[0\]\.shipping_fee must be an integer in paise/,
  },
  'shipping for another address': {
    path: '/checkout/shipping-info',
    answer: json(200, {addresses: []}),
    said: /^shipping info: answers in another shape: addresses has none with the id "0"/,
  },
  'shipping that refuses without a reason': {
    path: '/checkout/shipping-info',
    answer: json(400, {}),
    said: /^shipping info: answers 400 without a reason/,
  },
  'shipping behind a login': {
    path: '/checkout/shipping-info',
    answer: html(403),
    said: /^shipping info: answers 403: a login/,
  },
  'promotions in another shape': {
    path: '/checkout/promotions',
    answer: json(200, [{code: 'TEA10'}]),
    said: /^get promotions: answers in another shape: The reply must be an object/,
  },
  'a code that is no code and takes off': {
    path: '/checkout/promotions/apply',
    answer: json(200, {promotion: {reference_id: '1', value: 5_000}}),
    said: /^apply promotions: takes 5000 paise off for a code that does not exist/,
  },
  'a code that is no code, in another shape': {
    path: '/checkout/promotions/apply',
    answer: json(200, {discount: 50}),
    said: /^apply promotions: answers 200 to a code that does not exist: promotion must be an object/,
  },
  'a till that lets anybody in': {
    path: '/checkout/devices',
    answer: json(404, {error: {code: 'ORDER_NOT_FOUND', description: 'No such order.'}}),
    said: /^device-url: answers a stranger \(404 ORDER_NOT_FOUND\)/,
  },
};

const kept = (shop: Shop) =>
  shop.ledger.db
    .selectFrom('rzp_webhooks' as never)
    .selectAll()
    .execute();

onSqlite(() => {
  test('of a shop that is right nothing is wrong, and it hears of nothing', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop(WHOLE);

    const looks = await lookAtServer(kitAt(shop.url), visitOf());

    expect(wrongsOf(looks)).toEqual([]);
    expect(linesOf(looks, 'unseen')).toEqual([]);
    expect(linesOf(looks, 'absent')).toEqual([
      'device-url: is not there: this shop has no devices.',
    ]);
    expect(linesOf(looks, 'right')).toEqual([
      'order-url: is there and takes POST. No order was made.',
      'verify-url: refuses a payment that was never made (404 ORDER_NOT_FOUND).',
      'status-url: knows no order that does not exist (404 ORDER_NOT_FOUND).',
      `callback-url: sends the shopper on to ${new URL(shop.url).origin}/.`,
      'webhook: refuses an event that nobody has signed (400).',
      'webhook: takes an event that is signed with RAZORPAY_WEBHOOK_SECRET.',
      'shipping info: refuses an order that does not exist (400 "Invalid merchant order id").',
      'get promotions: refuses an order that does not exist (400 "Invalid merchant order id").',
      'apply promotions: refuses an order that does not exist (400 "Invalid merchant order id").',
    ]);
    expect(razorpay.requests).toEqual([]);
    expect(shop.changes).toEqual([]);
    expect(shop.errors).toEqual([]);
    expect(await kept(shop)).toEqual([]);
  });

  for (const [what, {path, answer, said}] of Object.entries(BROKEN))
    test(`${what} is wrong, and nothing else is`, async ({openShop}) => {
      const shop = await openShop(WHOLE);
      const front = await standBefore(new URL(shop.url).origin, {[path]: answer});

      const looks = await lookAtServer(kitAt(`${front.url}/checkout`), visitOf());

      expect(wrongsOf(looks)).toEqual([expect.stringMatching(said)]);
      front.close();
    });

  test('a shop that offers less has less, and nothing wrong', async ({openShop}) => {
    const shop = await openShop();

    const looks = await lookAtServer(kitAt(shop.url, ''), visitOf({endpointSecret: ''}));

    expect(wrongsOf(looks)).toEqual([]);
    expect(linesOf(looks, 'absent')).toEqual([
      'device-url: is not there: this shop has no devices.',
      'shipping info: is not offered: createCheckout has no "shipping".',
      'get promotions: is not offered: createCheckout has no "promotions".',
      'apply promotions: is not offered: createCheckout has no "promotions".',
    ]);
  });

  test('a page that stands for all that a server of its own has not is no endpoint', async ({
    openShop,
  }) => {
    const shop = await openShop();
    const offered = ['devices', 'shipping-info', 'promotions', 'promotions/apply'];
    const front = await standBefore(
      new URL(shop.url).origin,
      Object.fromEntries(offered.map((name) => [`/checkout/${name}`, html(200)])),
    );

    const looks = withoutWhatIsMissing(
      await lookAtServer(kitAt(`${front.url}/checkout`, ''), visitOf({endpointSecret: ''})),
    );

    const notOffered = 'is not there: this shop does not offer it.';
    expect(linesOf(looks, 'absent')).toEqual([
      'device-url: is not there: this shop has no devices.',
      `shipping info: ${notOffered}`,
      `get promotions: ${notOffered}`,
      `apply promotions: ${notOffered}`,
    ]);
    expect(wrongsOf(looks)).toEqual([]);
    front.close();
  });

  test('another secret of the webhook is wrong, which the shop is not told', async ({openShop}) => {
    const shop = await openShop(WHOLE);

    const looks = await lookAtServer(kitAt(shop.url), visitOf({webhookSecret: OTHER_SECRET}));

    expect(wrongsOf(looks)).toEqual([
      'webhook: refuses an event that is signed with RAZORPAY_WEBHOOK_SECRET (400).',
    ]);
    expect(shop.errors).toEqual([]);
  });

  test('a kit without the secret of the webhook is told to have one', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop({...WHOLE, razorpay: razorpay.config({webhookSecret: undefined})});

    const looks = await lookAtServer(kitAt(shop.url), visitOf());

    expect(wrongsOf(looks)).toEqual([
      'webhook: is refused: createCheckout has no razorpay.webhookSecret.',
    ]);
  });

  test('what is not known here is not looked at', async ({openShop}) => {
    const shop = await openShop(WHOLE);

    const looks = await lookAtServer(
      kitAt(shop.url, ''),
      visitOf({webhookSecret: '', endpointSecret: ''}),
    );

    expect(wrongsOf(looks)).toEqual([]);
    expect(linesOf(looks, 'unseen')).toEqual([
      'webhook: was sent no event that is signed: the secret is not known here.',
      'shipping info: has a key in its address, which is not known here.',
      'get promotions: has a key in its address, which is not known here.',
      'apply promotions: has a key in its address, which is not known here.',
    ]);
  });

  test('another key of the addresses is wrong', async ({openShop}) => {
    const shop = await openShop(WHOLE);
    const endpointSecret = 'the key of before';

    const looks = await lookAtServer(kitAt(shop.url, endpointSecret), visitOf({endpointSecret}));

    expect(wrongsOf(looks)).toEqual(
      ['shipping info', 'get promotions', 'apply promotions'].map(
        (title) => `${title}: refuses the key that RAZORPAY_ENDPOINT_SECRET has.`,
      ),
    );
  });

  test.describe('a page of another origin', () => {
    const ORIGIN = 'https://pages.example';

    test('is let in by the setting of the kit', async ({openShop}) => {
      const shop = await openShop({...WHOLE, cors: {origins: [ORIGIN]}});

      const looks = await lookAtServer(kitAt(shop.url), visitOf({pageOrigin: ORIGIN}));

      expect(wrongsOf(looks)).toEqual([]);
      expect(linesOf(looks, 'right').filter((line) => line.includes(ORIGIN))).toEqual(
        ['order-url', 'verify-url', 'status-url'].map((title) => `${title}: lets ${ORIGIN} ask.`),
      );
    });

    test('is not without it', async ({openShop}) => {
      const shop = await openShop(WHOLE);

      const looks = await lookAtServer(kitAt(shop.url), visitOf({pageOrigin: ORIGIN}));

      expect(wrongsOf(looks)).toEqual([
        `order-url: answers 405 to OPTIONS, by which a browser asks for leave, so that no browser lets ${ORIGIN} ask.`,
        `verify-url: answers 405 to OPTIONS, by which a browser asks for leave, so that no browser lets ${ORIGIN} ask.`,
        `status-url: answers without Access-Control-Allow-Origin: ${ORIGIN}, so that no browser lets ${ORIGIN} ask.`,
      ]);
    });

    test('with cookies needs leave for them', async ({openShop}) => {
      const shop = await openShop({...WHOLE, cors: {origins: [ORIGIN]}});
      const endpoints = kitAt(shop.url)
        .filter(({name}) => name === 'verify')
        .map((endpoint) => ({...endpoint, withCredentials: true}));

      const looks = await lookAtServer(endpoints, visitOf({pageOrigin: ORIGIN}));

      expect(wrongsOf(looks)).toEqual([
        `verify-url: answers OPTIONS without Access-Control-Allow-Credentials: true, so that no browser lets ${ORIGIN} ask.`,
      ]);
    });
  });

  test('a server that finds nothing there by GET may find something by POST', async ({
    openShop,
  }) => {
    const shop = await openShop(WHOLE);
    const notHere = json(404, {error: {code: 'NOT_FOUND', description: 'Not here.'}});
    const front = await standBefore(new URL(shop.url).origin, {'/checkout/orders': notHere});

    const looks = await lookAtServer(kitAt(`${front.url}/checkout`), visitOf());

    expect(wrongsOf(looks)).toEqual([]);
    front.close();
  });

  test('makes no order of any answer to GET', async ({openShop}) => {
    const shop = await openShop(WHOLE);
    const methods: (string | undefined)[] = [];
    const front = await standBefore(new URL(shop.url).origin, {
      '/checkout/orders': ({method}, response) => {
        methods.push(method);
        response.writeHead(404).end('Cannot GET /checkout/orders');
      },
    });

    const looks = await lookAtServer(kitAt(`${front.url}/checkout`), visitOf());

    expect(linesOf(looks, 'unseen')).toEqual([
      'order-url: answers 404 to GET, which says nothing of the POST that makes an order.',
    ]);
    expect(methods).toEqual(['GET', 'OPTIONS']);
    front.close();
  });
});

test('of a server that is down each endpoint says so', async () => {
  const looks = await lookAtServer(kitAt(`http://127.0.0.1:${await freePort()}`), visitOf());

  expect(wrongsOf(looks)).toEqual(
    looks.map(({title}) => `${title}: refuses the connection: nothing listens there.`),
  );
});
