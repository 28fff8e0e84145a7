import type {DeviceMode} from '../../wire/device.js';
import type {OrderReply} from '../../wire/merchant.js';
import {json, type Incoming, type Reply} from '../http/exchange.js';
import {HttpError} from '../http/http-error.js';
import {readJson} from '../http/read-body.js';
import type {Cart} from '../kit/config.js';
import type {Context} from '../kit/context.js';
import {totalled, type TotalledCart} from '../model/line-items.js';
import {isPricedMandate, ofOneKind, totalledMandate} from '../model/priced-mandate.js';
import {makeOrder} from '../orders/make-order.js';
import {HookError, runHook} from '../runtime/hook-error.js';
import {fingerprint, hashSession, idempotencyKey} from './idempotency-key.js';
import {OrderRefused} from './order-refused.js';
import {deviceModeOf, tillSession} from './till.js';

/** `POST /orders`: the cart in, an order to pay out. The same key gives the same order. */
export async function answerOrders(context: Context, incoming: Incoming): Promise<Reply> {
  const key = idempotencyKey(incoming);
  const data = await readJson(incoming);
  const {request} = incoming;
  const deviceMode = deviceModeOf(context, incoming);
  const session = await sessionOf(context, incoming, deviceMode);

  const cart = await price(context, {data, request});
  if (deviceMode !== undefined && cart.mandate)
    throw new Error('price() returned a mandate for a till, where line items are sold.');
  const {order, isNew} = await makeOrder(context, {
    idempotencyKey: await fingerprint([session ?? '', key]),
    sessionHash: await hashSession(session),
    // With the prices, because the cart may be the session's, and prices change.
    cartHash: await fingerprint([
      context.keyId,
      incoming.url.search,
      data,
      cart.currency,
      cart.lineItems.map(({sku, variantId, offerPrice, quantity}) => [
        sku,
        variantId,
        offerPrice,
        quantity,
      ]),
      // Left out where there is none, so that keys of before go on fitting.
      ...(cart.mandate ? [cart.amount, cart.mandate] : []),
      ...(deviceMode === undefined ? [] : [deviceMode]),
    ]),
    cart,
    deviceMode,
  });
  const merchants = await runHook(() => context.options({order, data, request}));
  const {mandate} = order;
  const recurring = mandate?.preferred ? 'preferred' : '1';
  const options = mandate ? {customer_id: mandate.customer, recurring, ...merchants} : merchants;
  return json(
    {
      order_id: order.id,
      key_id: order.keyId,
      // What approves a mandate is not what the mandate costs.
      ...(!mandate && {amount: order.amount, currency: order.currency}),
      ...(options && {options}),
    } satisfies OrderReply,
    {status: isNew ? 201 : 200},
  );
}

/** Who buys: at a till its cashier, whom the shop has to know. */
async function sessionOf(
  {session, devices}: Context,
  incoming: Incoming,
  deviceMode: DeviceMode | undefined,
): Promise<string | undefined> {
  if (devices && deviceMode !== undefined) return tillSession(devices, incoming);
  const shopper = await runHook(() => session?.(incoming.request));
  if (shopper === null) throw new HttpError('FORBIDDEN', 'The shop does not know you. Sign in.');
  return shopper;
}

async function price({price, now, mostMandatePaise}: Context, cart: Cart): Promise<TotalledCart> {
  try {
    return await runHook(async () => {
      const priced = ofOneKind(await price(cart));
      return isPricedMandate(priced)
        ? totalledMandate(priced, 'price() returned', {now: now(), most: mostMandatePaise})
        : totalled(priced, 'price() returned');
    });
  } catch (error) {
    if (error instanceof HookError && error.cause instanceof OrderRefused)
      throw new HttpError('ORDER_REFUSED', error.cause.message);
    throw error;
  }
}
