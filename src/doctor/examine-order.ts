import {keyMode} from '../wire/ids.js';
import {unseen, wrong, type Finding, type Look} from './model/finding.js';
import type {ButtonFacts} from './page/page-facts.js';
import type {Endpoint} from './server/endpoints.js';
import {ENDPOINTS, lookAtEndpoint} from './server/look-at-server.js';
import {lookAtStatusOf, makeOrder, type Account, type MadeOrder} from './server/order.js';
import type {Visit} from './server/visit.js';

/** An order that somebody wants to have made. */
export interface WantedOrder {
  /** What is bought; undefined is what the button says. */
  readonly data: unknown;
  /** Whether it may be one of real money. */
  readonly live: boolean;
  readonly account: Account;
}

/** An order that can be made without harm. */
export interface PlannedOrder {
  readonly endpoint: Endpoint;
  readonly data: unknown;
  readonly account: Account;
}

/** Plans an order, or says why none is made: of real money only if that is wanted. */
export function planOrder(
  {data, live, account}: WantedOrder,
  buttons: readonly ButtonFacts[],
  endpoints: readonly Endpoint[],
): {readonly planned?: PlannedOrder; readonly refused?: Look} {
  const endpoint = endpoints.find(({name}) => name === 'orders');
  if (!endpoint) return refused(NOWHERE);
  const keyIds = [account.keyId, ...buttons.map(({attributes}) => attributes['key-id'])];
  const modes = keyIds.flatMap((keyId) => keyMode(keyId ?? '') ?? []);
  if (!live && modes.includes('rzp_live_')) return refused(LIVE);
  if (!live && modes.length === 0) return refused(UNKNOWN);
  const seller = buttons.find(({urls}) => urls['order-url'] === endpoint.url);
  return {planned: {endpoint, data: data ?? seller?.orderData ?? {}, account}};
}

const refused = (finding: Finding) => ({
  refused: titled({title: 'order-url', findings: [finding]}),
});

const NOWHERE = unseen(
  'is not known: no order was made.',
  'Name the --page of a button with order-url, or the --server.',
);
const LIVE = wrong(
  'was asked for no order: the key is live.',
  'Look at the shop with a test key, or add --live to have an order made that real money would pay.',
);
const UNKNOWN = wrong(
  'was asked for no order: whether the key is a live one is not known here.',
  'Set RAZORPAY_KEY_ID to the key of your server, or add --live if an order of real money does no harm.',
);

/** Has an order made, and asks about it what would be asked. */
export async function examineOrder(
  {endpoint, data, account}: PlannedOrder,
  endpoints: readonly Endpoint[],
  visit: Visit,
): Promise<Look[]> {
  let made: MadeOrder | undefined;
  const order = await lookAtEndpoint(endpoint, async () => {
    made = await makeOrder(endpoint, data, account, visit);
    return made.findings;
  });
  const {orderId, asked} = made ?? {};
  const looks = [order];
  for (const other of endpoints) {
    const {name} = other;
    if (name === 'status' && orderId !== undefined)
      looks.push(await lookAtEndpoint(other, () => lookAtStatusOf(other, orderId, visit)));
    if (
      (name === 'shippingInfo' || name === 'listPromotions' || name === 'applyPromotion') &&
      asked
    )
      looks.push(await lookAtEndpoint(other, () => ENDPOINTS[name].lookAt(other, visit, asked)));
  }
  return looks.map(titled);
}

const titled = (look: Look): Look => ({...look, title: `${look.title}, with an order`});
