import {command} from './command.js';
import {CLI_FAILURES} from './failures.js';

export const sandbox = command({
  help: `rzp-magic-button sandbox [--port 4000] [--merchant http://127.0.0.1:3000/checkout]
                         [--no-shipping] [--no-promotions] [--category 6300]
  Starts a stand-in for Razorpay and prints its address and keys. It calls the server kit that is
  mounted at --merchant: the webhook, and for Magic Checkout shipping info and promotions, each
  unless you say that your shop has none. Add ?key=… if you have set an endpointSecret. With the
  --category of your account, its MCC, mandates may be as large as Razorpay takes of that.
`,
  options: {
    port: {type: 'string'},
    merchant: {type: 'string'},
    'no-shipping': {type: 'boolean'},
    'no-promotions': {type: 'boolean'},
    category: {type: 'string'},
  },
  async work({port = '4000', merchant, category, ...without}) {
    if (!/^\d+$/.test(port) || Number(port) > 65_535) throw new Error(CLI_FAILURES.noPort(port));
    if (category !== undefined && !/^\d{4}$/.test(category))
      throw new Error(CLI_FAILURES.noCategory(category));
    const {createSandbox} = await import('rzp-magic-button/sandbox.js');
    const running = await createSandbox({
      port: Number(port),
      ...(merchant !== undefined && {merchant}),
      ...(category !== undefined && {merchantCategory: category}),
    }).catch((cause: unknown) => {
      throw (cause as NodeJS.ErrnoException).code === 'EADDRINUSE'
        ? new Error(CLI_FAILURES.portTaken(port), {cause})
        : cause;
    });
    if (without['no-shipping']) running.merchant.shippingInfoUrl = null;
    if (without['no-promotions'])
      Object.assign(running.merchant, {promotionsUrl: null, applyPromotionUrl: null});
    const {url, scriptUrl, checkoutScriptUrl, keyId, keySecret, webhookSecret} = running;
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
  },
});
