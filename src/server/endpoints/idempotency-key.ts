import {toHex} from '../../wire/hex.js';
import type {Incoming} from '../http/exchange.js';
import {HttpError} from '../http/http-error.js';

const HEADER = 'Idempotency-Key';

/** The key of a request that must have one: 128 bits or more, as base64url or as hex. */
export function idempotencyKey(incoming: Incoming): string {
  const key = incoming.header(HEADER) ?? '';
  const isHex = /^[0-9a-f-]+$/i.test(key);
  const digits = isHex ? key.replaceAll('-', '').length : key.length;
  if (!/^[\w-]{22,255}$/.test(key) || digits < (isHex ? 32 : 22))
    throw new HttpError(
      'IDEMPOTENCY_KEY_INVALID',
      `Send "${HEADER}" with 128 random bits: 22 characters of base64url or 32 hex digits.`,
      {field: HEADER},
    );
  return key;
}

/** What is kept of the session that an order is made in. Who has none shares one. */
export const hashSession = (session: string | undefined): Promise<string> =>
  fingerprint(['session', session ?? '']);

/** SHA-256 of a value's JSON, whatever the order of its keys, in hex. */
export async function fingerprint(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value, sortKeys));
  return toHex(await crypto.subtle.digest('SHA-256', bytes));
}

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
