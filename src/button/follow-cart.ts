import {readAmount} from '../wire/merchant.js';
import {isConfirmed} from '../wire/order-status.js';
import {checkOtherTabs} from '../checkout/check-other-tabs.js';
import {findCart, priceOf, type CartOutcome} from '../checkout/events/carts.js';
import {tellEarlier} from '../checkout/events/endings.js';
import {keyOf} from '../checkout/request/read-element.js';
import {readRequest} from '../checkout/request/read-request.js';
import {findTold, keepTold} from '../checkout/storage/told-outcomes.js';
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
  host.speech?.watchOrderData(host, again);
  const cart = cartOf(host, isNew);
  const known = findCart(keyOf(host));
  // It sells again, and what was bought before is said.
  if (!cart && known && isRepriced(known, host)) host.speech?.sayEarlier(host, known, showCart);
  showCart(cart);
  void hearOtherTabs(host);
}

/**
 * Returns what became of the cart of a button. It is over for a button of another view than the one in
 * which the shopper has read it; one that stays on the page goes on saying it. So it is once the page
 * has another amount on the label: what the server has in the cart may have changed without its key.
 */
export function cartOf(host: PressHost, isNew = false): CartOutcome | undefined {
  const key = keyOf(host);
  const cart = findCart(key) ?? toldCart(key);
  const isOver =
    !cart || isRepriced(cart, host) || ((isNew || cart.state !== host.state) && isLeft(cart.view));
  return isOver ? undefined : cart;
}

/** Tells what an earlier page view has told of a cart. */
function toldCart(key: string): CartOutcome | undefined {
  const told = findTold(key);
  // Other scripts write into the storage too: what is no sum can't be said.
  return told && tellEarlier(key, {...told, money: readAmount(told.money)}, told.price);
}

/** By no price that the page has said or the order has: a label that follows its order is the same cart. */
function isRepriced({state, price, telling}: CartOutcome, host: PressHost) {
  const now = priceOf(host);
  return (
    isConfirmed(state) &&
    price &&
    now &&
    ![price, priceOf(telling.money), priceOf(telling.told?.money)].includes(now)
  );
}

async function hearOtherTabs(host: PressHost): Promise<void> {
  const key = keyOf(host);
  if (asked.has(key) || findCart(key)) return;
  asked.add(key);
  // What the label says now: of a tab that lies behind, it may be an old one of the cart that was bought.
  const price = priceOf(host);
  try {
    const confirmation = await checkOtherTabs(readRequest(requestOf(host)));
    if (confirmation && !findCart(key)) {
      keepTold(key, confirmation, {price}, true);
      tellEarlier(key, confirmation, price);
    }
  } catch {
    // Nobody could be asked. A press asks again, and sells nothing before there is an answer.
  } finally {
    asked.delete(key);
  }
}
