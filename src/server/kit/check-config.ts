import {unknownSetting, type SettingNames} from '../../wire/spelling/unknown-setting.js';
import type {Cors} from '../http/cors.js';
import {show} from '../model/check-returned.js';
import type {Promotions} from '../model/promotion.js';
import {ConfigError} from './config-error.js';
import type {CheckoutConfig, DevicesConfig, RazorpayConfig} from './config.js';
import {checkDevices} from './devices.js';
import {checkKeys, type Keys} from './keys.js';
import {isReturnUrl} from './return-url.js';

/** Checks what a merchant can get wrong before the first shopper comes. */
export function checkConfig<Tables>(config: CheckoutConfig<Tables>): Keys {
  refuseUnknown(config, SETTINGS, '');
  const {razorpay} = config;
  if (typeof (razorpay as unknown) !== 'object' || (razorpay as unknown) === null)
    throw new ConfigError('razorpay is missing. Write: razorpay: {keyId, keySecret}.');
  refuseUnknown(razorpay, RAZORPAY_SETTINGS, 'razorpay.');
  const keys = checkKeys(config);
  checkCategory(razorpay);
  checkHooks(config);
  checkAddresses(config);
  const {devices} = config;
  if (devices !== undefined) {
    if (typeof (devices as unknown) !== 'object' || (devices as unknown) === null)
      throw new ConfigError('devices is no object. Write: devices: {authorize, allow, gateways}.');
    refuseUnknown(devices, DEVICES_SETTINGS, 'devices.');
    checkDevices(devices, keys.keyMode);
  }
  return keys;
}

function checkCategory({merchantCategory}: RazorpayConfig): void {
  const category: unknown = merchantCategory;
  if (category === undefined) return;
  if (typeof category !== 'string' || !/^\d{4}$/.test(category))
    throw new ConfigError(
      `razorpay.merchantCategory is ${show(category)}. Write the four digits of your category, such as "6300".`,
    );
}

/** What the merchant's own code gives: it may be written without types. */
function checkHooks<Tables>({ledger, price, shipping, promotions}: CheckoutConfig<Tables>): void {
  if (typeof (ledger as {transaction?: unknown} | undefined)?.transaction !== 'function')
    throw new ConfigError(
      'ledger is not a ledger. Use: ledger: await sqliteLedger("shop.sqlite").',
    );
  if (typeof (price as unknown) !== 'function')
    throw new ConfigError('price is not a function. It gives the line items of a cart.');
  if (shipping !== undefined && typeof (shipping as unknown) !== 'function')
    throw new ConfigError('shipping is not a function. It gives the ways to ship to an address.');
  const given = promotions as Partial<Promotions> | null | undefined;
  if (
    given !== undefined &&
    (typeof given?.list !== 'function' || typeof given.apply !== 'function')
  )
    throw new ConfigError('promotions lacks a function. Write: promotions: {list, apply}.');
}

function checkAddresses<Tables>({basePath, returnUrl, cors}: CheckoutConfig<Tables>): void {
  if (basePath !== undefined && !/^(\/[^/?#]+)*\/?$/.test(basePath))
    throw new ConfigError(`basePath is "${basePath}". Write a path such as "/checkout".`);
  if (returnUrl !== undefined && !isReturnUrl(returnUrl))
    throw new ConfigError(
      `returnUrl is "${returnUrl}". Write a path such as "/order" or a whole http(s) address.`,
    );
  if (typeof (cors as unknown) === 'object' && !Array.isArray(cors))
    refuseUnknown(cors ?? {}, CORS_SETTINGS, 'cors.');
  if (cors !== undefined && !Array.isArray((cors as Partial<Cors> | null)?.origins))
    throw new ConfigError('cors lacks a list. Write: cors: {origins: ["https://shop.example"]}.');
  if (cors?.credentials && cors.origins.includes('null'))
    throw new ConfigError(
      'cors.origins has "null" beside credentials: every sandboxed page would ask with the cookies of your shoppers. Take one of them out.',
    );
  for (const origin of cors?.origins ?? [])
    if (origin !== 'null' && !isOrigin(origin))
      throw new ConfigError(
        `cors.origins has "${origin}". Write an origin such as "https://shop.example".`,
      );
}

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const RAZORPAY_SETTINGS: SettingNames<RazorpayConfig> = {
  keyId: true,
  keySecret: true,
  webhookSecret: true,
  signatureSecret: true,
  merchantCategory: true,
  baseUrl: true,
};

const CORS_SETTINGS: SettingNames<Cors> = {origins: true, credentials: true};

const DEVICES_SETTINGS: SettingNames<DevicesConfig> = {
  authorize: true,
  allow: true,
  gateways: true,
  till: true,
};

const SETTINGS: SettingNames<CheckoutConfig> = {
  razorpay: true,
  ledger: true,
  price: true,
  shipping: true,
  promotions: true,
  endpointSecret: true,
  onStatus: true,
  onMandate: true,
  onCharge: true,
  afterStatus: true,
  afterMandate: true,
  afterCharge: true,
  onEvent: true,
  returnUrl: true,
  options: true,
  basePath: true,
  session: true,
  devices: true,
  limit: true,
  cors: true,
  onError: true,
  fetch: true,
  timeout: true,
  now: true,
};

/** Refuses a misspelt setting: an `onstatus` would never be called, and nothing would ship. */
function refuseUnknown(given: object, known: Readonly<Record<string, true>>, prefix: string): void {
  const complaint = unknownSetting(given, known, prefix);
  if (complaint !== undefined) throw new ConfigError(complaint);
}
