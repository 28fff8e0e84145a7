// What pages rely on, over HTTP: the server kit and each recipe of demo/recipes are held to the same,
// with the sandbox as Razorpay.
import {expect} from '@playwright/test';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';
import type {FaultOf} from 'rzp-magic-button/sandbox.js';
import {
  readErrorReply,
  readOrderReply,
  readStatusReply,
  readVerifyReply,
} from '../../src/wire/merchant.js';
import type {PaymentResponse} from '../../src/wire/page-script.js';
import {hmacHex} from '../../src/wire/signature.js';
import {KEY_ID, KEY_SECRET, OTHER_SECRET, PAYMENT_ID} from '../fixtures/samples.js';
import {
  CART,
  SERVERS,
  test,
  type Reply,
  type ServerName,
  type Shop,
} from '../fixtures/recipes/shop.js';

/** How Razorpay can be lost. */
const FAULTS: readonly FaultOf<'rest'>[] = ['500', '502', '429', 'silent', 'dropped'];

/** What `CART` costs, as replies say it. */
const COST = {amount: 69_800, currency: 'INR'};

/** What a page is told of an order that this response has paid. */
const paidBy = ({razorpay_order_id, razorpay_payment_id}: PaymentResponse) => ({
  status: 'paid',
  order_id: razorpay_order_id,
  payment_id: razorpay_payment_id,
  ...COST,
});

/** 5xx: the page asks again. */
function expectLost({status, body}: Reply): void {
  expect(status).toBeGreaterThanOrEqual(500);
  expect(readErrorReply(body)?.code).toMatch(/^RAZORPAY_(ERROR|UNAVAILABLE)$/);
}

const sign = async (orderId: string, paymentId: string, secret = KEY_SECRET) => ({
  razorpay_order_id: orderId,
  razorpay_payment_id: paymentId,
  razorpay_signature: await hmacHex(secret, `${orderId}|${paymentId}`),
});

for (const recipe of ['server.py', 'server.php'])
  test(`${recipe} has at most 120 lines`, () => {
    const lines = readFileSync(`demo/recipes/${recipe}`, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(120);
  });

test('server.php without its keys says so where somebody looks, and never 200', () => {
  for (const keys of [{}, {RAZORPAY_KEY_ID: KEY_ID}]) {
    const script = `register_shutdown_function(fn() => print(' ' . http_response_code()));
      require 'demo/recipes/server.php';`;
    const said = execFileSync('php', ['-r', script], {
      env: {PATH: process.env.PATH ?? '', ...keys},
      encoding: 'utf8',
    });
    const missing = 'RAZORPAY_KEY_ID' in keys ? 'RAZORPAY_KEY_SECRET' : 'RAZORPAY_KEY_ID';
    expect(said).toBe(`{"error":{"code":"INTERNAL","description":"Set ${missing}."}} 500`);
  }
});

for (const server of Object.keys(SERVERS) as ServerName[])
  test.describe(server, () => {
    test.use({server});

    test('sells what it priced, and says so', async ({sandbox, shop}) => {
      const ordered = await shop.order();
      const {order_id: orderId, ...told} = readOrderReply(ordered.body)!;
      expect(ordered.status).toBeLessThan(202);
      expect(ordered.headers.get('Cache-Control')).toBe('no-store');
      expect(told).toEqual({key_id: KEY_ID, ...COST});
      expect(sandbox.order(orderId)).toMatchObject({...COST, line_items_total: 69_800});
      expect(readStatusReply((await shop.status(orderId)).body)?.status).toBe('created');

      const response = await sandbox.pay(orderId);
      const verified = await shop.verify(response);

      const paid = paidBy(response);
      expect(verified.status).toBe(200);
      expect(verified.headers.get('Cache-Control')).toBe('no-store');
      expect(readVerifyReply(verified.body)).toEqual(paid);
      expect(readStatusReply((await shop.status(orderId)).body)).toEqual(paid);
      await expect.poll(() => shop.shipped(orderId)).toBe(1);
    });

    test('takes no price from the page', async ({sandbox, shop}) => {
      const {body} = await shop.order({
        ...CART,
        ...{amount: 1, price: 1, offer_price: 1, line_items_total: 1, currency: 'USD'},
      });

      expect(sandbox.order(body.order_id!)).toMatchObject(COST);
    });

    for (const [what, cart] of Object.entries({
      'an unknown product': {sku: 'gold'},
      'no product': {},
      'what is no product': {sku: {id: 'assam'}},
      'half of it': {sku: 'assam', quantity: '0.5'},
      'less than nothing': {sku: 'assam', quantity: '-1'},
      'more than there is': {sku: 'assam', quantity: '10'},
    }))
      test(`sells nothing to who asks for ${what}`, async ({line, shop}) => {
        const reply = await shop.order(cart);

        expect(reply.status).toBe(422);
        expect(readErrorReply(reply.body)?.code).toBe('ORDER_REFUSED');
        expect(line.requests).toEqual([]);
      });

    for (const [what, key] of Object.entries({
      missing: '',
      'too short': 'k'.repeat(21),
      'too long': 'k'.repeat(256),
      'not of its letters': 'k k'.repeat(10),
    }))
      test(`answers 400 to an Idempotency-Key that is ${what}`, async ({line, shop}) => {
        const reply = await shop.order(CART, key);

        expect(reply.status).toBe(400);
        expect(readErrorReply(reply.body)?.code).toBe('IDEMPOTENCY_KEY_INVALID');
        expect(line.requests).toEqual([]);
      });

    for (const path of ['/checkout/orders', '/checkout/verify']) {
      const post = (shop: Shop, body: string) =>
        shop.post(path, body, {'Idempotency-Key': 'x'.repeat(22)});

      for (const body of ['', 'no JSON', '['.repeat(5_000), '{"sku":'])
        test(`answers 400 to ${body.slice(0, 20) || 'nothing'} at ${path}`, async ({shop}) => {
          const reply = await post(shop, body);

          expect(reply.status).toBe(400);
          expect(readErrorReply(reply.body)?.code).toBe('INVALID_REQUEST');
        });

      for (const body of ['null', '"text"', '7', '[]', '{"sku":"\\ud800"}'])
        test(`refuses ${body} at ${path}`, async ({line, shop}) => {
          const reply = await post(shop, body);

          expect([400, 404, 422]).toContain(reply.status);
          expect(readErrorReply(reply.body)).toBeDefined();
          expect(line.requests).toEqual([]);
        });
    }

    test('says in JSON that there is nothing elsewhere, and no such order', async ({shop}) => {
      const elsewhere = await shop.post('/checkout/nothing', '{}');
      const status = await shop.status('order_OfAnotherShop1');
      const verified = await shop.verify(await sign('order_OfAnotherShop1', PAYMENT_ID));

      expect([elsewhere, status, verified].map((reply) => reply.status)).toEqual([404, 404, 404]);
      expect(readErrorReply(elsewhere.body)?.code).toBe('NOT_FOUND');
      expect(readErrorReply(status.body)?.code).toBe('ORDER_NOT_FOUND');
      expect(readErrorReply(verified.body)?.code).toBe('ORDER_NOT_FOUND');
    });

    test('gives the same order for the same key and cart, also to many at once', async ({shop}) => {
      const replies = await Promise.all(Array.from({length: 10}, () => shop.order()));
      const later = await shop.order({quantity: '2', sku: 'assam'});

      expect(replies.filter(({status}) => status >= 300)).toEqual([]);
      expect(new Set([...replies, later].map(({body}) => body.order_id)).size).toBe(1);
    });

    test('gives another order for another key', async ({shop}) => {
      const first = await shop.order();
      const second = await shop.order(CART, 'y'.repeat(22));

      expect(second.body.order_id).not.toBe(first.body.order_id);
    });

    for (const [what, cart] of Object.entries({
      'another product': {...CART, sku: 'kulhad'},
      'another quantity': {...CART, quantity: '3'},
    }))
      test(`refuses the same key with ${what}`, async ({line, shop}) => {
        await shop.order();
        const asked = line.requests.length;

        const reply = await shop.order(cart);

        expect(reply.status).toBe(422);
        expect(readErrorReply(reply.body)).toMatchObject({code: 'IDEMPOTENCY_CONFLICT'});
        expect(reply.body.error?.reason).toBeUndefined();
        expect(line.requests).toHaveLength(asked);
      });

    test('says that the order of a key is over once it is paid', async ({sandbox, shop}) => {
      const {body} = await shop.order();
      await shop.verify(await sandbox.pay(body.order_id!));

      const reply = await shop.order();

      expect(reply.status).toBe(422);
      expect(readErrorReply(reply.body)).toMatchObject({
        code: 'IDEMPOTENCY_CONFLICT',
        reason: 'order_complete',
      });
    });

    for (const rest of FAULTS)
      test(`makes the order later when Razorpay is lost (${rest})`, async ({sandbox, shop}) => {
        sandbox.faults.set({rest});
        const lost = await shop.order();
        sandbox.faults.clear();

        const first = await shop.order();
        const second = await shop.order();

        expectLost(lost);
        expect(first.status).toBeLessThan(202);
        expect(second.body.order_id).toBe(first.body.order_id);
        expect(sandbox.order(first.body.order_id!).status).toBe('created');
      });

    test('finds the order that Razorpay made, and whose answer was lost', async ({
      line,
      sandbox,
      shop,
    }) => {
      sandbox.faults.set({rest: 'dropped'});
      expectLost(await shop.order());
      sandbox.faults.clear();

      const reply = await shop.order();

      expect(reply.status).toBeLessThan(202);
      expect(line.requests.filter((request) => request.startsWith('POST '))).toHaveLength(1);
    });

    for (const rest of FAULTS)
      test(`confirms the payment later when Razorpay is lost (${rest})`, async ({
        sandbox,
        shop,
      }) => {
        const {body} = await shop.order();
        const response = await sandbox.pay(body.order_id!);
        sandbox.faults.set({rest});
        const lost = await shop.verify(response);
        sandbox.faults.clear();
        expect(shop.shipped(body.order_id!)).toBe(0);

        const reply = await shop.verify(response);

        expectLost(lost);
        expect(readVerifyReply(reply.body)?.status).toBe('paid');
        await expect.poll(() => shop.shipped(body.order_id!)).toBe(1);
      });

    test('learns of a payment from the status when the page was reloaded', async ({
      sandbox,
      shop,
    }) => {
      const {body} = await shop.order();
      const response = await sandbox.pay(body.order_id!);

      const status = await shop.status(body.order_id!);
      const verified = await shop.verify(response);

      const paid = paidBy(response);
      expect(readStatusReply(status.body)).toEqual(paid);
      expect(readVerifyReply(verified.body)).toEqual(paid);
      await expect.poll(() => shop.shipped(body.order_id!)).toBe(1);
    });

    test('says that somebody has tried, and is paid by the next try', async ({sandbox, shop}) => {
      const {body} = await shop.order();
      await sandbox.pay(body.order_id!, {outcome: 'failed'});
      expect(readStatusReply((await shop.status(body.order_id!)).body)?.status).toBe('attempted');
      expect((await shop.order()).body.order_id).toBe(body.order_id);

      const reply = await shop.verify(await sandbox.pay(body.order_id!));

      expect(readVerifyReply(reply.body)?.status).toBe('paid');
    });

    test('ships once, however often and at once it is told', async ({sandbox, shop}) => {
      const {body} = await shop.order();
      const response = await sandbox.pay(body.order_id!);

      const replies = await Promise.all([
        ...Array.from({length: 20}, () => shop.verify(response)),
        ...Array.from({length: 3}, () => shop.status(body.order_id!)),
      ]);
      const again = await shop.verify(response);

      const verified = [...replies.slice(0, 20), again];
      expect(new Set(verified.map((reply) => reply.status))).toEqual(new Set([200]));
      expect(new Set(verified.map((reply) => reply.body.status))).toEqual(new Set(['paid']));
      await expect.poll(() => shop.shipped(body.order_id!)).toBe(1);
    });

    for (const [what, forge] of Object.entries({
      'made up': () => 'f'.repeat(64),
      'of one flipped bit': (right: string) =>
        right.slice(0, -1) + (Number.parseInt(right.slice(-1), 16) ^ 1).toString(16),
    }))
      test(`refuses a signature ${what}`, async ({sandbox, shop}) => {
        const {body} = await shop.order();
        await sandbox.pay(body.order_id!, {outcome: 'failed'});
        const [payment] = sandbox.payments(body.order_id);
        const signed = await sign(body.order_id!, payment!.id);

        const reply = await shop.verify({
          ...signed,
          razorpay_signature: forge(signed.razorpay_signature),
        });

        expect(reply.status).toBe(400);
        expect(readErrorReply(reply.body)?.code).toBe('SIGNATURE_MISMATCH');
        expect(shop.shipped(body.order_id!)).toBe(0);
      });

    test('refuses a payment that was signed with another secret', async ({shop}) => {
      const {body} = await shop.order();

      const reply = await shop.verify(await sign(body.order_id!, PAYMENT_ID, OTHER_SECRET));

      expect(reply.status).toBe(400);
      expect(readErrorReply(reply.body)?.code).toBe('SIGNATURE_MISMATCH');
    });

    for (const [what, change] of Object.entries({
      missing: undefined,
      empty: '',
      'a part': 'ab'.repeat(31),
      'not hex': 'é'.repeat(64),
      'half a character': '\ud800'.repeat(64),
      'a list': ['a'],
    }))
      test(`answers 400 to a signature that is ${what}`, async ({sandbox, shop}) => {
        const {body} = await shop.order();
        const response = await sandbox.pay(body.order_id!);

        const reply = await shop.verify({...response, razorpay_signature: change});

        expect(reply.status).toBe(400);
        expect(readErrorReply(reply.body)).toBeDefined();
        expect(shop.shipped(body.order_id!)).toBe(0);
      });

    test("refuses another order's payment", async ({sandbox, shop}) => {
      const cheap = (await shop.order({sku: 'assam', quantity: '1'})).body.order_id!;
      const dear = (await shop.order({sku: 'assam', quantity: '9'}, 'y'.repeat(22))).body.order_id!;
      const response = await sandbox.pay(cheap);
      await shop.verify(response);

      const reply = await shop.verify({...response, razorpay_order_id: dear});

      expect(reply.status).toBe(400);
      expect(readErrorReply(reply.body)?.code).toBe('SIGNATURE_MISMATCH');
      expect(readStatusReply((await shop.status(dear)).body)?.status).toBe('created');
      expect(shop.shipped(dear)).toBe(0);
    });

    for (const [what, lie] of Object.entries({
      'of a lower amount': {amount: 100},
      'of a higher amount': {amount: 69_801},
      'of another currency': {currency: 'USD'},
      'of another order': {order_id: 'order_OfAnotherShop1'},
    }))
      test(`holds a genuine payment ${what}, and lets nobody pay again`, async ({
        line,
        sandbox,
        shop,
      }) => {
        const {body} = await shop.order();
        const response = await sandbox.pay(body.order_id!);
        line.lie = lie;

        const reply = await shop.verify(response);

        expect(reply.status).toBe(422);
        expect(readErrorReply(reply.body)?.code).toBe('PAYMENT_MISMATCH');
        expect(readStatusReply((await shop.status(body.order_id!)).body)?.status).toBe(
          'unconfirmed',
        );
        expect((await shop.order()).status).toBe(422);
        expect(shop.shipped(body.order_id!)).toBe(0);
      });

    test('holds a payment that does not fit also when only the status finds it', async ({
      line,
      sandbox,
      shop,
    }) => {
      const {body} = await shop.order();
      const response = await sandbox.pay(body.order_id!);
      line.lie = {amount: 100};

      const status = await shop.status(body.order_id!);
      const verified = await shop.verify(response);

      expect(readStatusReply(status.body)?.status).toBe('unconfirmed');
      expect(verified.status).toBe(422);
      expect(shop.shipped(body.order_id!)).toBe(0);
    });

    for (const status of ['created', 'failed', 'a_word_of_tomorrow'])
      test(`waits for a payment that is ${status}`, async ({line, sandbox, shop}) => {
        const {body} = await shop.order();
        const response = await sandbox.pay(body.order_id!);
        line.lie = {status};

        const early = await shop.verify(response);
        line.lie = {};
        const late = await shop.verify(response);

        expect(early.status).toBe(200);
        expect(readVerifyReply(early.body)?.status).toBe('unconfirmed');
        expect(readVerifyReply(late.body)?.status).toBe('paid');
        await expect.poll(() => shop.shipped(body.order_id!)).toBe(1);
      });

    test('goes on where it was killed', async ({sandbox, shop}) => {
      const {body} = await shop.order();
      await shop.restart();
      expect((await shop.order()).body.order_id).toBe(body.order_id);
      const response = await sandbox.pay(body.order_id!);
      await shop.restart();
      expect(readVerifyReply((await shop.verify(response)).body)?.status).toBe('paid');
      await expect.poll(() => shop.shipped(body.order_id!)).toBe(1);
      await shop.restart();

      const again = await shop.verify(response);

      expect(readVerifyReply(again.body)?.status).toBe('paid');
      expect(readStatusReply((await shop.status(body.order_id!)).body)?.status).toBe('paid');
      expect(shop.shipped(body.order_id!)).toBe(1);
    });

    test('is killed while Razorpay makes the order, and finds it afterwards', async ({
      line,
      sandbox,
      shop,
    }) => {
      sandbox.faults.set({rest: 'silent'});
      const lost = shop.order().catch(() => undefined);
      await expect.poll(() => line.requests.length).toBe(1);
      await shop.restart();
      await lost;
      sandbox.faults.clear();

      // The kit waits until it is certain that nobody is making it any more.
      await expect(async () => {
        const reply = await shop.order();
        expect(reply.status).toBeLessThan(202);
        expect(sandbox.order(reply.body.order_id!).status).toBe('created');
      }).toPass();
    });

    test('sells through the button', async ({page, sandbox, shop}) => {
      await page.route('https://cdn.jsdelivr.net/npm/rzp-magic-button@0.1/**', (route) =>
        route.fulfill({path: new URL(route.request().url()).pathname.replace(/^.*@0\.1\//, '')}),
      );
      await page.goto(shop.url);
      await page
        .locator('rzp-magic-button')
        .evaluate((tag, url) => tag.setAttribute('script-url', url), sandbox.scriptUrl);
      await page.getByRole('button', {name: 'Pay ₹698'}).click();
      await new CheckoutDriver(page).pay();

      await expect(page.getByText('Your payment of ₹698 has arrived.')).toBeVisible();
      const [payment] = sandbox.payments();
      await expect.poll(() => shop.shipped(payment!.order_id!)).toBe(1);
    });
  });
