import type {StatusReply} from '../wire/merchant.js';
import {isClosed} from '../wire/order-status.js';
import {earlier, succeed} from './events/endings.js';
import {Reporter} from './events/reporter.js';
import {confirmationOf} from './merchant/confirmation-of.js';
import {askStatus, type StatusSettings} from './merchant/ask-status.js';
import type {CheckoutRequest} from './request/checkout-request.js';
import {unfinishedOf} from './storage/list-unfinished.js';
import {ifOfOrigin} from './storage/origins.js';
import {dropUnfinished, findUnfinished, type UnfinishedCheckout} from './storage/unfinished.js';
import {RefusedOrder} from './said/refused-order.js';
import type {Told} from './said/told.js';

const STATUS_TIMEOUT_MS = 10_000;
/**
 * How long after an order was opened the money of a pressed Pay of which nothing was heard may be on its way:
 * Razorpay gives a bank ten minutes. Until then another order would have the shopper pay twice.
 */
const ON_ITS_WAY_MS = 30 * 60_000;

/**
 * No other order is made for a cart, and nobody says what became of the earlier one; but that may be opened
 * again, because it can be paid once only: nobody has pressed Pay for it, or nobody can be asked, ever.
 */
export class OrderInDoubt extends RefusedOrder {
  declare readonly row: UnfinishedCheckout;

  constructor(told: Told, row: UnfinishedCheckout) {
    super(told);
    this.row = row;
  }
}

interface Asked {
  /**
   * What the order endpoint has just said of the kept order. It is not open then, whatever a cache
   * between page and server goes on saying.
   */
  isComplete?: boolean;
  /** Orders that need no question. */
  except?: readonly string[];
}

/**
 * Asks what became of the earlier orders of a cart before another one is opened for it: the server
 * may have ended the kept one because it is paid, and then another would have the shopper pay twice.
 * Resolves with those that leave room for it.
 *
 * @throws RefusedOrder with words for the shopper, where one was or may have been
 * paid
 */
export async function checkEarlierOrders(
  request: CheckoutRequest,
  {isComplete = false, except = []}: Asked,
): Promise<string[]> {
  const reporter = new Reporter({}, true);
  const rows = unfinishedOf(request).filter(({orderId}) => !except.includes(orderId));
  for (const row of rows) {
    const {orderId} = row;
    const statusUrl = ifOfOrigin(request.statusUrl, row.statusOrigin);
    const reply = statusUrl ? await ask({...request, statusUrl}, orderId) : undefined;
    const {payment, isTried, isPaying, at} = findUnfinished(orderId) ?? row;
    const confirmation = reply && confirmationOf(reply);
    if (confirmation) {
      // Unless another tab was told meanwhile, and has told the shopper.
      if (findUnfinished(orderId)) succeed(reporter, row, confirmation);
      throw new RefusedOrder(earlier(confirmation));
    }
    const isOpen = reply && reply.status !== 'unconfirmed';
    if (isClosed(reply?.status)) dropUnfinished(orderId);
    // Where there is nobody to ask, the page itself knows that nobody has pressed Pay.
    else if (
      isOpen
        ? payment || isComplete || (isPaying && at > Date.now() - ON_ITS_WAY_MS)
        : (reply ?? request.statusUrl) || isTried || payment
    )
      throw reply || payment || isComplete
        ? new RefusedOrder({said: 'attempted'})
        : isTried && statusUrl
          ? new RefusedOrder({said: 'unreachable'})
          : new OrderInDoubt({said: isTried ? 'unasked' : {code: 'order_failed'}}, row);
  }
  return rows.map(({orderId}) => orderId);
}

/** Asks again where another tab has learned more of the order meanwhile: the answer is old then. */
async function ask(settings: StatusSettings, orderId: string): Promise<StatusReply | undefined> {
  const known = JSON.stringify(findUnfinished(orderId));
  const reply = await askStatus(settings, orderId, STATUS_TIMEOUT_MS);
  return known === JSON.stringify(findUnfinished(orderId)) ? reply : ask(settings, orderId);
}
