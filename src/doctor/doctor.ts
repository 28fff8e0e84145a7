import {hideSecrets} from './model/hide-secrets.js';
import {unseen, type Finding, type Look} from './model/finding.js';
import {withoutQuery} from './model/quote.js';
import {dashboardOf} from './dashboard-of.js';
import {examineOrder, planOrder} from './examine-order.js';
import {examinePage} from './examine-page.js';
import type {ButtonFacts} from './page/page-facts.js';
import type {Report} from './report.js';
import {ask, type Answer} from './server/ask.js';
import {baseOf, endpointsOf, type Endpoint, type NamedEndpoints} from './server/endpoints.js';
import {
  ENDPOINTS,
  hasRight,
  lookAtServer,
  withoutWhatIsMissing,
  wrongAtAll,
} from './server/look-at-server.js';
import {lookAtReach} from './server/reach.js';
import {sameEverywhere} from './server/same-everywhere.js';
import type {Visit} from './server/visit.js';

/** Which shop is looked at, and how far the doctor may go. */
export interface Examination {
  readonly page?: string | undefined;
  /** Where the server kit is mounted. */
  readonly server?: string | undefined;
  /** Whether an order may be made. */
  readonly order: boolean;
  /** What is bought by it; undefined is what the button says. */
  readonly orderData?: unknown;
  /** Whether it may be one of real money. */
  readonly live: boolean;
  /** Where a Playwright may be. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Looks at a shop from outside, as its shoppers' browsers and Razorpay do, and changes nothing of it. */
export async function examine(examination: Examination): Promise<Report> {
  const {page, server, folder, env} = examination;
  const {
    CHROMIUM_PATH: chromiumPath,
    RAZORPAY_WEBHOOK_SECRET: webhookSecret = '',
    RAZORPAY_ENDPOINT_SECRET: endpointSecret = '',
    RAZORPAY_KEY_ID: keyId = '',
    RAZORPAY_KEY_SECRET: keySecret = '',
    RAZORPAY_BASE_URL: baseUrl = '',
  } = env;
  const hide = hideSecrets([keySecret, webhookSecret, endpointSecret]);
  const seen =
    page === undefined ? undefined : await examinePage(page, {folder, chromiumPath}, hide);
  const buttons = seen?.buttons ?? [];
  const named = buttons.map(namedBy);
  const base = server?.replace(/\/+$/, '') ?? baseOf(named);
  const visit: Visit = {
    ask: (question) => ask(question, {hide}),
    pageOrigin: seen && new URL(seen.url).origin,
    webhookSecret,
    endpointSecret,
    now: Date.now,
  };
  const endpoints = endpointsOf(named, base, endpointSecret);
  const account = {keyId, keySecret, baseUrl};
  const {order, orderData: data, live} = examination;
  // What an order shows need not be guessed without one.
  const {planned, refused} = order ? planOrder({data, live, account}, buttons, endpoints) : {};
  const asked = endpoints.filter((endpoint) => endpoint !== planned?.endpoint);

  const ofPage = asked.filter(({isNamed}) => isNamed);
  const seenOfPage = await lookAtServer(ofPage, visit);
  const answers: Answer[] = [];
  const atBase = await lookAtServer(
    asked.filter(({isNamed}) => !isNamed),
    {...visit, ask: noting(visit.ask, answers)},
  );
  // Where an endpoint of the page answers beside them, the address that was named is right.
  const isBesidePage = server !== undefined && base === baseOf(named) && hasRight(seenOfPage);
  const isThere = isBesidePage || hasRight(atBase);
  const inKit = isThere ? withoutWhatIsMissing(atBase) : atBase;
  const inFront = isBesidePage ? undefined : sameEverywhere(answers);
  const lost = inFront ?? (isThere ? undefined : wrongAtAll(atBase));
  // A server of their own may be written as a kit's is: then the page says nothing of the rest of it.
  const isKnown = base !== undefined && !(lost && server === undefined);
  const looks = [
    ...(seen?.looks ?? []),
    ...seenOfPage,
    isKnown ? kitOf(base, lost) : NO_SERVER,
    ...(lost ? [] : inKit),
    ...(refused ? [refused] : []),
    ...(planned ? await examineOrder(planned, lost ? ofPage : offered(asked, inKit), visit) : []),
  ];
  return hidden(hide, {
    looks,
    dashboard: isKnown && !lost ? dashboardOf(base, looks, endpointSecret !== '') : undefined,
  });
}

/** Asks, and notes what is answered. What a browser asks by itself is no question of its own. */
const noting =
  (ask: Visit['ask'], answers: Answer[]): Visit['ask'] =>
  async (question) => {
    const answer = await ask(question);
    if (question.method !== 'OPTIONS') answers.push(answer);
    return answer;
  };

/** The endpoints that were not seen to be missing. */
const offered = (endpoints: readonly Endpoint[], looks: readonly Look[]): Endpoint[] =>
  endpoints.filter(
    ({name, isNamed}) =>
      isNamed ||
      !looks.some(
        ({title, findings}) =>
          title === ENDPOINTS[name].title && findings.some(({verdict}) => verdict === 'absent'),
      ),
  );

const NO_SERVER: Look = {
  title: 'server',
  findings: [
    unseen(
      "has addresses that only Razorpay's dashboard knows: webhook, shipping info, promotions.",
      'Add --server with the address that the kit is mounted at, such as https://shop.example/checkout.',
    ),
  ],
};

const kitOf = (base: string, lost: Finding | undefined): Look => ({
  title: 'server',
  address: withoutQuery(base),
  findings: [lost ?? lookAtReach(base)],
});

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
