import type {EndpointName} from '../../wire/endpoints/paths.js';
import {absent, wrong, type Finding, type Look} from '../model/finding.js';
import {withoutQuery} from '../model/quote.js';
import {Unanswered} from './ask.js';
import type {Endpoint} from './endpoints.js';
import {
  lookAtCallback,
  lookAtDevices,
  lookAtOrders,
  lookAtStatus,
  lookAtVerify,
} from './page-asks.js';
import {lookAtApplying, lookAtPromotions, lookAtShipping} from './magic-asks.js';
import {lookAtWebhook} from './webhook-asks.js';
import type {Visit} from './visit.js';

/** What each endpoint is called where it is written, and how it is looked at. */
export const ENDPOINTS = {
  orders: {title: 'order-url', lookAt: lookAtOrders},
  verify: {title: 'verify-url', lookAt: lookAtVerify},
  status: {title: 'status-url', lookAt: lookAtStatus},
  callback: {title: 'callback-url', lookAt: lookAtCallback},
  devices: {title: 'device-url', lookAt: lookAtDevices},
  webhook: {title: 'webhook', lookAt: lookAtWebhook},
  shippingInfo: {title: 'shipping info', lookAt: lookAtShipping},
  listPromotions: {title: 'get promotions', lookAt: lookAtPromotions},
  applyPromotion: {title: 'apply promotions', lookAt: lookAtApplying},
} as const satisfies Record<
  EndpointName,
  {title: string; lookAt: (endpoint: Endpoint, visit: Visit) => Promise<Finding[]>}
>;

/** Asks each endpoint, all at once; what is seen comes in the order of the table. */
export const lookAtServer = (endpoints: readonly Endpoint[], visit: Visit): Promise<Look[]> =>
  Promise.all(
    Object.entries(ENDPOINTS).flatMap(([name, {lookAt}]) =>
      endpoints
        .filter((endpoint) => endpoint.name === name)
        .map((endpoint) => lookAtEndpoint(endpoint, () => lookAt(endpoint, visit))),
    ),
  );

/** Whether anything was seen that answers as it should. */
export const hasRight = (looks: readonly Look[]): boolean =>
  looks.some(({findings}) => findings.some(({verdict}) => verdict === 'right'));

/**
 * What was seen of a server that is where it was looked for: what is not there it does without. One of
 * their own has what its page needs, and of the rest what its shop needs.
 */
export const withoutWhatIsMissing = (looks: readonly Look[]): Look[] =>
  looks.map((look) => ({
    ...look,
    findings: look.findings.map((finding) =>
      finding.isNowhere ? (MISSING.get(look.title) ?? finding) : finding,
    ),
  }));

const NOT_OFFERED = absent(
  'is not there: this shop does not offer it.',
  'Leave its field in the dashboard empty, or write one.',
);

const MISSING: ReadonlyMap<string, Finding> = new Map([
  [
    ENDPOINTS.webhook.title,
    wrong(
      'is not there: nobody tells the shop of a payment whose tab was closed.',
      'Write one, or let what stands before the server pass it on. Where there can be none, ask Razorpay about unfinished orders every few minutes.',
    ),
  ],
  [ENDPOINTS.shippingInfo.title, NOT_OFFERED],
  [ENDPOINTS.listPromotions.title, NOT_OFFERED],
  [ENDPOINTS.applyPromotion.title, NOT_OFFERED],
]);

/** With how many endpoints of a kit it is likely that it is not there. */
const SEVERAL = 3;

/**
 * What is wrong at every endpoint of a kit in the same way, said once; undefined where one answers:
 * the address is a wrong one, or the server is down.
 */
export function wrongAtAll(looks: readonly Look[]): Finding | undefined {
  const findings = looks.flatMap((look) => look.findings);
  const [first, ...others] = findings.filter(({verdict}) => verdict === 'wrong');
  const isOne = others.length >= SEVERAL - 1 && others.every(({fix}) => fix === first?.fix);
  if (!first || !isOne || hasRight(looks)) return undefined;
  return wrong(`at each endpoint it ${first.says}`, first.fix ?? '');
}

/** What is seen of one endpoint, also where it does not answer. */
export async function lookAtEndpoint(
  {name, url}: Endpoint,
  look: () => Promise<readonly Finding[]>,
): Promise<Look> {
  const findings = await look().catch((error: unknown) => {
    if (!(error instanceof Unanswered)) throw error;
    return [wrong(error.message, error.fix)];
  });
  return {title: ENDPOINTS[name].title, address: withoutQuery(url), findings};
}
