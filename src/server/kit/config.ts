import type {Transaction} from 'kysely';
import type {Cors} from '../http/cors.js';
import type {Ledger} from '../ledger/ledger.js';
import type {PricedCart} from '../model/line-items.js';
import type {Order, StatusChange} from '../model/order.js';
import type {Promotions} from '../model/promotion.js';
import type {ShippingMethod, ShippingQuestion} from '../model/shipping-method.js';

export type Awaitable<T> = T | Promise<T>;

/** False, or after how many seconds to come back, where requests come too often. */
export type LimitVerdict = boolean | number | undefined;

/** What `price` is asked. */
export interface Cart {
  /** The JSON that the page sent: what is bought, never what it costs. Check it. */
  readonly data: unknown;
  /** Its body has been read. */
  readonly request: Request;
}

/** A cart and the order that was made of it. */
export interface MadeOrder extends Cart {
  readonly order: Order;
}

/** How Razorpay is reached. Secrets stay on the server. */
export interface RazorpayConfig {
  /** `rzp_test_…` or `rzp_live_…`. */
  readonly keyId: string;
  /** One, or several while they are exchanged: the first is used, signatures may be of any. */
  readonly keySecret: string | readonly string[];
  readonly webhookSecret?: string | readonly string[] | undefined;
  /** Where you registered one for the requests to your endpoints: what it signs is `trusted`. */
  readonly signatureSecret?: string | readonly string[] | undefined;
  /** Without `/v1`; `https://api.razorpay.com` unless the sandbox stands in. */
  readonly baseUrl?: string | undefined;
}

/** `Tables` are the merchant's own, as given to the ledger. */
export interface CheckoutConfig<Tables = object> {
  readonly razorpay: RazorpayConfig;
  /** Where the orders are kept, such as `await sqliteLedger('shop.sqlite')`. */
  readonly ledger: Ledger<Tables>;
  /** Says what a cart holds and costs; throws `OrderRefused` to say no. */
  readonly price: (cart: Cart) => Awaitable<PricedCart>;
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
   * nothing is entered and it is called again when the page or Razorpay next asks.
   */
  readonly onStatus?: ((change: StatusChange, tx: Transaction<Tables>) => unknown) | undefined;
  /**
   * Told of each change once it is entered, for what is no database work, such as mail. At least
   * once, also after a crash; again after 10 s, 20 s, … one hour if it throws or takes 30 s.
   */
  readonly afterStatus?: ((change: StatusChange) => unknown) | undefined;
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
  /** Who asks, so that nobody can use another's key; `null` for a stranger, who is refused. */
  readonly session?: ((request: Request) => Awaitable<string | null | undefined>) | undefined;
  /**
   * Called before anything else: false, or in how many seconds to come back, to refuse. Razorpay's
   * servers come from few addresses for all shoppers.
   */
  readonly limit?: ((request: Request) => Awaitable<LimitVerdict>) | undefined;
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

/** A mistake in the configuration of the kit: what it is and what to do, without the secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The configuration of the keys, checked. */
export interface Keys {
  readonly keyId: string;
  readonly keySecrets: readonly [string, ...string[]];
  /** None where no webhook is used. */
  readonly webhookSecrets: readonly string[];
  readonly signatureSecrets: readonly string[];
  readonly endpointSecrets: readonly string[];
  readonly baseUrl: string;
}

/** Checks what a merchant can get wrong before the first shopper comes. */
export function checkConfig<Tables>(config: CheckoutConfig<Tables>): Keys {
  const {razorpay, ledger, price, basePath, returnUrl, cors} = config;
  refuseUnknown(config, SETTINGS, '');
  if (typeof (razorpay as unknown) !== 'object' || (razorpay as unknown) === null)
    throw new ConfigError('razorpay is missing. Write: razorpay: {keyId, keySecret}.');
  refuseUnknown(razorpay, RAZORPAY_SETTINGS, 'razorpay.');
  const keyId: unknown = razorpay.keyId;
  if (typeof keyId !== 'string' || keyId === '')
    throw new ConfigError('razorpay.keyId is missing. Set it to the key id from the dashboard.');
  if (!/^rzp_(test|live)_\w+$/.test(keyId))
    throw new ConfigError(
      'razorpay.keyId is not a key id. It begins with "rzp_test_" or "rzp_live_".',
    );
  const keySecrets = secrets('razorpay.keySecret', razorpay.keySecret, keyId);
  const optional = (name: string, value: unknown) =>
    value === undefined ? [] : secrets(name, value, keyId);
  const webhookSecrets = optional('razorpay.webhookSecret', razorpay.webhookSecret);
  const signatureSecrets = optional('razorpay.signatureSecret', razorpay.signatureSecret);
  const endpointSecrets = optional('endpointSecret', config.endpointSecret);
  if (endpointSecrets.some(({length}) => length < 16))
    throw new ConfigError('endpointSecret is short. Use 16 characters or more.');
  if (typeof (ledger as {transaction?: unknown} | undefined)?.transaction !== 'function')
    throw new ConfigError(
      'ledger is not a ledger. Use: ledger: await sqliteLedger("shop.sqlite").',
    );
  if (typeof (price as unknown) !== 'function')
    throw new ConfigError('price is not a function. It gives the line items of a cart.');
  if (config.shipping !== undefined && typeof (config.shipping as unknown) !== 'function')
    throw new ConfigError('shipping is not a function. It gives the ways to ship to an address.');
  const promotions = config.promotions as Partial<Promotions> | null | undefined;
  if (
    promotions !== undefined &&
    (typeof promotions?.list !== 'function' || typeof promotions.apply !== 'function')
  )
    throw new ConfigError('promotions lacks a function. Write: promotions: {list, apply}.');
  if (basePath !== undefined && !/^(\/[^/?#]+)*\/?$/.test(basePath))
    throw new ConfigError(`basePath is "${basePath}". Write a path such as "/checkout".`);
  if (returnUrl !== undefined && !isPlace(returnUrl))
    throw new ConfigError(
      `returnUrl is "${returnUrl}". Write a path such as "/order" or a whole http(s) address.`,
    );
  if (cors !== undefined && !Array.isArray((cors as Partial<Cors> | null)?.origins))
    throw new ConfigError('cors lacks a list. Write: cors: {origins: ["https://shop.example"]}.');
  for (const origin of cors?.origins ?? []) {
    if (!isOrigin(origin))
      throw new ConfigError(
        `cors.origins has "${origin}". Write an origin such as "https://shop.example".`,
      );
  }
  return {
    keyId,
    keySecrets,
    webhookSecrets,
    signatureSecrets,
    endpointSecrets,
    baseUrl: baseUrl(razorpay),
  };
}

const RAZORPAY_SETTINGS: Record<keyof RazorpayConfig, true> = {
  keyId: true,
  keySecret: true,
  webhookSecret: true,
  signatureSecret: true,
  baseUrl: true,
};

const SETTINGS: Record<keyof CheckoutConfig, true> = {
  razorpay: true,
  ledger: true,
  price: true,
  shipping: true,
  promotions: true,
  endpointSecret: true,
  onStatus: true,
  afterStatus: true,
  returnUrl: true,
  options: true,
  basePath: true,
  session: true,
  limit: true,
  cors: true,
  onError: true,
  fetch: true,
  timeout: true,
  now: true,
};

/** An `onstatus` would never be called, and nothing would ship. */
function refuseUnknown(given: object, known: Record<string, true>, place: string): void {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(known, name)) continue;
    const meant = Object.keys(known).find((other) => plain(other) === plain(name));
    const hint = meant
      ? `Did you mean "${meant}"?`
      : `There are: ${Object.keys(known).join(', ')}.`;
    throw new ConfigError(`${place}${name} is no setting. ${hint}`);
  }
}

const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');

function secrets(name: string, value: unknown, keyId: string): [string, ...string[]] {
  const [first, ...others] = Array.isArray(value) ? (value as unknown[]) : [value];
  return [secret(name, first, keyId), ...others.map((other) => secret(name, other, keyId))];
}

function secret(name: string, value: unknown, keyId: string): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw new ConfigError(`${name} is missing or empty. Set it on the server, never in the page.`);
  if (value !== value.trim())
    throw new ConfigError(`${name} has white space around it. Remove it.`);
  if (value === keyId || /^rzp_(test|live)_/.test(value))
    throw new ConfigError(`${name} is a key id. Set it to the secret that belongs to the key.`);
  return value;
}

function baseUrl({keyId, baseUrl = 'https://api.razorpay.com'}: RazorpayConfig): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new ConfigError(
      'razorpay.baseUrl is not an address. Write one such as "https://api.razorpay.com".',
    );
  if (url.protocol === 'http:' && keyId.startsWith('rzp_live_'))
    throw new ConfigError('razorpay.baseUrl begins with "http:". A live secret needs "https:".');
  return url.href.replace(/\/(v1\/?)?$/, '');
}

/** Whether it is a path of the same origin, which `//host` is not, or a whole address. */
const isPlace = (text: string): boolean =>
  text.startsWith('/')
    ? URL.canParse(text, HERE) && new URL(text, HERE).origin === HERE
    : /^https?:\/\//.test(text) && URL.canParse(text);
const HERE = 'http://here.invalid';

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).origin === text && text !== 'null';
