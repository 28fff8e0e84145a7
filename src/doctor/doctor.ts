import {dashboardPage} from '../wire/endpoints/dashboard.js';
import {ENDPOINT_PATHS} from '../wire/endpoints/paths.js';
import {WEBHOOK_EVENTS} from '../wire/events.js';
import {keyMode} from '../wire/ids.js';
import {unseen, wrong, type Finding, type Look} from './model/finding.js';
import {hideSecrets} from './model/hide-secrets.js';
import {quote, withoutQuery} from './model/quote.js';
import {judgePage} from './page/judge-page.js';
import {lookThroughBrowser, PageUnopened} from './page/look-through-browser.js';
import {NoBrowser, openBrowser} from './page/open-browser.js';
import type {ButtonFacts} from './page/page-facts.js';
import type {Report} from './report.js';
import {ask} from './server/ask.js';
import {baseOf, endpointsOf, type Endpoint, type NamedEndpoints} from './server/endpoints.js';
import {ENDPOINTS, lookAtEndpoint, lookAtServer} from './server/look-at-server.js';
import {lookAtStatusOf, makeOrder} from './server/order.js';
import {lookAtReach} from './server/reach.js';
import type {Visit} from './server/visit.js';

/** Which shop is looked at, and how far the doctor may go. */
export interface Examination {
  readonly page?: string | undefined;
  /** Where the server kit is mounted. */
  readonly server?: string | undefined;
  /** Whether an order may be made, and what is bought by it; undefined is what the button says. */
  readonly order: boolean;
  readonly orderData?: unknown;
  /** Whether it may be one of real money. */
  readonly live: boolean;
  /** Where a Playwright may be. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Looks at a shop from outside, as its shoppers' browsers and Razorpay do, and changes nothing of it. */
export async function examine(examination: Examination): Promise<Report> {
  const {page, server, env} = examination;
  const secret = (name: string) => env[name] ?? '';
  const hide = hideSecrets(
    ['RAZORPAY_KEY_SECRET', 'RAZORPAY_WEBHOOK_SECRET', 'RAZORPAY_ENDPOINT_SECRET'].map(secret),
  );
  const seen = page === undefined ? undefined : await lookAtPage(page, examination, hide);
  const buttons = seen?.buttons ?? [];
  const named = buttons.map(namedBy);
  const base = server?.replace(/\/+$/, '') ?? baseOf(named);
  const visit: Visit = {
    ask: (question) => ask(question, {hide}),
    pageOrigin: seen && new URL(seen.url).origin,
    webhookSecret: secret('RAZORPAY_WEBHOOK_SECRET'),
    endpointSecret: secret('RAZORPAY_ENDPOINT_SECRET'),
    now: Date.now,
  };
  const endpoints = endpointsOf(named, base, visit.endpointSecret);
  const looks = [
    ...(seen?.looks ?? []),
    ...(base === undefined ? [] : [reachOf(base)]),
    ...(await lookAtServer(endpoints, visit)),
    ...(base === undefined ? [NO_SERVER] : []),
    ...(examination.order ? await lookAtOrder(examination, buttons, endpoints, visit) : []),
  ];
  return hidden(hide, {
    looks,
    dashboard: base === undefined ? undefined : dashboardOf(base, looks, visit),
  });
}

const NO_SERVER: Look = {
  title: 'server',
  findings: [
    unseen(
      "has addresses that only Razorpay's dashboard knows: webhook, shipping info, promotions.",
      'Add --server with the address that the kit is mounted at, such as https://shop.example/checkout.',
    ),
  ],
};

const reachOf = (base: string): Look => ({
  title: 'server',
  address: withoutQuery(base),
  findings: [lookAtReach(base)],
});

interface SeenPage {
  readonly url: string;
  readonly looks: readonly Look[];
  readonly buttons: readonly ButtonFacts[];
}

async function lookAtPage(
  page: string,
  {folder, env}: Examination,
  hide: (text: string) => string,
): Promise<SeenPage> {
  const alone = (finding: Finding): SeenPage => ({
    url: page,
    looks: [{title: 'page', address: withoutQuery(page), findings: [finding]}],
    buttons: [],
  });
  try {
    const browser = await openBrowser(folder, env.CHROMIUM_PATH);
    try {
      const seen = await lookThroughBrowser(browser.tab, page);
      const {url, buttons} = seen.facts;
      return {
        url,
        looks: judgePage({...seen, said: seen.said.map(hide)}),
        buttons: seen.status >= 400 ? [] : buttons,
      };
    } finally {
      await browser.close();
    }
  } catch (error) {
    if (error instanceof NoBrowser) return alone(unseen(error.message, error.fix));
    if (error instanceof PageUnopened)
      return alone(
        wrong(
          `does not open: ${quote(error.message)}.`,
          'Write the address that shoppers open; a certificate has to be one of a public authority.',
        ),
      );
    throw error;
  }
}

/** By which attribute a button names an endpoint. */
const NAMED_BY = {
  orders: 'order-url',
  verify: 'verify-url',
  status: 'status-url',
  callback: 'callback-url',
  devices: 'device-url',
} as const;

function namedBy({urls, attributes}: ButtonFacts): NamedEndpoints {
  const named = Object.entries(NAMED_BY).flatMap(([name, attribute]) => {
    const url = urls[attribute];
    return url === undefined ? [] : [[name, url]];
  });
  return {
    urls: Object.fromEntries(named) as NamedEndpoints['urls'],
    credentials: attributes.credentials ?? 'same-origin',
  };
}

/** Has an order made, if it is one of no real money, and asks about it. */
async function lookAtOrder(
  {live, orderData, env}: Examination,
  buttons: readonly ButtonFacts[],
  endpoints: readonly Endpoint[],
  visit: Visit,
): Promise<Look[]> {
  const find = (name: Endpoint['name']) => endpoints.find((endpoint) => endpoint.name === name);
  const endpoint = find('orders');
  if (!endpoint) return [];
  const seller = buttons.find(({urls}) => urls['order-url'] === endpoint.url);
  const keyIds = [env.RAZORPAY_KEY_ID, ...buttons.map(({attributes}) => attributes['key-id'])];
  const modes = keyIds.flatMap((keyId) => keyMode(keyId ?? '') ?? []);
  if (!live && (modes.length === 0 || modes.includes('rzp_live_')))
    return [notMade(modes.includes('rzp_live_'))];
  const account = {
    keyId: env.RAZORPAY_KEY_ID ?? '',
    keySecret: env.RAZORPAY_KEY_SECRET ?? '',
    baseUrl: env.RAZORPAY_BASE_URL ?? '',
  };
  let made: Awaited<ReturnType<typeof makeOrder>> | undefined;
  const order = await lookAtEndpoint(endpoint, async () => {
    made = await makeOrder(endpoint, orderData ?? seller?.orderData ?? {}, account, visit);
    return made.findings;
  });
  const looks = [titled(order)];
  const {orderId, asked} = made ?? {};
  const status = find('status');
  if (orderId !== undefined && status)
    looks.push(titled(await lookAtEndpoint(status, () => lookAtStatusOf(status, orderId, visit))));
  for (const name of ['shippingInfo', 'listPromotions', 'applyPromotion'] as const) {
    const endpoint = find(name);
    if (asked && endpoint)
      looks.push(
        titled(
          await lookAtEndpoint(endpoint, () => ENDPOINTS[name].lookAt(endpoint, visit, asked)),
        ),
      );
  }
  return looks;
}

const titled = (look: Look): Look => ({...look, title: `${look.title}, with an order`});

const notMade = (isLive: boolean): Look => ({
  title: 'order-url, with an order',
  findings: [
    wrong(
      isLive
        ? 'was asked for no order: the key is live.'
        : 'was asked for no order: whether the key is a live one is not known here.',
      isLive
        ? 'Look at the shop with a test key, or add --live to have an order made that a real payment would pay.'
        : 'Set RAZORPAY_KEY_ID to the key of your server, or add --live if an order of real money does no harm.',
    ),
  ],
});

/** The addresses to enter, without those that the shop has no use for. */
function dashboardOf(base: string, looks: readonly Look[], {endpointSecret}: Visit): string {
  const key = endpointSecret ? '?key=…your endpointSecret' : '';
  const isOffered = (title: string) =>
    !looks.some(
      (look) => look.title === title && look.findings.some(({verdict}) => verdict === 'absent'),
    );
  const magic = (title: string, path: string) => (isOffered(title) ? base + path + key : undefined);
  return dashboardPage({
    promotions: magic('get promotions', ENDPOINT_PATHS.listPromotions),
    applyPromotion: magic('apply promotions', ENDPOINT_PATHS.applyPromotion),
    shippingInfo: magic('shipping info', ENDPOINT_PATHS.shippingInfo),
    callback: base + ENDPOINT_PATHS.callback,
    webhook: base + ENDPOINT_PATHS.webhook,
    webhookEvents: WEBHOOK_EVENTS,
  });
}

/** A report without secrets, wherever they came from. */
const hidden = (hide: (text: string) => string, {looks, dashboard}: Report): Report => ({
  looks: looks.map(({title, address, findings}) => ({
    title,
    ...(address !== undefined && {address: hide(address)}),
    findings: findings.map(({verdict, says, fix}) => ({
      verdict,
      says: hide(says),
      ...(fix !== undefined && {fix: hide(fix)}),
    })),
  })),
  dashboard: dashboard && hide(dashboard),
});
