import type {OrderReply} from '../../wire/merchant.js';
import {HttpError} from '../http/http-error.js';
import {json, type Incoming, type Reply} from '../http/exchange.js';
import {fingerprint, idempotencyKey} from './idempotency-key.js';
import type {Kit} from '../kit/context.js';
import {quote} from '../model/line-items.js';
import {makeOrder} from '../orders/make-order.js';
import {readJson} from '../http/read-body.js';

/** Thrown by `price` to refuse a cart; the description is shown to the shopper. */
export class OrderRefused extends Error {
  override readonly name = 'OrderRefused';
}

/** `POST /orders`: the cart in, an order to pay out. The same key gives the same order. */
export async function createOrder(kit: Kit, incoming: Incoming): Promise<Reply> {
  const key = idempotencyKey(incoming);
  const data = await readJson(incoming);
  const {request} = incoming;
  const session = await kit.session(request);
  if (session === null) throw new HttpError('FORBIDDEN', 'The shop does not know you. Sign in.');

  const priced = quote(await price(kit, {data, request}), 'price() returned');
  const {order, isNew} = await makeOrder(kit, {
    idempotencyKey: await fingerprint([session ?? '', key]),
    // With the prices, because the cart may be the session's, and prices change.
    cartHash: await fingerprint([
      kit.keyId,
      incoming.url.search,
      data,
      priced.currency,
      priced.lineItems.map(({sku, variantId, offerPrice, quantity}) => [
        sku,
        variantId,
        offerPrice,
        quantity,
      ]),
    ]),
    quote: priced,
  });
  const options = await kit.options({order, data, request});
  return json(
    {order_id: order.id, key_id: order.keyId, ...(options && {options})} satisfies OrderReply,
    {status: isNew ? 201 : 200},
  );
}

async function price({price}: Kit, cart: Parameters<Kit['price']>[0]): Promise<unknown> {
  try {
    return await price(cart);
  } catch (error) {
    if (error instanceof OrderRefused) throw new HttpError('ORDER_REFUSED', error.message);
    throw error;
  }
}
