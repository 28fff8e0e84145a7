// The whole examination by the built command: src/doctor/doctor.ts, src/doctor/examine-page.ts,
// src/doctor/examine-order.ts, src/doctor/dashboard-of.ts and src/doctor/report.ts, with what needs a
// browser: src/doctor/page/open-browser.ts, src/doctor/page/chromium-by-path.ts,
// src/doctor/page/look-through-browser.ts and src/doctor/page/read-page.ts.
import {expect} from '@playwright/test';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import type {RequestListener, ServerResponse} from 'node:http';
import {join, resolve} from 'node:path';
import type {Report} from '../../src/doctor/report.js';
import {standBefore, WHOLE, wrongsOf} from '../fixtures/doctor.js';
import {runCli} from '../fixtures/run-cli.js';
import {ENDPOINT_SECRET, KEY_ID, KEY_SECRET, WEBHOOK_SECRET} from '../fixtures/samples.js';
import {serve} from '../fixtures/serve.js';
import {onSqlite, type Shop, TEA, test} from '../fixtures/server/shop.js';
import {chromiumArgs, findChromium} from '../tools/chromium.js';

const SECRETS = {
  RAZORPAY_WEBHOOK_SECRET: WEBHOOK_SECRET,
  RAZORPAY_ENDPOINT_SECRET: ENDPOINT_SECRET,
};
const LIVE_KEY_ID = 'rzp_live_Sandbox0000001';
/** No browser of this machine's: a test says which one there is. */
const NO_BROWSER = {CHROMIUM_PATH: ''};
const chromium = () => ({CHROMIUM_PATH: findChromium() ?? ''});

const document =
  (body: string, headers: Record<string, string> = {}, head = ''): RequestListener =>
  (_, response) =>
    response
      .writeHead(200, {'Content-Type': 'text/html', ...headers})
      .end(
        `<!doctype html><meta name="viewport" content="width=device-width">${head}<link rel="icon" href="data:,"><script type="module" src="/cdn/rzp-magic-button.js"></script>${body}`,
      );

const BUTTON = `<rzp-magic-button script-url="/razorpay.js" order-url="/checkout/orders"
  verify-url="/checkout/verify" status-url="/checkout/status" data-order-product="tea"></rzp-magic-button>`;

/** A shop and its page on one origin, as most have them. */
function shopWith(shop: Shop, page: RequestListener, more: Record<string, RequestListener> = {}) {
  const scripts = readdirSync('dist/cdn').filter((name) => name.endsWith('.js'));
  const script =
    (text: string): RequestListener =>
    (_, response) =>
      response.writeHead(200, {'Content-Type': 'text/javascript'}).end(text);
  return standBefore(new URL(shop.url).origin, {
    ...more,
    '/cart': page,
    '/razorpay.js': script('window.Razorpay = function () {}'),
    ...Object.fromEntries(
      scripts.map((name) => [`/cdn/${name}`, script(readFileSync(`dist/cdn/${name}`, 'utf8'))]),
    ),
  });
}

onSqlite(() => {
  test('of a shop that is right nothing is wrong, and the server is found by its page', async ({
    openShop,
    razorpay,
  }) => {
    const shop = await openShop(WHOLE);
    const front = await shopWith(shop, document(BUTTON));

    const {code, stdout, stderr} = await runCli(['doctor', '--page', `${front.url}/cart`], {
      ...SECRETS,
      ...chromium(),
    });

    expect(stderr).toBe('');
    expect(stdout).not.toContain('✗');
    expect(stdout).toContain(`page  ${front.url}/cart
  ✓ has one button, by ${front.url}/cdn/rzp-magic-button.js.
  ✓ has a viewport for phones.

<rzp-magic-button>
  ✓ names order-url, verify-url, status-url, and nothing contradicts itself.
`);
    expect(stdout).toContain('✓ takes an event that is signed with RAZORPAY_WEBHOOK_SECRET.');
    expect(stdout).toContain(
      `    URL for shipping info     ${front.url}/checkout/shipping-info?key=…your endpointSecret`,
    );
    expect(stdout).toMatch(/\nNothing is wrong\. 1 could not be seen \(–\)\.\n$/);
    expect(code).toBe(0);
    expect(razorpay.requests).toEqual([]);
    expect(shop.errors).toEqual([]);
    front.close();
  });

  test('what is wrong with a page is said, and not twice', async ({openShop}) => {
    const shop = await openShop(WHOLE);
    const policy = {
      'Content-Security-Policy': "script-src 'self'; style-src 'none'; connect-src 'none'",
    };
    const page = document(
      `<rzp-magic-button order-url="/checkout/orders" theme-colour="#000000" redirect></rzp-magic-button>${BUTTON}`,
      policy,
    );
    const front = await shopWith(shop, page);

    const {code, stdout} = await runCli(['doctor', '--page', `${front.url}/cart`, '--json'], {
      ...SECRETS,
      ...chromium(),
    });

    expect(wrongsOf((JSON.parse(stdout) as Report).looks)).toEqual([
      `page: has a content security policy that keeps out ${front.url}/checkout/status (connect-src).`,
      'page: has a content security policy that keeps out https://checkout.razorpay.com/v1/magic-checkout.js (script-src-elem).',
      'page: says in its console: theme-colour is no attribute of <rzp-magic-button>, and does nothing.',
      '<rzp-magic-button> 1 of 2: has redirect and no callback-url.',
    ]);
    expect(code).toBe(1);
    front.close();
  });

  test('the browser of a Playwright in the folder does as well', async ({folder, openShop}) => {
    const shop = await openShop(WHOLE);
    const front = await shopWith(shop, document(BUTTON));
    const place = join(folder, 'node_modules', 'playwright-core');
    mkdirSync(place, {recursive: true});
    // With the browser of this machine in place of the one that Playwright loads down.
    writeFileSync(
      join(place, 'index.js'),
      `const {chromium} = require(${JSON.stringify(resolve('node_modules/playwright-core'))});
      const settings = ${JSON.stringify({executablePath: findChromium(), args: chromiumArgs})};
      exports.chromium = {launch: () => chromium.launch(settings)};`,
    );

    const {code, stdout} = await runCli(
      ['doctor', '--page', `${front.url}/cart`],
      {...SECRETS, ...NO_BROWSER},
      folder,
    );

    expect(stdout).toContain('✓ has one button');
    expect(code).toBe(0);
    front.close();
  });

  test('without a browser the page says so, and the server is looked at', async ({
    folder,
    openShop,
  }) => {
    const shop = await openShop(WHOLE);
    const args = ['doctor', '--page', 'http://127.0.0.1:1/cart', '--server', shop.url];

    const {code, stdout} = await runCli(args, {...SECRETS, ...NO_BROWSER}, folder);

    expect(stdout).toContain('– is not looked at: there is no browser here.');
    expect(stdout).toContain('✓ refuses a payment that was never made');
    // The page is of another origin, and the shop lets none in.
    expect(stdout).toContain('so that no browser lets http://127.0.0.1:1 ask.');
    expect(code).toBe(1);
  });

  test('where nothing could be seen the command could not run', async ({folder}) => {
    const run = await runCli(['doctor', '--page', 'http://127.0.0.1:1/'], NO_BROWSER, folder);

    expect(run.stdout).toMatch(/\nNothing could be seen\.\n$/);
    expect(run.code).toBe(2);
  });

  test('a browser that does not run is named', async () => {
    const run = await runCli(['doctor', '--page', 'http://127.0.0.1:1/'], {
      CHROMIUM_PATH: '/no/chromium',
    });

    expect(run.stdout).toContain('– CHROMIUM_PATH=/no/chromium does not run.');
    expect(run.code).toBe(2);
  });

  test('a page that is down is wrong', async () => {
    const run = await runCli(['doctor', '--page', 'http://127.0.0.1:1/'], chromium());

    expect(run.stdout).toContain('✗ does not open: net::ERR_');
    expect(run.code).toBe(1);
  });

  test('an address where no kit is, is wrong once', async ({openShop}) => {
    const shop = await openShop(WHOLE);
    const origin = new URL(shop.url).origin;

    const {code, stdout} = await runCli(['doctor', '--server', origin], SECRETS);

    expect(stdout).toBe(`server  ${origin}/
  ✗ at each endpoint it answers 404: "There is no endpoint at /orders, but at /checkout/orders, /checkout/verify, /checkout/callback, /checkout/webhook, /checkout/status, /checkout/devices, /checkout/shipping-info, /checkout/promotions, /checkout/promotions/apply: basePath is "/checkout"".
    → Write the address that it has. Before /verify, /webhook and the others stands the path that the kit is mounted at, its basePath: --server https://shop.example/checkout, for example.

1 wrong (✗).
`);
    expect(code).toBe(1);
  });

  test('a server of their own is asked what its page names', async ({openShop}) => {
    const shop = await openShop(WHOLE);
    const nowhere: RequestListener = (_, response) => response.writeHead(404).end();
    const paths = ['webhook', 'callback', 'devices', 'shipping-info', 'promotions'];
    const front = await shopWith(shop, document(BUTTON), {
      ...Object.fromEntries(paths.map((path) => [`/checkout/${path}`, nowhere])),
      '/checkout/promotions/apply': nowhere,
    });

    const {code, stdout} = await runCli(['doctor', '--page', `${front.url}/cart`], chromium());

    expect(stdout).not.toContain('✗');
    expect(stdout).toContain("– has addresses that only Razorpay's dashboard knows");
    expect(code).toBe(0);
    front.close();
  });

  test('a server of their own that is named has what it has, and lacks a webhook', async ({
    folder,
    openShop,
  }) => {
    const shop = await openShop(WHOLE);
    const notHere: RequestListener = (_, response) =>
      response
        .writeHead(404, {'Content-Type': 'application/json'})
        .end('{"error": {"code": "NOT_FOUND", "description": "Not here."}}');
    const paths = ['webhook', 'callback', 'devices', 'shipping-info', 'promotions'];
    const front = await standBefore(new URL(shop.url).origin, {
      ...Object.fromEntries(paths.map((path) => [`/checkout/${path}`, notHere])),
      '/checkout/promotions/apply': notHere,
    });

    const {code, stdout} = await runCli(
      ['doctor', '--server', `${front.url}/checkout`],
      NO_BROWSER,
      folder,
    );

    expect(stdout.match(/✗ .*/g)).toEqual([
      '✗ is not there: nobody tells the shop of a payment whose tab was closed.',
    ]);
    expect(stdout.match(/– is not there: this shop does not offer it\./g)).toHaveLength(3);
    expect(stdout).toContain('URL for shipping info     none');
    expect(stdout).not.toContain('basePath');
    expect(code).toBe(1);
    front.close();
  });

  test('a page is told of a script that came alone', async ({openShop}) => {
    const shop = await openShop(WHOLE);
    const alone = readdirSync('dist/cdn').filter(
      (name) => name.endsWith('.js') && name !== 'rzp-magic-button.js',
    );
    const front = await shopWith(shop, document(BUTTON));
    const bare = await standBefore(
      front.url,
      Object.fromEntries(
        alone.map((name) => [
          `/cdn/${name}`,
          (_: unknown, response: ServerResponse) => response.writeHead(404).end(),
        ]),
      ),
    );

    const {code, stdout} = await runCli(['doctor', '--page', `${bare.url}/cart`], {
      ...SECRETS,
      ...chromium(),
    });

    expect(stdout.match(/✗ .*/g)).toEqual([
      expect.stringMatching(
        /^✗ does not get .*\/cdn\/[\w-]+\.js, without which a press does nothing/,
      ),
    ]);
    expect(code).toBe(1);
    bare.close();
    front.close();
  });

  test.describe('--order', () => {
    test('has what the button sells made, and shipping and codes asked for it', async ({
      openShop,
      razorpay,
    }) => {
      const bought: unknown[] = [];
      const shop = await openShop({
        ...WHOLE,
        price: ({data}) => {
          bought.push(data);
          return {lineItems: [TEA]};
        },
      });
      const front = await shopWith(shop, document(BUTTON));

      const {code, stdout} = await runCli(['doctor', '--page', `${front.url}/cart`, '--order'], {
        ...SECRETS,
        ...chromium(),
        RAZORPAY_KEY_ID: KEY_ID,
        RAZORPAY_KEY_SECRET: KEY_SECRET,
        RAZORPAY_BASE_URL: razorpay.url,
      });

      expect(stdout).not.toContain('✗');
      expect(stdout).toContain('✓ says "created" of the order that was made.');
      expect(stdout).toContain('✓ quotes 1 way of delivery to 560060, as Razorpay reads it.');
      expect(stdout).toContain('✓ refuses a code that does not exist ("There is no such code.").');
      expect(code).toBe(0);
      expect(bought).toEqual([{product: 'tea'}, {product: 'tea'}]);
      expect(razorpay.orders.size).toBe(1);
      front.close();
    });

    test('with a live key is refused, and nothing is asked', async ({openShop, razorpay}) => {
      const shop = await openShop(WHOLE);

      const run = await runCli(['doctor', '--server', shop.url, '--order'], {
        ...SECRETS,
        RAZORPAY_KEY_ID: LIVE_KEY_ID,
      });

      expect(run).toMatchObject({code: 2, stdout: ''});
      expect(run.stderr).toMatch(/^RAZORPAY_KEY_ID is a live key: /);
      expect(razorpay.orders.size).toBe(0);
    });

    test('with a live key on the page makes none', async ({openShop, razorpay}) => {
      const shop = await openShop(WHOLE);
      const live = BUTTON.replace(' ', ` key-id="${LIVE_KEY_ID}" `);
      const front = await shopWith(shop, document(live));

      const {code, stdout} = await runCli(['doctor', '--page', `${front.url}/cart`, '--order'], {
        ...SECRETS,
        ...chromium(),
        RAZORPAY_KEY_ID: KEY_ID,
      });

      expect(stdout).toContain('✗ was asked for no order: the key is live.');
      expect(code).toBe(1);
      expect(razorpay.orders.size).toBe(0);
      front.close();
    });

    test('without a key makes none', async ({openShop, razorpay}) => {
      const shop = await openShop(WHOLE);

      const {stdout} = await runCli(['doctor', '--server', shop.url, '--order'], {
        ...SECRETS,
        RAZORPAY_KEY_ID: '',
      });

      expect(stdout).toContain('✗ was asked for no order: whether the key is a live one is not');
      expect(razorpay.orders.size).toBe(0);
    });

    test('with a live key and --live makes one', async ({openShop, razorpay}) => {
      const shop = await openShop(WHOLE);
      const args = ['doctor', '--server', shop.url, '--order', '--live'];

      const {stdout} = await runCli(args, {
        ...SECRETS,
        RAZORPAY_KEY_ID: LIVE_KEY_ID,
        RAZORPAY_KEY_SECRET: '',
      });

      expect(stdout).toContain('✓ makes an order, ');
      expect(razorpay.orders.size).toBe(1);
    });
  });
});

test('no secret is in what is said, also where a server echoes all that it gets', async () => {
  const keySecret = 'key & "secret"';
  const server = await serve((request, response) => {
    const echo = JSON.stringify([request.url, request.headers, WEBHOOK_SECRET, keySecret]);
    const error = {code: 'INVALID_REQUEST', description: echo};
    response
      .writeHead(request.url?.includes('/orders') ? 404 : 500, {'Content-Type': 'application/json'})
      .end(JSON.stringify({error, failure_code: echo, failure_reason: echo}));
  });

  for (const more of [[], ['--json']]) {
    const {stdout, stderr} = await runCli(['doctor', '--server', server.url, ...more], {
      ...SECRETS,
      RAZORPAY_KEY_SECRET: keySecret,
    });

    expect(stdout).toContain('[secret]');
    for (const secret of [WEBHOOK_SECRET, ENDPOINT_SECRET, 'secret\\"', 'key & '])
      expect(stdout + stderr).not.toContain(secret);
  }
  server.close();
});
