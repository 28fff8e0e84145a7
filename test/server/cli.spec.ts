import {expect} from '@playwright/test';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {KEY_ID, KEY_SECRET} from './fake-razorpay.js';
import {onEachDatabase, test} from './shop.js';

/** Runs the built command. */
async function run(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['dist/cli.js', ...args], {env: {...process.env, ...env}});
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  const [code] = (await once(child, 'close')) as [number];
  return {code, stdout, stderr};
}

const keys = (url: string) => ({
  RAZORPAY_KEY_ID: KEY_ID,
  RAZORPAY_KEY_SECRET: KEY_SECRET,
  RAZORPAY_BASE_URL: url,
});

onEachDatabase(() => {
  test('reconcile says what differs and moves nothing', async ({openShop, razorpay, place}) => {
    const shop = await openShop();
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

test('a file that is not there is not made', async ({folder, razorpay}) => {
  const file = join(folder, 'typo.sqlite');

  const {code, stderr} = await run(['reconcile', '--ledger', file], keys(razorpay.url));

  expect(code).toBe(2);
  expect(stderr).toBe(`There is no file "${file}".\n`);
  expect(existsSync(file)).toBe(false);
});

for (const [what, args, said] of [
  ['no command', [], 'rzp-magic-button reconcile'],
  ['an unknown command', ['refund'], 'There is no command "refund". See --help.'],
  ['an unknown option', ['reconcile', '--legder', 'x'], "Unknown option '--legder'"],
  ['no ledger', ['reconcile'], '--ledger is missing.'],
  ['a port that is none', ['sandbox', '--port', 'http'], '--port is "http". Write a number.'],
] as const)
  test(`${what} is answered with what to write`, async () => {
    const {code, stdout, stderr} = await run(args);

    expect(code).toBe(2);
    expect(stdout + stderr).toContain(said);
    expect(stderr).not.toContain('    at ');
  });

test('sandbox prints its address and keys and takes requests', async () => {
  const child = spawn(process.execPath, ['dist/cli.js', 'sandbox', '--port', '0']);
  try {
    const [data] = (await once(child.stdout, 'data')) as [Buffer];
    const said = data.toString();
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];

    expect(said).toMatch(/rzp_test_Sandbox0000001[^]*sandbox_secret[^]*sandbox_webhook_secret/);
    expect((await fetch(`${url}/v1/orders`)).status).toBe(401);
  } finally {
    child.kill();
  }
});
