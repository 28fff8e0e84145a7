import type {StatusReply} from '../wire/merchant.js';
import {isConfirmed} from '../wire/order-status.js';
import {succeed} from './events/endings.js';
import {Reporter} from './events/reporter.js';
import {askStatus, type StatusSettings} from './merchant/ask-status.js';
import type {CheckoutRequest} from './request/checkout-request.js';
import {CheckoutError} from './shell/checkout-error.js';
import {keyName} from './storage/idempotency-key.js';
import {listUnfinished} from './storage/list-unfinished.js';
import {ifOfOrigin} from './storage/origins.js';
import {dropUnfinished, findUnfinished} from './storage/unfinished.js';
import {words} from './words/en.js';

const STATUS_TIMEOUT_MS = 10_000;

/**
 * Asks what became of the earlier orders of a cart before another one is made for it: the server may
 * have ended the kept one because it is paid, and then another would have the shopper pay twice.
 *
 * `isComplete` is what the endpoint has just said of the kept order. It is not open then, whatever a
 * cache between page and server goes on saying.
 *
 * @throws CheckoutError `order_refused`, with words for the shopper, where one was or may have been
 * paid
 */
export async function checkEarlierOrders(
  request: CheckoutRequest,
  isComplete = false,
): Promise<void> {
  const {orderUrl, orderData, verifyUrl} = request;
  const reporter = new Reporter({}, request.debug, true);
  const ofThisCart = keyName(orderUrl ?? '', orderData ?? {});
  for (const row of listUnfinished().filter((each) => each.keyName === ofThisCart)) {
    const {orderId} = row;
    const statusUrl = ifOfOrigin(request.statusUrl, row.statusOrigin);
    const reply = statusUrl ? await ask({...request, statusUrl}, orderId) : undefined;
    const {payment} = findUnfinished(orderId) ?? row;
    if (reply && isConfirmed(reply.status)) {
      const {status, payment_id: paymentId = ''} = reply;
      // Unless another tab was told meanwhile, and has told the shopper.
      if (findUnfinished(orderId)) succeed(reporter, row, {status, orderId, paymentId});
      throw refused(words.earlier(orderId));
    }
    const mayBeConfirmed = payment && verifyUrl;
    switch (reply?.status) {
      case 'cancelled':
      case 'refunded':
        dropUnfinished(orderId);
        break;
      case 'created':
      case 'attempted':
        if (mayBeConfirmed || isComplete) throw refused(words.attempted);
        break;
      default:
        // A page without an address to ask would refuse this cart for ever, so it sells.
        if (request.statusUrl ?? mayBeConfirmed) throw refused(words.attempted);
    }
  }
}

/** Asks again where another tab has learned more of the order meanwhile: the answer is old then. */
async function ask(settings: StatusSettings, orderId: string): Promise<StatusReply | undefined> {
  for (;;) {
    const known = JSON.stringify(findUnfinished(orderId));
    const reply = await askStatus(settings, orderId, STATUS_TIMEOUT_MS);
    if (known === JSON.stringify(findUnfinished(orderId))) return reply;
  }
}

const refused = (message: string) => new CheckoutError('order_refused', message, {retryable: true});
