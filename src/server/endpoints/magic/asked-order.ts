import {ORDER_ID} from '../../../wire/ids.js';
import {ConfigError} from '../../kit/config-error.js';
import type {Context} from '../../kit/context.js';
import type {Order} from '../../model/order.js';
import {MagicRefusal} from './magic-refusal.js';

/** What Razorpay's servers name an order by, and what vouches for them. */
interface Asked {
  /** Their `order_id`. */
  readonly receipt: string | undefined;
  /** Their `razorpay_order_id`, which only the question for shipping has. */
  readonly orderId: string | undefined;
  /** Whether the secret of the address or a signature shows that it is Razorpay who asks. */
  readonly isProtected: boolean;
  readonly request: Request;
}

/**
 * The order that is asked about. A receipt of the kit's nobody can guess. One that was given elsewhere
 * may be a number that counts up, so that it opens an adopted order only to Razorpay itself; its id,
 * which nobody can guess either, opens it to whoever knows it.
 */
export async function askedOrder(context: Context, asked: Asked): Promise<Order> {
  const {receipt, orderId} = asked;
  const own = isReceipt(receipt) ? await context.orders.findByReceipt(receipt) : undefined;
  const order = own ?? (await adoptedOrder(context, asked));
  if (!order || (orderId !== undefined && withPrefix(orderId) !== order.id))
    throw new MagicRefusal(
      'VALIDATION_ERROR',
      receipt === undefined ? '"order_id" is missing or malformed.' : 'Invalid merchant order id',
    );
  return order;
}

async function adoptedOrder(
  context: Context,
  {receipt, orderId, isProtected, request}: Asked,
): Promise<Order | undefined> {
  const {orders} = context;
  if (orderId !== undefined) {
    const id = withPrefix(orderId);
    const order = ORDER_ID.test(id) ? await orders.findAdopted({id}) : undefined;
    // Where the order has no receipt, Razorpay names none, or an empty one.
    return !receipt || receipt === order?.receipt ? order : undefined;
  }
  const order = isReceipt(receipt) ? await orders.findAdopted({receipt}) : undefined;
  if (!order || isProtected) return order;
  warnOnce(context, order, request);
  throw new MagicRefusal('FORBIDDEN', 'Not available for this order.');
}

/** Longer than Razorpay's limit, or with control characters, which a database may refuse, is none. */
const isReceipt = (receipt: string | undefined): receipt is string =>
  receipt !== undefined && /^[^\p{Cc}]{1,40}$/u.test(receipt);

/** Razorpay writes an id with and without its prefix. */
const withPrefix = (orderId: string): string => orderId.replace(/^(?!order_)/, 'order_');

const warned = new WeakSet<Context>();

/** Says what to do. Each question would show it, and anybody can ask: it is said once. */
function warnOnce(context: Context, {id}: Order, request: Request): void {
  if (warned.has(context)) return;
  warned.add(context);
  context.report(
    new ConfigError(
      `The promotions of ${id} were asked for by its receipt. The order was adopted, so that anybody ` +
        'may guess it, and they were refused. Set endpointSecret and paste the addresses of urls() ' +
        'into the dashboard; or set razorpay.signatureSecret, where Razorpay signs its requests. ' +
        'Other questions of the kind are refused without a word.',
    ),
    request,
  );
}
