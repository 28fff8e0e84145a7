#!/usr/bin/env node
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs, type ParseArgsConfig} from 'node:util';
import {examine} from './doctor/doctor.js';
import {asJson, asText, exitCodeOf} from './doctor/report.js';
import {integrityHtml, isIntegrityTag} from './integrity/import-map.js';
import {keyMode} from './wire/ids.js';
import {
  createCheckout,
  type Checkout,
  type Ledger,
  type ReconcileOptions,
  type ReconcileReport,
} from 'rzp-magic-button/server.js';

const HELP = `rzp-magic-button sandbox [--port 4000] [--merchant http://127.0.0.1:3000/checkout]
                         [--no-shipping] [--no-promotions] [--category 6300]
  Starts a stand-in for Razorpay and prints its address and keys. It calls the server kit that is
  mounted at --merchant: the webhook, and for Magic Checkout shipping info and promotions, each
  unless you say that your shop has none. Add ?key=… if you have set an endpointSecret. With the
  --category of your account, its MCC, mandates may be as large as Razorpay takes of that.

rzp-magic-button reconcile --checkout ./checkout.js [--older-than 15m] [--paid-within 30d] [--json]
  Asks Razorpay about every unfinished order, moves it with your hooks, and says what differed. The
  module exports what createCheckout() gave, as "checkout" or as its default. Exits with 1 when
  something differed.

rzp-magic-button reconcile --ledger shop.sqlite|postgres://… [--older-than …] [--json]
  Says the same and moves nothing. Keys come from RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET, the
  address of the sandbox from RAZORPAY_BASE_URL.

rzp-magic-button doctor --page https://shop.example/cart --server https://shop.example/checkout
                        [--order] [--order-data '{"sku": "assam"}'] [--live] [--json]
  Looks at a shop from outside and says what is wrong: opens the page in a browser (the Playwright of
  this folder, or the program that CHROMIUM_PATH names), asks each endpoint what the page and Razorpay
  would ask, about an order that does not exist, and prints what to enter in Razorpay's dashboard. One
  of --page and --server is enough. With --order it has an order made with your test key, with --live
  too if the key is a live one. Secrets come from RAZORPAY_WEBHOOK_SECRET and RAZORPAY_ENDPOINT_SECRET
  (endpointSecret), keys from RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET. Exits with 1 when something is
  wrong.

rzp-magic-button integrity [--tag rzp-pos-button] [--classic] [--base https://shop.example/rzp/]
  Prints the script of the tag with an import map, by which browsers refuse each file of it that is not
  the one in this package. Without --base it is for jsDelivr and this version; with --classic for pages
  without modules.
`;

/**
 * Runs a command and gives its exit code: 0, 1 when orders differ or the shop is not right, 2 when it
 * could not run.
 */
async function main([command, ...args]: readonly string[]): Promise<number> {
  if (command === undefined || [command, ...args].some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(HELP);
    return command === undefined ? 2 : 0;
  }
  switch (command) {
    case 'reconcile':
      return reconcile(
        readOptions(args, {
          checkout: {type: 'string'},
          ledger: {type: 'string'},
          'older-than': {type: 'string'},
          'paid-within': {type: 'string'},
          json: {type: 'boolean'},
        }),
      );
    case 'doctor':
      return doctor(
        readOptions(args, {
          page: {type: 'string'},
          server: {type: 'string'},
          order: {type: 'boolean'},
          'order-data': {type: 'string'},
          live: {type: 'boolean'},
          json: {type: 'boolean'},
        }),
      );
    case 'integrity':
      return integrity(
        readOptions(args, {
          tag: {type: 'string'},
          classic: {type: 'boolean'},
          base: {type: 'string'},
        }),
      );
    case 'sandbox':
      return sandbox(
        readOptions(args, {
          port: {type: 'string'},
          merchant: {type: 'string'},
          'no-shipping': {type: 'boolean'},
          'no-promotions': {type: 'boolean'},
          category: {type: 'string'},
        }),
      );
    default:
      throw new Error(`There is no command "${command}". See --help.`);
  }
}

function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
) {
  try {
    return parseArgs({args, options}).values;
  } catch (error) {
    // After the first sentence Node explains what is of no use here.
    const [complaint = ''] = sayError(error).split(/\. |\.?\n/);
    throw new Error(`${complaint}. See --help.`, {cause: error});
  }
}

interface ReconcileArgs {
  readonly checkout?: string | undefined;
  readonly ledger?: string | undefined;
  readonly 'older-than'?: string | undefined;
  readonly 'paid-within'?: string | undefined;
  readonly json?: boolean | undefined;
}

async function reconcile(args: ReconcileArgs): Promise<number> {
  const options = {olderThan: args['older-than'], paidWithin: args['paid-within']};
  const report = args.checkout
    ? await sweep(args.checkout, options)
    : await compare(args.ledger, options);
  console.log(args.json ? JSON.stringify(report, null, 2) : String(report));
  const {rows, mandates, charges, devices} = report;
  return [rows, mandates, charges, devices].some(({length}) => length > 0) ? 1 : 0;
}

/** With the hooks of the merchant's own module. */
async function sweep(path: string, options: ReconcileOptions): Promise<ReconcileReport> {
  const file = resolve(path);
  if (!existsSync(file)) throw new Error(`There is no file "${path}".`);
  const module = (await import(pathToFileURL(file).href)) as {
    checkout?: Partial<Checkout>;
    default?: Partial<Checkout>;
  };
  const checkout = module.checkout ?? module.default;
  if (!checkout?.reconcile || !checkout.deliver)
    throw new Error(
      `"${path}" exports no checkout. Write: export const checkout = createCheckout(…).`,
    );
  const report = await checkout.reconcile(options);
  await checkout.deliver();
  return report;
}

/** With nothing but the ledger and the keys: what would be moved. */
async function compare(
  place: string | undefined,
  options: ReconcileOptions,
): Promise<ReconcileReport> {
  if (!place)
    throw new Error('Write --checkout with your module, or --ledger with a file or postgres://….');
  const {
    RAZORPAY_KEY_ID: keyId,
    RAZORPAY_KEY_SECRET: keySecret,
    RAZORPAY_BASE_URL: baseUrl,
  } = process.env;
  if (!keyId || !keySecret)
    throw new Error('Set RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET to the keys of your server.');
  const ledger = await openLedger(place);
  try {
    const checkout = createCheckout({
      razorpay: {keyId, keySecret, baseUrl},
      ledger,
      // Makes no orders.
      price: () => ({lineItems: []}),
      // What fails is a remark in the report.
      onError: () => undefined,
    });
    return await checkout.reconcile({...options, dryRun: true});
  } finally {
    await ledger.close();
  }
}

async function openLedger(place: string): Promise<Ledger> {
  const isAddress = /^postgres(ql)?:/.test(place);
  // Opened, a file that is not there would be made.
  if (!isAddress && !existsSync(place)) throw new Error(`There is no file "${place}".`);
  try {
    if (!isAddress) {
      const {sqliteLedger} = await import('rzp-magic-button/server/sqlite.js');
      return await sqliteLedger(place);
    }
    const {postgresLedger} = await import('rzp-magic-button/server/postgres.js');
    return await postgresLedger({connectionString: place});
  } catch (cause) {
    // The address has a password in it.
    const name = isAddress ? 'The database' : `"${place}"`;
    throw new Error(`${name} can't be opened: ${sayError(cause)}`, {cause});
  }
}

interface DoctorArgs {
  readonly page?: string | undefined;
  readonly server?: string | undefined;
  readonly order?: boolean | undefined;
  readonly 'order-data'?: string | undefined;
  readonly live?: boolean | undefined;
  readonly json?: boolean | undefined;
}

async function doctor(args: DoctorArgs): Promise<number> {
  const {order = false, live = false, json = false} = args;
  const page = webAddress('--page', args.page);
  const server = webAddress('--server', args.server);
  if (page === undefined && server === undefined)
    throw new Error(
      'Write --page with the page of the button, --server with the address of the kit, or both.',
    );
  // It would be in the history of the shell, and in the list of what runs.
  if (server !== undefined && new URL(server).search !== '')
    throw new Error(
      '--server has a query. Leave it out, and set RAZORPAY_ENDPOINT_SECRET to the endpointSecret.',
    );
  if (order && !live && keyMode(process.env.RAZORPAY_KEY_ID ?? '') === 'rzp_live_')
    throw new Error(
      'RAZORPAY_KEY_ID is a live key: --order would have an order made that real money pays. Use a test key, or add --live.',
    );
  const report = await examine({
    page,
    server,
    order,
    orderData: orderData(args['order-data'], order),
    live,
    folder: process.cwd(),
    env: process.env,
  });
  process.stdout.write(json ? asJson(report) : asText(report));
  return exitCodeOf(report);
}

function webAddress(option: string, typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  // What was typed may hold a password.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new Error(
      `${option} is no address. Write a whole one, such as https://shop.example/cart.`,
    );
  url.hash = '';
  return url.href;
}

function orderData(typed: string | undefined, isWanted: boolean): unknown {
  if (typed === undefined) return undefined;
  if (!isWanted) throw new Error('--order-data is for an order. Add --order.');
  try {
    return JSON.parse(typed);
  } catch (cause) {
    throw new Error('--order-data is no JSON. Write it such as \'{"sku": "assam"}\'.', {cause});
  }
}

interface IntegrityArgs {
  readonly tag?: string | undefined;
  readonly classic?: boolean | undefined;
  readonly base?: string | undefined;
}

async function integrity({
  tag = 'rzp-magic-button',
  classic,
  base,
}: IntegrityArgs): Promise<number> {
  if (!isIntegrityTag(tag))
    throw new Error(`--tag is "${tag}". Write rzp-magic-button or rzp-pos-button.`);
  if (base !== undefined && !/^(https?:\/)?\/[^"<>\s]*\/$/.test(base))
    throw new Error(`--base is "${base}". Write an address or a path that ends with a slash.`);
  const {version} = JSON.parse(
    await readFile(new URL('../package.json', import.meta.url), 'utf8'),
  ) as {version: string};
  process.stdout.write(
    await integrityHtml({
      folder: new URL('./cdn/', import.meta.url),
      base: base ?? `https://cdn.jsdelivr.net/npm/rzp-magic-button@${version}/dist/cdn/`,
      tag,
      isClassic: classic === true,
    }),
  );
  return 0;
}

interface SandboxArgs {
  readonly port?: string | undefined;
  readonly merchant?: string | undefined;
  readonly 'no-shipping'?: boolean | undefined;
  readonly 'no-promotions'?: boolean | undefined;
  readonly category?: string | undefined;
}

async function sandbox(args: SandboxArgs): Promise<number> {
  const {port = '4000', merchant, category, ...without} = args;
  if (!/^\d+$/.test(port) || Number(port) > 65_535)
    throw new Error(`--port is "${port}". Write a number from 0 to 65535.`);
  if (category !== undefined && !/^\d{4}$/.test(category))
    throw new Error(`--category is "${category}". Write the four digits of yours, such as 6300.`);
  const {createSandbox} = await import('rzp-magic-button/sandbox.js');
  const sandbox = await createSandbox({
    port: Number(port),
    ...(merchant !== undefined && {merchant}),
    ...(category !== undefined && {merchantCategory: category}),
  }).catch((cause: unknown) => {
    throw (cause as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new Error(`Port ${port} is taken. Name another with --port, or 0 for any.`, {cause})
      : cause;
  });
  if (without['no-shipping']) sandbox.merchant.shippingInfoUrl = null;
  if (without['no-promotions'])
    Object.assign(sandbox.merchant, {promotionsUrl: null, applyPromotionUrl: null});
  const {url, scriptUrl, checkoutScriptUrl, keyId, keySecret, webhookSecret} = sandbox;
  console.log(`Sandbox at ${url}

  script-url       ${scriptUrl}
    with mandates  ${checkoutScriptUrl}
  baseUrl          ${url}
  key id           ${keyId}
  key secret       ${keySecret}
  webhook secret   ${webhookSecret}

No money moves. Stop it with Ctrl+C.`);
  // Until somebody stops it.
  return new Promise(() => undefined);
}

/** An error in a line. Where several addresses were tried, the messages are in its parts. */
function sayError(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(sayError).join(', ');
  return error instanceof Error ? error.message : String(error);
}

const code = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(sayError(error));
  return 2;
});
// Ended by force, because the merchant's module may hold connections that would keep it alive; but
// only once all is written.
process.stdout.write('', () => process.exit(code));
