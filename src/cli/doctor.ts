import {examine} from '../doctor/doctor.js';
import {asJson, asText, exitCodeOf} from '../doctor/report.js';
import {keyMode} from '../wire/ids.js';
import {command} from './command.js';
import {CLI_FAILURES} from './failures.js';

export const doctor = command({
  help: `rzp-magic-button doctor --page https://shop.example/cart --server https://shop.example/checkout
                        [--order] [--order-data '{"sku": "assam"}'] [--live] [--json]
  Looks at a shop from outside and says what is wrong: opens the page in a browser (the Playwright of
  this folder, or the program that CHROMIUM_PATH names), asks each endpoint what the page and Razorpay
  would ask, about an order that does not exist, and prints what to enter in Razorpay's dashboard. One
  of --page and --server is enough. With --order it has an order made with your test key, with --live
  too if the key is a live one. Secrets come from RAZORPAY_WEBHOOK_SECRET and RAZORPAY_ENDPOINT_SECRET
  (endpointSecret), keys from RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET. Exits with 1 when something is
  wrong.
`,
  options: {
    page: {type: 'string'},
    server: {type: 'string'},
    order: {type: 'boolean'},
    'order-data': {type: 'string'},
    live: {type: 'boolean'},
    json: {type: 'boolean'},
  },
  async work({order = false, live = false, json = false, ...typed}) {
    const page = webAddress('--page', typed.page);
    const server = webAddress('--server', typed.server);
    if (page === undefined && server === undefined) throw new Error(CLI_FAILURES.noShop());
    // It would be in the history of the shell, and in the list of what runs.
    if (server !== undefined && new URL(server).search !== '')
      throw new Error(CLI_FAILURES.query());
    if (order && !live && keyMode(process.env.RAZORPAY_KEY_ID ?? '') === 'rzp_live_')
      throw new Error(CLI_FAILURES.liveKey());
    const report = await examine({
      page,
      server,
      order,
      orderData: orderData(typed['order-data'], order),
      live,
      folder: process.cwd(),
      env: process.env,
    });
    process.stdout.write(json ? asJson(report) : asText(report));
    return exitCodeOf(report);
  },
});

function webAddress(option: string, typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  // What was typed may hold a password.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new Error(CLI_FAILURES.noAddress(option));
  url.hash = '';
  return url.href;
}

function orderData(typed: string | undefined, isWanted: boolean): unknown {
  if (typed === undefined) return undefined;
  if (!isWanted) throw new Error(CLI_FAILURES.noOrder());
  try {
    return JSON.parse(typed);
  } catch (cause) {
    throw new Error(CLI_FAILURES.noJson(), {cause});
  }
}
