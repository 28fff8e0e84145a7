import {expect} from '@playwright/test';
import {onEachDatabase, onSqlite, type Shop, test} from '../../fixtures/server/shop.js';

const send = (shop: Shop, fields: Record<string, string>) =>
  fetch(`${shop.url}/callback`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  });

const failure = (orderId: string) => ({
  'error[code]': 'BAD_REQUEST_ERROR',
  'error[description]': '<script>alert(1)</script>',
  'error[metadata]': JSON.stringify({payment_id: 'pay_00000000000001', order_id: orderId}),
});

const query = (fields: Record<string, string>) =>
  ({path: `?${String(new URLSearchParams(fields))}`, method: 'GET', body: null}) as const;

onEachDatabase(() => {
  test('a payment makes the order paid and sends the shopper on, with its id only', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop({returnUrl: '/order?lang=hi#top'});
    const orderId = await shop.order();

    const response = await send(shop, await razorpay.pay(orderId));

    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe(`/order?lang=hi&order_id=${orderId}#top`);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.text()).toBe('');
    expect(await shop.checkout.order(orderId)).toMatchObject({status: 'paid'});
    expect(shop.changes).toHaveLength(1);
  });

  test('a failure moves nothing by itself: Razorpay is asked', async ({razorpay, shop}) => {
    const orderId = await shop.order();

    const early = await send(shop, failure(orderId));
    const before = await shop.checkout.order(orderId);
    await razorpay.pay(orderId);
    shop.clock.now += 2_000;
    const late = await send(shop, failure(orderId));

    for (const {status, headers} of [early, late]) {
      expect(status).toBe(303);
      expect(headers.get('Location')).toBe(`/?order_id=${orderId}`);
    }
    expect(before).toMatchObject({status: 'created'});
    expect(await shop.checkout.order(orderId)).toMatchObject({status: 'paid'});
  });

  test('failures by the hundred ask Razorpay once in two seconds', async ({razorpay, shop}) => {
    const orderId = await shop.order();

    await Promise.all(Array.from({length: 100}, () => send(shop, failure(orderId))));

    expect(razorpay.count(new RegExp(`^GET /v1/orders/${orderId}$`))).toBe(1);
  });
});

onSqlite(() => {
  test('a whole address and no address are fine too', async ({openShop, razorpay}) => {
    const shop = await openShop({returnUrl: 'https://shop.example/order'});
    const plain = await openShop();
    const orderId = await shop.order();
    const payment = await razorpay.pay(orderId);

    const places = [await send(shop, payment), await send(plain, payment)].map(({headers}) =>
      headers.get('Location'),
    );

    expect(places).toEqual([
      `https://shop.example/order?order_id=${orderId}`,
      `/?order_id=${orderId}`,
    ]);
  });

  test.describe('nothing of the form is sent on', () => {
    const CASES: Record<string, Record<string, string>> = {
      'of an order of another shop': failure('order_OfAnotherShop1'),
      'of an order id with a NUL': failure('order_\0'),
      'of an order id with markup': failure('"><script>'),
      'of a failure without metadata': {'error[code]': 'BAD_REQUEST_ERROR'},
      'of metadata that is no JSON': {'error[metadata]': '{'},
      'of metadata that is null': {'error[metadata]': 'null'},
      'of nothing': {},
    };
    for (const [what, fields] of Object.entries(CASES))
      test(what, async ({openShop, razorpay}) => {
        const shop = await openShop({returnUrl: '/order'});

        const response = await send(shop, fields);

        expect(response.status).toBe(303);
        expect(response.headers.get('Location')).toBe('/order');
        expect(razorpay.requests).toEqual([]);
      });
  });

  test('a forged payment is told to the log and changes nothing', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    const forged = await razorpay.forge(orderId);

    const response = await send(shop, forged);

    expect(response.status).toBe(303);
    expect(await shop.checkout.order(orderId)).toMatchObject({status: 'created'});
    expect(shop.errors).toMatchObject([{code: 'SIGNATURE_MISMATCH'}]);
  });

  test('forged payments by the hundred fill no log', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    const forged = await razorpay.forge(orderId);

    await Promise.all(Array.from({length: 100}, () => send(shop, forged)));

    expect(shop.errors).toMatchObject([{code: 'SIGNATURE_MISMATCH'}]);
    expect(razorpay.count(/^GET \/v1\/payments/)).toBe(1);
  });

  for (const fault of ['drop', 'hang'] as const)
    test(`the shopper is sent on although Razorpay does not answer (${fault})`, async ({
      openShop,
      razorpay,
    }) => {
      const shop = await openShop({timeout: 6_000});
      const orderId = await shop.order();
      const payment = await razorpay.pay(orderId);
      razorpay.fault = () => fault;

      const response = await send(shop, payment);

      expect(response.status).toBe(303);
      expect(response.headers.get('Location')).toBe(`/?order_id=${orderId}`);
      razorpay.fault = () => undefined;
      shop.clock.now += 2_000;
      expect((await shop.get(`/status?order_id=${orderId}`)).body.status).toBe('paid');
    });

  for (const [how, sent] of Object.entries({
    'GET with the fields in the address': query,
    'a form of several parts': (fields: Record<string, string>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      body.set('file', new Blob(['x']), 'x.txt');
      return {path: '', method: 'POST', body} as const;
    },
  }))
    test(`${how} confirms the payment`, async ({razorpay, shop}) => {
      const orderId = await shop.order();
      const {path, ...init} = sent({...(await razorpay.pay(orderId))});

      const response = await fetch(`${shop.url}/callback${path}`, {redirect: 'manual', ...init});

      expect(response.status).toBe(303);
      expect(response.headers.get('Location')).toBe(`/?order_id=${orderId}`);
      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'paid'});
    });

  test('a form as plain text confirms the payment', async ({razorpay, shop}) => {
    const orderId = await shop.order();
    const fields = Object.entries(await razorpay.pay(orderId));

    const response = await fetch(`${shop.url}/callback`, {
      method: 'POST',
      redirect: 'manual',
      headers: {'Content-Type': 'text/plain'},
      body: fields.map(([name, value]) => `${name}=${value}\r\n`).join(''),
    });

    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe(`/?order_id=${orderId}`);
    expect(await shop.checkout.order(orderId)).toMatchObject({status: 'paid'});
  });

  test.describe('a shopper is sent on', () => {
    const multipart = {'Content-Type': 'multipart/form-data; boundary=x'};
    const CASES: Record<string, RequestInit> = {
      'who comes back to the address': {},
      'whose messenger looks at the address first': {method: 'HEAD'},
      'with no form at all': {method: 'POST'},
      'with plain text that is no form': {method: 'POST', body: '\0=\r\na'},
      'with half a form of several parts': {method: 'POST', headers: multipart, body: '--x'},
      'with a form that is too large': {
        method: 'POST',
        body: new URLSearchParams({a: 'x'.repeat(70_000)}),
      },
    };
    for (const [what, init] of Object.entries(CASES))
      test(what, async ({openShop}) => {
        const shop = await openShop({returnUrl: '/order'});

        const response = await fetch(`${shop.url}/callback`, {redirect: 'manual', ...init});

        expect(response.status).toBe(303);
        expect(response.headers.get('Location')).toBe('/order');
        expect(shop.errors).toEqual([]);
      });

    test('who comes too often', async ({openShop}) => {
      const shop = await openShop({returnUrl: '/order', limit: () => false});

      const response = await send(shop, {});

      expect(response.status).toBe(303);
      expect(response.headers.get('Location')).toBe('/order');
    });
  });

  for (const path of ['/checkout/callback/', '/checkout/Callback', '/Checkout/CALLBACK/'])
    test(`is at ${path} too, where a shopper who has paid may be sent`, async ({
      razorpay,
      shop,
    }) => {
      const response = await razorpay.pay(await shop.order());

      for (const init of [
        {method: 'POST', body: new URLSearchParams({...response})},
        {method: 'GET'},
      ]) {
        const reply = await shop.checkout.fetch(new Request(`http://shop.example${path}`, init));
        expect(reply.status).toBe(303);
      }
      expect(await shop.checkout.order(response.razorpay_order_id)).toMatchObject({status: 'paid'});
    });

  test('PUT answers 405, JSON 415', async ({shop}) => {
    const put = await fetch(`${shop.url}/callback`, {method: 'PUT'});

    expect(put.status).toBe(405);
    expect(put.headers.get('Allow')).toBe('GET, POST');
    expect((await shop.post('/callback', {})).status).toBe(415);
  });
});
