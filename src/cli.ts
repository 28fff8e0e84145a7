#!/usr/bin/env node
import {existsSync} from 'node:fs';
import {parseArgs} from 'node:util';
import type {SandboxSettings} from 'rzp-magic-button/sandbox.js';
import {createCheckout, type Ledger} from 'rzp-magic-button/server.js';

const HELP = `rzp-magic-button reconcile --ledger shop.sqlite|postgres://… [--older-than 15m] [--json]
  Says in which orders the ledger and Razorpay differ. Moves none: your hooks are in your server,
  so call checkout.reconcile() there. Keys come from RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET, the
  address of the sandbox from RAZORPAY_BASE_URL. Exits with 1 when something differs.

rzp-magic-button sandbox [--port 4000] [--merchant http://127.0.0.1:3000/checkout]
  Starts a stand-in for Razorpay and prints its address and keys. It calls the server kit that is
  mounted at --merchant: the webhook, and for Magic Checkout shipping info and promotions.
`;

/** Runs a command and gives its exit code: 0, 1 when orders differ, 2 when it could not run. */
async function main(args: readonly string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ledger: {type: 'string'},
      'older-than': {type: 'string'},
      json: {type: 'boolean'},
      port: {type: 'string'},
      merchant: {type: 'string'},
      help: {type: 'boolean', short: 'h'},
    },
  });
  const [command, ...others] = positionals;
  if (values.help || !command) {
    process.stdout.write(HELP);
    return command || values.help ? 0 : 2;
  }
  if (others.length) throw new Error(`"${others.join(' ')}" is too much. See --help.`);
  switch (command) {
    case 'reconcile':
      return reconcile(values);
    case 'sandbox':
      return sandbox(values.port, values.merchant);
    default:
      throw new Error(`There is no command "${command}". See --help.`);
  }
}

interface ReconcileArgs {
  readonly ledger?: string;
  readonly 'older-than'?: string;
  readonly json?: boolean;
}

async function reconcile(args: ReconcileArgs): Promise<number> {
  if (!args.ledger) throw new Error('--ledger is missing. Write a file or postgres://….');
  const ledger = await openLedger(args.ledger);
  try {
    const checkout = createCheckout({
      razorpay: {
        keyId: process.env.RAZORPAY_KEY_ID ?? '',
        keySecret: process.env.RAZORPAY_KEY_SECRET ?? '',
        baseUrl: process.env.RAZORPAY_BASE_URL,
      },
      ledger,
      // Makes no orders.
      price: () => ({lineItems: []}),
      // The report says it.
      onError: () => undefined,
    });
    const report = await checkout.reconcile({olderThan: args['older-than'], dryRun: true});
    console.log(args.json ? JSON.stringify(report, null, 2) : String(report));
    return report.rows.length ? 1 : 0;
  } finally {
    await ledger.close();
  }
}

async function openLedger(place: string): Promise<Ledger> {
  if (/^postgres(ql)?:/.test(place)) {
    const {postgresLedger} = await import('rzp-magic-button/server/postgres.js');
    return postgresLedger({connectionString: place});
  }
  // Opening it would make it.
  if (!existsSync(place)) throw new Error(`There is no file "${place}".`);
  const {sqliteLedger} = await import('rzp-magic-button/server/sqlite.js');
  return sqliteLedger(place);
}

async function sandbox(port = '4000', merchant?: string): Promise<number> {
  if (!/^\d{1,5}$/.test(port)) throw new Error(`--port is "${port}". Write a number.`);
  const {createSandbox} = await import('rzp-magic-button/sandbox.js');
  const {url, scriptUrl, keyId, keySecret, webhookSecret} = await createSandbox({
    port: Number(port),
    ...(merchant !== undefined && endpointsAt(merchant)),
  });
  console.log(`Sandbox at ${url}

  script-url       ${scriptUrl}
  baseUrl          ${url}
  key id           ${keyId}
  key secret       ${keySecret}
  webhook secret   ${webhookSecret}

No money moves. Stop it with Ctrl+C.`);
  // Until somebody stops it.
  return new Promise(() => undefined);
}

/** The paths of the server kit under the address that it is mounted at. */
function endpointsAt(address: string): SandboxSettings {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
    throw new Error(`--merchant is "${address}". Write an address such as http://127.0.0.1:3000.`);
  }
  const base = address.replace(/\/+$/, '');
  return {
    webhookUrl: `${base}/webhook`,
    merchant: {
      shippingInfoUrl: `${base}/shipping-info`,
      promotionsUrl: `${base}/promotions`,
      applyPromotionUrl: `${base}/promotions/apply`,
    },
  };
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
