import {API_URL} from '../../wire/addresses.js';
import {KEY_ID, keyMode, type KeyMode} from '../../wire/ids.js';
import type {Cors} from '../http/cors.js';
import type {Promotions} from '../model/promotion.js';
import type {CheckoutConfig, RazorpayConfig} from './config.js';
import {ConfigError} from './config-error.js';

/** The configuration of the keys, checked. */
export interface Keys {
  readonly keyId: string;
  readonly keyMode: KeyMode;
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
  const mode = keyMode(keyId);
  if (!mode || !KEY_ID.test(keyId))
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
    keyMode: mode,
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
  if (value === keyId || keyMode(value))
    throw new ConfigError(`${name} is a key id. Set it to the secret that belongs to the key.`);
  return value;
}

function baseUrl({keyId, baseUrl = API_URL}: RazorpayConfig): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new ConfigError(`razorpay.baseUrl is not an address. Write one such as "${API_URL}".`);
  if (url.protocol === 'http:' && keyMode(keyId) === 'rzp_live_')
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
