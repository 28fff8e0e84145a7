import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {
  createCheckout,
  type Checkout,
  type Ledger,
  type ReconcileOptions,
  type ReconcileReport,
} from 'rzp-magic-button/server.js';
import {command} from './command.js';
import {CLI_FAILURES, EXIT_CODES} from './failures.js';
import {sayError} from './say-error.js';

export const reconcile = command({
  help: `rzp-magic-button reconcile --checkout ./checkout.js [--older-than 15m] [--paid-within 30d] [--json]
  Asks Razorpay about every unfinished order, moves it with your hooks, and says what differed. The
  module exports what createCheckout() gave, as "checkout" or as its default. Exits with 1 when
  something differed.

rzp-magic-button reconcile --ledger shop.sqlite|postgres://… [--older-than …] [--json]
  Says the same and moves nothing. Keys come from RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET, the
  address of the sandbox from RAZORPAY_BASE_URL.
`,
  options: {
    checkout: {type: 'string'},
    ledger: {type: 'string'},
    'older-than': {type: 'string'},
    'paid-within': {type: 'string'},
    json: {type: 'boolean'},
  },
  async work(values) {
    const options = {olderThan: values['older-than'], paidWithin: values['paid-within']};
    const report = values.checkout
      ? await sweep(values.checkout, options)
      : await compare(values.ledger, options);
    console.log(values.json ? JSON.stringify(report, null, 2) : String(report));
    const {rows, mandates, charges, devices} = report;
    const isSame = [rows, mandates, charges, devices].every(({length}) => length === 0);
    return isSame ? EXIT_CODES.fine : EXIT_CODES.differs;
  },
});

/** With the hooks of the merchant's own module. */
async function sweep(path: string, options: ReconcileOptions): Promise<ReconcileReport> {
  const file = resolve(path);
  if (!existsSync(file)) throw new Error(CLI_FAILURES.noFile(path));
  const module = (await import(pathToFileURL(file).href)) as {
    checkout?: Partial<Checkout>;
    default?: Partial<Checkout>;
  };
  const checkout = module.checkout ?? module.default;
  if (!checkout?.reconcile || !checkout.deliver) throw new Error(CLI_FAILURES.noCheckout(path));
  const report = await checkout.reconcile(options);
  await checkout.deliver();
  return report;
}

/** With nothing but the ledger and the keys: what would be moved. */
async function compare(
  place: string | undefined,
  options: ReconcileOptions,
): Promise<ReconcileReport> {
  if (!place) throw new Error(CLI_FAILURES.noLedger());
  const {
    RAZORPAY_KEY_ID: keyId,
    RAZORPAY_KEY_SECRET: keySecret,
    RAZORPAY_BASE_URL: baseUrl,
  } = process.env;
  if (!keyId || !keySecret) throw new Error(CLI_FAILURES.noKeys());
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
  if (!isAddress && !existsSync(place)) throw new Error(CLI_FAILURES.noFile(place));
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
    throw new Error(CLI_FAILURES.notOpened(name, sayError(cause)), {cause});
  }
}
