import {mkdirSync} from 'node:fs';
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {packageRoot, startShop, type Shop} from './start-shop.js';

// Starts the shop, paid through the sandbox, or through Razorpay when its keys are set.
const {RAZORPAY_KEY_ID: keyId, RAZORPAY_KEY_SECRET: keySecret, PORT} = process.env;
const port = Number(PORT ?? 3000);
const root = packageRoot(import.meta.url);
const file = `${root}/dist/demo/shop.sqlite`;
mkdirSync(`${root}/dist/demo`, {recursive: true});

/** With it the sandbox signs what it asks the shop, as Razorpay does where one is registered. */
const SIGNATURE_SECRET = 'sandbox_signature_secret';

const say = (line: string) => process.stdout.write(`${line}\n`);

if (!Number.isInteger(port) || port < 0 || port > 65_534) {
  say(`PORT=${String(PORT)} is no port. Write a number from 0 to 65534.`);
  process.exit(1);
}
if (Boolean(keyId) !== Boolean(keySecret)) {
  say('Set both RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET for the real Razorpay, or neither.');
  process.exit(1);
}

let sandbox: Sandbox | undefined;
let shop: Shop;
if (keyId && keySecret) {
  shop = await onFreePort(port, (free) =>
    startShop({port: free, root, file, razorpay: {keyId, keySecret}}),
  );
  say(`\n  Shop      ${shop.url}   paid through Razorpay with ${keyId}\n`);
} else {
  const stand = (sandbox = await onFreePort(port && port + 1, (free) =>
    createSandbox({port: free}),
  ));
  shop = await onFreePort(port, (free) =>
    startShop({
      port: free,
      root,
      file,
      scriptUrl: stand.scriptUrl,
      delivers: true,
      dashboard: stand,
      razorpay: {
        keyId: stand.keyId,
        keySecret: stand.keySecret,
        webhookSecret: stand.webhookSecret,
        signatureSecret: SIGNATURE_SECRET,
        baseUrl: stand.url,
      },
    }),
  );
  stand.webhook.url = `${shop.url}/checkout/webhook`;
  Object.assign(stand.merchant, {
    shippingInfoUrl: `${shop.url}/checkout/shipping-info`,
    promotionsUrl: `${shop.url}/checkout/promotions`,
    applyPromotionUrl: `${shop.url}/checkout/promotions/apply`,
    signatureSecret: SIGNATURE_SECRET,
  });
  say(`\n  Shop      ${shop.url}   buy something: no money moves`);
  say(`  Sandbox   ${stand.url}   stands in for Razorpay; key id ${stand.keyId}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all([shop.close(), sandbox?.close()]).then(() => process.exit(0));
  });
}

/** Another program may have the port: then any free one will do, and is printed. */
async function onFreePort<T>(wanted: number, start: (port: number) => Promise<T>): Promise<T> {
  try {
    return await start(wanted);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return start(0);
  }
}
