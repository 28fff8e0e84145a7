import {expect} from '@playwright/test';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';
import {reconcile} from '../src/cli/reconcile.js';
import {sandbox} from '../src/cli/sandbox.js';
import {sayError} from '../src/cli/say-error.js';
import type {CheckoutConfig} from '../src/server.js';
import {runCli as run} from './fixtures/run-cli.js';
import {ENDPOINT_SECRET, KEY_ID, KEY_SECRET, WEBHOOK_SECRET} from './fixtures/samples.js';
import {openSubscriptions} from './fixtures/server/autopay.js';
import {freePort} from './fixtures/server/free-port.js';
import {onEachDatabase, test, type Tables} from './fixtures/server/shop.js';

const keys = (url: string) => ({
  RAZORPAY_KEY_ID: KEY_ID,
  RAZORPAY_KEY_SECRET: KEY_SECRET,
  RAZORPAY_BASE_URL: url,
});

onEachDatabase(() => {
  test('reconcile says what differs and moves nothing', async ({place, razorpay, shop}) => {
    const orderId = await shop.order();
    await razorpay.pay(orderId);
    const args = ['reconcile', '--ledger', place, '--older-than'];

    const table = await run([...args, '0s'], keys(razorpay.url));
    const json = await run([...args, '0s', '--json'], keys(razorpay.url));
    const none = await run([...args, '1h'], keys(razorpay.url));

    expect(table).toMatchObject({code: 1, stderr: ''});
    expect(table.stdout).toContain(orderId);
    expect(table.stdout).toContain('1 asked, 1 differ, none was moved.');
    expect(JSON.parse(json.stdout)).toMatchObject({
      asked: 1,
      dryRun: true,
      rows: [{orderId, was: 'created', is: 'paid'}],
    });
    expect(none).toEqual({code: 0, stdout: '0 asked, 0 differ.\n', stderr: ''});
    expect(await shop.checkout.order(orderId)).toMatchObject({status: 'created'});
    expect(await shop.sales()).toEqual([]);
  });
});

test('a mandate that differs is a difference too', async ({openShop, place, razorpay}) => {
  const {subscribe} = await openSubscriptions({openShop, razorpay});
  const {id} = await subscribe('initiated');
  razorpay.mandates.move(id, 'confirmed');

  const args = ['reconcile', '--ledger', place, '--older-than', '0s'];
  const {code, stdout} = await run(args, keys(razorpay.url));

  expect(code).toBe(1);
  expect(stdout).toMatch(new RegExp(`${id} +initiated +confirmed`));
});

test('reconcile with the checkout of the shop moves the orders, and ends', async ({
  folder,
  place,
  razorpay,
  shop,
}) => {
  const orderId = await shop.order();
  await razorpay.pay(orderId);
  const module = join(folder, 'checkout.js');
  const entry = (name: string) => JSON.stringify(pathToFileURL(`dist/npm/${name}.js`).href);
  writeFileSync(
    module,
    `import {createCheckout} from ${entry('server')};
    import {sqliteLedger} from ${entry('server/sqlite')};
    export const checkout = createCheckout({
      razorpay: {keyId: '${KEY_ID}', keySecret: '${KEY_SECRET}', baseUrl: '${razorpay.url}'},
      ledger: await sqliteLedger('${place}'),
      price: () => ({lineItems: []}),
      onStatus: ({order, payment}, tx) =>
        tx.insertInto('sales').values({order_id: order.id, payment_id: payment.id, amount: 1}).execute(),
      afterStatus: ({order}) => console.error('Mail about ' + order.id),
    });
    setInterval(() => undefined, 60_000);`,
  );

  const first = await run(['reconcile', '--checkout', module, '--older-than', '0s']);
  const again = await run(['reconcile', '--checkout', module, '--older-than', '0s']);

  expect(first).toMatchObject({code: 1, stderr: `Mail about ${orderId}\n`});
  expect(first.stdout).toContain('1 asked, 1 differ.');
  expect(again).toEqual({code: 0, stdout: '0 asked, 0 differ.\n', stderr: ''});
  expect(await shop.sales()).toHaveLength(1);
});

test('a module without a checkout is answered with what to write', async ({folder}) => {
  const module = join(folder, 'empty.js');
  writeFileSync(module, 'export const shop = {}');

  expect(await run(['reconcile', '--checkout', module])).toEqual({
    code: 2,
    stdout: '',
    stderr: `"${module}" exports no checkout. Write: export const checkout = createCheckout(…).\n`,
  });
});

test('a file that is not there is not made', async ({folder, razorpay}) => {
  const file = join(folder, 'typo.sqlite');

  const {code, stderr} = await run(['reconcile', '--ledger', file], keys(razorpay.url));

  expect(code).toBe(2);
  expect(stderr).toBe(`There is no file "${file}".\n`);
  expect(existsSync(file)).toBe(false);
});

for (const [what, args, said] of [
  ['no command', [], 'rzp-magic-button reconcile'],
  ['an unknown command', ['refund'], 'There is no command "refund". See --help.\n'],
  ['an unknown option', ['reconcile', '--legder', 'x'], "Unknown option '--legder'. See --help.\n"],
  [
    'a file that is no database',
    ['reconcile', '--ledger', 'package.json'],
    '"package.json" can\'t be opened: file is not a database\n',
  ],
  [
    'a database that does not answer',
    ['reconcile', '--ledger', 'postgres://me:password@127.0.0.1:1/shop'],
    "The database can't be opened: connect ECONNREFUSED 127.0.0.1:1\n",
  ],
  ['no shop', ['doctor'], 'Write --page with the page of the button, --server with the address'],
  [
    'a page that is none',
    ['doctor', '--page', 'shop.example'],
    '--page is no address. Write a whole one, such as https://shop.example/cart.\n',
  ],
  [
    'a server with a password in its address',
    ['doctor', '--server', 'https://me:password@shop.example/checkout'],
    '--server is no address. Write a whole one',
  ],
  [
    'a server with a secret in its address',
    ['doctor', '--server', 'https://shop.example/checkout?key=password'],
    '--server has a query. Leave it out, and set RAZORPAY_ENDPOINT_SECRET to the endpointSecret.\n',
  ],
  [
    'what is bought where nothing is',
    ['doctor', '--server', 'https://shop.example/checkout', '--order-data', '{}'],
    '--order-data is for an order. Add --order.\n',
  ],
  [
    'what is bought in no JSON',
    ['doctor', '--server', 'https://shop.example/checkout', '--order', '--order-data', 'assam'],
    '--order-data is no JSON. Write it such as \'{"sku": "assam"}\'; in the shells of Windows',
  ],
] as const)
  test(`${what} is answered with what to write`, async () => {
    const {code, stdout, stderr} = await run(args, keys('http://127.0.0.1:1'));

    expect(code).toBe(2);
    expect(stdout + stderr).toContain(said);
    expect(stderr).not.toContain('    at ');
    expect(stderr).not.toContain('password');
  });

// What a command throws is what the program prints, as above: it need not be started for each.
for (const [what, command, args, said] of [
  [
    "another command's option",
    sandbox,
    ['--ledger', 'x'],
    "Unknown option '--ledger'. See --help.\n",
  ],
  [
    'an option without its value',
    sandbox,
    ['--merchant'],
    "Option '--merchant <value>' argument missing. See --help.\n",
  ],
  ['a word too many', sandbox, ['4000'], "Unexpected argument '4000'"],
  ['no ledger', reconcile, [], 'Write --checkout with your module, or --ledger with'],
  [
    'a port that is none',
    sandbox,
    ['--port', 'http'],
    '--port is "http". Write a number from 0 to 65535.\n',
  ],
  [
    'a port that cannot be',
    sandbox,
    ['--port', '70000'],
    '--port is "70000". Write a number from 0 to 65535.\n',
  ],
  [
    'a category that is none',
    sandbox,
    ['--category', 'insurance'],
    '--category is "insurance". Write the four digits of yours, such as 6300.\n',
  ],
  [
    'an address that is none',
    sandbox,
    ['--merchant', 'localhost:3000'],
    'merchant is "localhost:3000". Write an address such as http://127.0.0.1:3000/checkout.\n',
  ],
] as const)
  test(`${what} is answered with what to write`, async () => {
    const complaint = await command.run(args).then(String, sayError);

    expect(`${complaint}\n`).toContain(said);
    expect(complaint).not.toContain('password');
  });

test('reconcile without keys says which to set', async () => {
  const args = ['reconcile', '--ledger', 'package.json'];

  expect(await run(args, {RAZORPAY_KEY_ID: '', RAZORPAY_KEY_SECRET: KEY_SECRET})).toEqual({
    code: 2,
    stdout: '',
    stderr: 'Set RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET to the keys of your server.\n',
  });
});

test('sandbox says that its port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const {port} = other.address() as AddressInfo;

  expect(await run(['sandbox', '--port', String(port)])).toEqual({
    code: 2,
    stdout: '',
    stderr: `Port ${port} is taken. Name another with --port, or 0 for any.\n`,
  });
  other.close();
});

/** Starts the built sandbox; gives what it prints first, and how to stop it. */
async function startSandbox(args: readonly string[]) {
  const child = spawn(process.execPath, ['dist/cli.js', 'sandbox', ...args]);
  const [data] = (await once(child.stdout, 'data')) as [Buffer];
  return {said: data.toString(), stop: () => child.kill()};
}

test('sandbox prints its address and keys and takes requests', async () => {
  const {said, stop} = await startSandbox(['--port', '0']);
  try {
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];

    expect(said).toContain(`${url}/v1/magic-checkout.js`);
    expect(said).toMatch(new RegExp([KEY_ID, KEY_SECRET, WEBHOOK_SECRET].join('[^]*')));
    expect((await fetch(`${url}/v1/orders`)).status).toBe(401);
  } finally {
    stop();
  }
});

test('sandbox with a --category takes mandates as large as Razorpay takes of it', async () => {
  const {said, stop} = await startSandbox(['--port', '0', '--category', '6300']);
  try {
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
    const post = async (path: string, body: object) => {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Basic ${btoa(`${KEY_ID}:${KEY_SECRET}`)}`,
        },
        body: JSON.stringify(body),
      });
      return {status: response.status, body: (await response.json()) as {id: string}};
    };

    expect(said).toContain(`${url}/v1/checkout.js`);
    const {id: customer_id} = (await post('/v1/customers', {name: 'Asha Rao'})).body;
    const order = {amount: 100, currency: 'INR', method: 'upi', customer_id};
    const orderOf = (max_amount: number) =>
      post('/v1/orders', {...order, token: {max_amount, frequency: 'monthly'}});
    expect((await orderOf(20_000_000)).status).toBe(200);
    expect((await orderOf(20_000_001)).status).toBe(400);
  } finally {
    stop();
  }
});

/** Delivers for 49 rupees, and takes 10 off for a code. */
const DELIVERING: Partial<CheckoutConfig<Tables>> = {
  endpointSecret: ENDPOINT_SECRET,
  shipping: () => [
    {
      id: 'post',
      name: 'By post',
      serviceable: true,
      shippingFee: 4_900,
      cod: false,
      codFee: 0,
    },
  ],
  promotions: {
    list: () => [{code: 'TEA10', summary: '₹10 off'}],
    apply: ({code}) =>
      code === 'TEA10'
        ? {referenceId: 'tea10', code, type: 'coupon', value: 1_000, valueType: 'fixed_amount'}
        : {failure: 'INVALID_PROMOTION', reason: 'There is no such code.'},
  },
};

for (const [shop, {args, config, coupon, paid}] of Object.entries({
  'delivers and has coupons': {
    args: [],
    config: DELIVERING,
    coupon: 'TEA10',
    paid: {amount: 53_900, shippingFee: 4_900, promotions: [{code: 'TEA10', value: 1_000}]},
  },
  'does neither': {
    args: ['--no-shipping', '--no-promotions'],
    config: {},
    coupon: undefined,
    paid: {amount: 50_000, shippingFee: 0, promotions: []},
  },
}))
  test(`sandbox asks and tells a --merchant that ${shop}`, async ({openShop, page}) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const {checkout, ...tea} = await openShop({
      razorpay: {
        keyId: KEY_ID,
        keySecret: KEY_SECRET,
        webhookSecret: WEBHOOK_SECRET,
        baseUrl: url,
      },
      ...config,
    });
    const merchant = `${tea.url}/?key=${ENDPOINT_SECRET}`;
    const {stop} = await startSandbox(['--port', String(port), '--merchant', merchant, ...args]);
    try {
      const orderId = await tea.order();
      await page.goto(tea.url);
      await page.addScriptTag({url: `${url}/v1/magic-checkout.js`});
      // The page tells nobody of the payment: that is left to the webhook.
      await page.evaluate(
        ([key, order_id]) => {
          const {Razorpay} = window as unknown as {
            Razorpay: (options: object) => {open: () => void};
          };
          Razorpay({key, order_id, one_click_checkout: true, handler: () => undefined}).open();
        },
        [KEY_ID, orderId],
      );
      await new CheckoutDriver(page).pay(coupon === undefined ? {} : {coupon});

      await expect.poll(() => tea.changes).toHaveLength(1);
      expect(tea.changes).toMatchObject([{status: 'paid', ship: true}]);
      expect(await checkout.order(orderId)).toMatchObject({status: 'paid', details: paid});
      expect(tea.errors).toEqual([]);
    } finally {
      stop();
    }
  });
