import {API_URL} from '../../wire/addresses.js';
import {KEY_ID, keyMode, type KeyMode} from '../../wire/ids.js';
import {ConfigError} from './config-error.js';
import type {CheckoutConfig, RazorpayConfig} from './config.js';

/** Keys and secrets, checked. Of several secrets the first is current. */
export interface Keys {
  readonly keyId: string;
  readonly keyMode: KeyMode;
  /** Of payments. */
  readonly keySecrets: readonly [string, ...string[]];
  /** Of webhooks; none where no webhook is used. */
  readonly webhookSecrets: readonly string[];
  /** Of the requests that Razorpay asks with during the checkout. */
  readonly signatureSecrets: readonly string[];
  /** In the addresses that Razorpay asks; none where everybody may. */
  readonly endpointSecrets: readonly string[];
  /** Of Razorpay's API, without `/v1`. */
  readonly baseUrl: string;
}

const LEAST_SECRET_CHARACTERS = 16;

/** Checks the keys that a merchant has set. Throws a `ConfigError` that never holds a secret. */
export function checkKeys({
  razorpay,
  endpointSecret,
}: Pick<CheckoutConfig, 'razorpay' | 'endpointSecret'>): Keys {
  const keyId: unknown = razorpay.keyId;
  if (typeof keyId !== 'string' || keyId === '')
    throw new ConfigError('razorpay.keyId is missing. Set it to the key id from the dashboard.');
  const mode = keyMode(keyId);
  if (!mode || !KEY_ID.test(keyId))
    throw new ConfigError(
      'razorpay.keyId is not a key id. It begins with "rzp_test_" or "rzp_live_".',
    );
  const required = (name: string, value: unknown) => secrets(name, value, keyId);
  const optional = (name: string, value: unknown) =>
    value === undefined ? [] : required(name, value);
  const keys = {
    keyId,
    keyMode: mode,
    keySecrets: required('razorpay.keySecret', razorpay.keySecret),
    webhookSecrets: optional('razorpay.webhookSecret', razorpay.webhookSecret),
    signatureSecrets: optional('razorpay.signatureSecret', razorpay.signatureSecret),
    endpointSecrets: optional('endpointSecret', endpointSecret),
    baseUrl: checkBaseUrl(razorpay, mode),
  };
  if (keys.endpointSecrets.some(({length}) => length < LEAST_SECRET_CHARACTERS))
    throw new ConfigError(
      `endpointSecret is short. Use ${LEAST_SECRET_CHARACTERS} characters or more.`,
    );
  return keys;
}

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

function checkBaseUrl({baseUrl = API_URL}: RazorpayConfig, mode: KeyMode): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new ConfigError(`razorpay.baseUrl is not an address. Write one such as "${API_URL}".`);
  if (url.protocol === 'http:' && mode === 'rzp_live_')
    throw new ConfigError('razorpay.baseUrl begins with "http:". A live secret needs "https:".');
  return url.href.replace(/\/(v1\/?)?$/, '');
}
