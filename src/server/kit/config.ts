import type {Transaction} from 'kysely';
import type {DeviceMode} from '../../wire/device.js';
import type {Cors} from '../http/cors.js';
import type {LimitVerdict} from '../http/endpoint.js';
import type {Ledger} from '../ledger/ledger.js';
import type {Awaitable} from '../model/awaitable.js';
import type {PricedCart} from '../model/line-items.js';
import type {PricedMandate} from '../model/mandate-terms.js';
import type {ChargeChange} from '../model/mandates/charge.js';
import type {MandateChange} from '../model/mandates/mandate.js';
import type {Order, StatusChange} from '../model/order.js';
import type {Promotions} from '../model/promotion.js';
import type {ShippingMethod, ShippingQuestion} from '../model/shipping-method.js';

/**
 * What `price` is asked.
 *
 * @example
 * ```ts
 * import {OrderRefused, type Cart} from 'rzp-magic-button/server.js';
 *
 * // Anybody can send anything: take nothing of it for granted.
 * export function skuOf({data}: Cart): string {
 *   const {sku} = data as {sku?: unknown};
 *   if (typeof sku !== 'string') throw new OrderRefused('Choose a tea first.');
 *   return sku;
 * }
 *
 * console.log(skuOf({data: {sku: 'assam'}, request: new Request('https://shop.example')})); // assam
 * ```
 */
export interface Cart {
  /** The JSON that the page sent: what is bought, never what it costs. Check it. */
  readonly data: unknown;
  /** Its body has been read. */
  readonly request: Request;
}

/**
 * A cart and the order that was made of it.
 *
 * @example
 * ```ts
 * import type {MadeOrder} from 'rzp-magic-button/server.js';
 *
 * // For `options` of createCheckout: what the checkout shows under the shop's name.
 * export const options = ({order}: MadeOrder) => ({description: `Order ${order.receipt}`});
 * ```
 */
export interface MadeOrder extends Cart {
  readonly order: Order;
}

/**
 * What Razorpay has told by webhook, signed by it.
 *
 * @example
 * ```ts
 * import type {ReceivedEvent} from 'rzp-magic-button/server.js';
 *
 * // For `onEvent` of createCheckout, which may be called twice: the id makes one ticket of them.
 * export function ticketOf({id, event, order}: ReceivedEvent): string | undefined {
 *   return event.startsWith('payment.dispute.')
 *     ? `${id}: ${event} of ${order?.id ?? 'an order of somebody else'}`
 *     : undefined;
 * }
 * ```
 * @see https://razorpay.com/docs/webhooks/
 */
export interface ReceivedEvent {
  /** The same in each repetition. */
  readonly id: string;
  /** Razorpay's word, such as `payment.dispute.created`. */
  readonly event: string;
  /** The JSON that was sent. */
  readonly body: unknown;
  /** The order that it is about, as the ledger has it by now; undefined for one that is not the kit's. */
  readonly order: Order | undefined;
}

/**
 * How Razorpay is reached. Secrets stay on the server.
 *
 * @example
 * ```ts
 * import type {RazorpayConfig} from 'rzp-magic-button/server.js';
 *
 * export const razorpay: RazorpayConfig = {
 *   keyId: process.env.RAZORPAY_KEY_ID ?? '',
 *   keySecret: process.env.RAZORPAY_KEY_SECRET ?? '',
 *   // While it is exchanged both are good.
 *   webhookSecret: ['the_new_webhook_secret', 'the_old_webhook_secret'],
 * };
 * ```
 */
export interface RazorpayConfig {
  /** `rzp_test_…` or `rzp_live_…`. */
  readonly keyId: string;
  /** One, or several while they are exchanged: the first is used, signatures may be of any. */
  readonly keySecret: string | readonly string[];
  readonly webhookSecret?: string | readonly string[] | undefined;
  /** Where you registered one for the requests to your endpoints: what it signs is `trusted`. */
  readonly signatureSecret?: string | readonly string[] | undefined;
  /**
   * The category code (MCC) of your account: with 5960, 6211, 6300, 6529 and 7322 a mandate may allow
   * charges of up to ₹2,00,000, with all others of up to ₹99,999.
   */
  readonly merchantCategory?: string | undefined;
  /** Without `/v1`; `https://api.razorpay.com` unless the sandbox stands in. */
  readonly baseUrl?: string | undefined;
}

/**
 * The POS devices of a shop, which its tills take money with. A wired gateway listens on the till's
 * own machine only: there runs this part of the kit too, the same module against the shop's database.
 *
 * @example
 * ```ts
 * import type {DevicesConfig} from 'rzp-magic-button/server.js';
 *
 * declare const cashierOf: (cookie: string | null) => string | undefined; // of your own login
 *
 * export const devices: DevicesConfig = {
 *   authorize: (request) => cashierOf(request.headers.get('Cookie')),
 *   allow: ['2841158834'],
 *   gateways: {wired: 'http://localhost:4000', wireless: 'https://pos.example'},
 *   till: 'counter 1',
 * };
 * ```
 */
export interface DevicesConfig {
  /**
   * Who is at the till: the id of the cashier, whose sales nobody else can begin or end, or true.
   * For anything else the answer is 403: without it there is no till.
   */
  readonly authorize: (request: Request) => Awaitable<string | boolean | null | undefined>;
  /** The ids of the shop's devices. A wireless one is found by its id; a wired one needs none. */
  readonly allow: readonly string[];
  /** Where the devices of each mode are reached, without `/v1`. A mode that is left out is refused. */
  readonly gateways: Readonly<Partial<Record<DeviceMode, string | undefined>>>;
  /**
   * What the machine is called that the wired gateway is on, where several tills share a database:
   * `localhost` is another device on each of them. The machine's own name with the gateway's address by
   * default: name it where machines are called alike, or another way after each start, as containers are,
   * which take up of the last one's sales those alone that the gateway knows.
   */
  readonly till?: string | undefined;
}

/**
 * What a merchant tells the kit: keys, ledger, prices, hooks. `Tables` are the merchant's own, as given
 * to the ledger. Durations are in ms.
 *
 * @example
 * ```ts
 * import {OrderRefused, type CheckoutConfig} from 'rzp-magic-button/server.js';
 *
 * const prices: Readonly<Record<string, number>> = {assam: 34_900}; // paise
 *
 * export const config: Pick<CheckoutConfig, 'price' | 'onStatus' | 'afterStatus'> = {
 *   price: ({data}) => {
 *     const {sku} = data as {sku: string};
 *     const price = prices[sku];
 *     if (price === undefined) throw new OrderRefused('We do not have this tea.');
 *     const item = {sku, variantId: sku, name: sku, description: sku, price, quantity: 1};
 *     return {lineItems: [{...item, offerPrice: price, taxAmount: 0}]};
 *   },
 *   onStatus: ({ship, order}) => {
 *     // Your own tables: through the second argument, in the same transaction.
 *     if (ship) console.log(`Ship ${order.id}.`);
 *   },
 *   afterStatus: ({status, order}) => console.log(`Mail: ${order.id} is ${status}.`),
 * };
 * ```
 */
export interface CheckoutConfig<Tables = object> {
  readonly razorpay: RazorpayConfig;
  /** Where the orders are kept, such as `await sqliteLedger('shop.sqlite')`. */
  readonly ledger: Ledger<Tables>;
  /**
   * Says what a cart holds and costs, or which mandate the shopper shall approve (UPI Autopay); throws
   * `OrderRefused` to say no.
   */
  readonly price: (cart: Cart) => Awaitable<PricedCart | PricedMandate>;
  /**
   * Says how an order can be shipped to an address, and what it costs; an empty list where it
   * cannot. Asked again and again while the shopper looks around: a quote without consequences,
   * within 8 s. If it throws or takes longer, the shopper is told that the address is not served.
   */
  readonly shipping?:
    ((question: ShippingQuestion) => Awaitable<readonly ShippingMethod[]>) | undefined;
  /** Lists the promotion codes of an order and says what one takes off. */
  readonly promotions?: Promotions | undefined;
  /**
   * Makes the addresses that Razorpay asks secret: `urls()` adds it to them as `?key=…`, and without
   * it the answer is 403. At least 16 characters; one, or several while they are exchanged.
   */
  readonly endpointSecret?: string | readonly string[] | undefined;
  /**
   * Told of each change of an order exactly once, in the transaction that enters it: ship from here,
   * where `change.ship` is true. Database work only, through `tx` only, within 5 s; if it throws,
   * nothing is entered and it is called again when the page or Razorpay next asks. A `NeedsReview`
   * that it throws keeps the payment, and has a person look at the order.
   */
  readonly onStatus?: ((change: StatusChange, tx: Transaction<Tables>) => unknown) | undefined;
  /**
   * Told of each change of a mandate exactly once, in the transaction that enters it. As with
   * `onStatus`: database work only, through `tx` only, within 5 s.
   */
  readonly onMandate?: ((change: MandateChange, tx: Transaction<Tables>) => unknown) | undefined;
  /**
   * Told exactly once when a charge of a mandate was captured, when it has failed, and when money of it
   * went back: extend the subscription where `change.status` is `captured`. As with `onStatus`: database work only, through `tx` only, within 5 s.
   */
  readonly onCharge?: ((change: ChargeChange, tx: Transaction<Tables>) => unknown) | undefined;
  /**
   * Told of each change once it is entered, for what is no database work, such as mail. At least
   * once, also after a crash; again after 10 s, 20 s, … one hour if it throws or takes 30 s.
   */
  readonly afterStatus?: ((change: StatusChange) => unknown) | undefined;
  /** As `afterStatus`, of the changes that `onMandate` is told. */
  readonly afterMandate?: ((change: MandateChange) => unknown) | undefined;
  /** As `afterStatus`, of the changes that `onCharge` is told. */
  readonly afterCharge?: ((change: ChargeChange) => unknown) | undefined;
  /**
   * Told of each webhook that the kit does not act on by itself, such as `payment.dispute.created`,
   * if you have ticked it in the dashboard. At least once, also after a crash; again after 10 s,
   * 20 s, … one hour if it throws or takes 30 s.
   */
  readonly onEvent?: ((event: ReceivedEvent) => unknown) | undefined;
  /**
   * Where a shopper goes that Razorpay sends to `/callback`: a path or a whole http(s) address. The
   * order's id is added as `order_id`. `/` by default.
   */
  readonly returnUrl?: string | undefined;
  /** Razorpay's options for the page, sent along with the order. */
  readonly options?:
    ((made: MadeOrder) => Awaitable<Readonly<Record<string, unknown>> | undefined>) | undefined;
  /** Where the endpoints are mounted: cut off the path before it is looked at. None by default. */
  readonly basePath?: string | undefined;
  /**
   * Who asks, as an id; `null` for a stranger, who gets no order. An order belongs to the session that
   * it was made in: under another one the same `Idempotency-Key` makes another order, and `status`
   * leaves out the payment's id. `verify` and `callback` are bound to none, because sessions end
   * during payments: the signature is the right to confirm.
   */
  readonly session?: ((request: Request) => Awaitable<string | null | undefined>) | undefined;
  /**
   * Called before anything else: false, or in how many seconds to come back, to refuse. Razorpay's
   * servers come from few addresses for all shoppers.
   */
  readonly limit?: ((request: Request) => Awaitable<LimitVerdict>) | undefined;
  /** POS devices: takes money at a counter. None by default. */
  readonly devices?: DevicesConfig | undefined;
  /** For pages of another origin. Off by default: the same origin needs none of it. */
  readonly cors?: Cors | undefined;
  /** Told of what the shopper was not: what failed and why. `console.error` by default. */
  readonly onError?: ((error: unknown, request: Request | undefined) => void) | undefined;
  /** How Razorpay is called; the runtime's own by default. */
  readonly fetch?: typeof fetch | undefined;
  /** How long Razorpay may take to answer, in ms; 10 000 by default. */
  readonly timeout?: number | undefined;
  /** The time in ms since 1970; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}
