import {mkdirSync} from 'node:fs';
import {createSandbox} from 'rzp-magic-button/sandbox.js';
import {DOCS_PATH, hasDocs} from './pages/docs-routes.js';
import {startSandboxedShop} from './start-sandboxed-shop.js';
import {packageRoot, reachable, startShop} from './start-shop.js';

// Starts the shop, paid through the sandbox, or through Razorpay when its keys are set.
const {RAZORPAY_KEY_ID: keyId, RAZORPAY_KEY_SECRET: keySecret, PORT, HOST: host} = process.env;
const port = Number(PORT ?? 3000);
const root = packageRoot(import.meta.url);
const file = `${root}/dist/demo/shop.sqlite`;
mkdirSync(`${root}/dist/demo`, {recursive: true});

const say = (line: string) => process.stdout.write(`${line}\n`);

if (!Number.isInteger(port) || port < 0 || port > 65_534) {
  say(`PORT=${String(PORT)} is no port. Write a number from 0 to 65534.`);
  process.exit(1);
}
if (Boolean(keyId) !== Boolean(keySecret)) {
  say('Set both RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET for the real Razorpay, or neither.');
  process.exit(1);
}

const started =
  keyId && keySecret ? [await serveWithRazorpay(keyId, keySecret)] : await serveWithSandbox();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all(started.map((server) => server.close())).then(() => process.exit(0));
  });
}

async function serveWithRazorpay(keyId: string, keySecret: string) {
  const shop = await onFreePort(port, (free) =>
    startShop({port: free, host, root, file, razorpay: {keyId, keySecret}}),
  );
  say(`\n  Shop      ${shop.url}   paid through Razorpay with ${keyId}`);
  sayDocs(shop.url);
  say('');
  return shop;
}

async function serveWithSandbox() {
  const sandbox = await onFreePort(port && port + 1, (free) =>
    createSandbox({port: free, host: reachable(host ?? '127.0.0.1')}),
  );
  const shop = await onFreePort(port, (free) =>
    startSandboxedShop(sandbox, {port: free, host, root, file, delivers: true}),
  );
  sandbox.webhook.url = `${shop.url}/checkout/webhook`;
  say(`\n  Shop      ${shop.url}   buy something: no money moves`);
  say(`  Till      ${shop.url}/till   ring up, and tap a card on the device beside it`);
  sayDocs(shop.url);
  say(`  Sandbox   ${sandbox.url}   stands in for Razorpay; key id ${sandbox.keyId}\n`);
  return [shop, sandbox];
}

function sayDocs(shopUrl: string): void {
  if (hasDocs({root}))
    say(`  Docs      ${shopUrl}${DOCS_PATH}   guides, a playground, each attribute and event`);
}

/** Starts on any free port, which is printed, where another program has the one that is wanted. */
async function onFreePort<T>(wanted: number, start: (port: number) => Promise<T>): Promise<T> {
  try {
    return await start(wanted);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return start(0);
  }
}
