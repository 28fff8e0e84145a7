import {isConfirmed} from '../wire/order-status.js';
import {checkOtherTabs} from '../checkout/check-other-tabs.js';
import {findCart, type CartOutcome} from '../checkout/events/carts.js';
import {tellEarlier} from '../checkout/events/endings.js';
import {keyOf} from '../checkout/request/read-element.js';
import {readRequest} from '../checkout/request/read-request.js';
import {watchOrderData} from '../checkout/request/watch-order-data.js';
import {orderKey} from '../checkout/storage/cart-key.js';
import {findTold} from '../checkout/storage/told-outcomes.js';
import {isLeft} from '../checkout/storage/view.js';
import type {PressHost} from './press-host.js';
import {requestOf} from './request-of.js';

/** What a button that follows its cart does with what became of it. */
type ShowCart = (cart: CartOutcome | undefined) => void;

/** Carts that another tab has bought, while the merchant's server is asked about them. */
const asked = new Set<string>();

/** Shows what became of the cart that a button has now, new on the page or not, and of those that it gets. */
export function followCart(
  host: PressHost,
  showCart: ShowCart,
  again: () => void,
  isNew?: boolean,
): void {
  watchOrderData(host, again);
  showCart(cartOf(host, isNew));
  void hearOtherTabs(host);
}

/**
 * Returns what became of the cart of a button. It is over for a button of another view than the one in
 * which the shopper has read it; one that stays on the page goes on saying it. So it is once the page
 * has another amount on the label: what the server has in the cart may have changed without its key.
 */
export function cartOf(host: PressHost, isNew = false): CartOutcome | undefined {
  const key = keyOf(host);
  const cart = findCart(key);
  if (cart && isRepriced(cart, host)) return undefined;
  if (cart) return (!isNew && cart.state === host.state) || !isLeft(cart.view) ? cart : undefined;
  const told = findTold(key);
  return told && tellEarlier([key, orderKey(told.orderId)], told);
}

/** By no amount that the page has said or the order has: a label that follows its order is the same cart. */
const isRepriced = (cart: CartOutcome, {amount}: PressHost) =>
  isConfirmed(cart.state) &&
  cart.amount &&
  amount &&
  amount !== cart.amount &&
  amount !== cart.telling.money?.amount;

async function hearOtherTabs(host: PressHost): Promise<void> {
  const key = keyOf(host);
  if (asked.has(key) || findCart(key)) return;
  asked.add(key);
  try {
    const confirmation = await checkOtherTabs(readRequest(requestOf(host)));
    if (confirmation && !findCart(key)) {
      tellEarlier([key, orderKey(confirmation.orderId)], confirmation);
    }
  } catch {
    // Nobody could be asked. A press asks again, and sells nothing before there is an answer.
  } finally {
    asked.delete(key);
  }
}
