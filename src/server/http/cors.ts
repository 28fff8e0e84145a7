import {DEVICE_MODE_HEADER} from '../../wire/device.js';
import type {Incoming, Reply} from './exchange.js';

/**
 * Which other origins' pages may call.
 *
 * @example
 * ```ts
 * import type {Cors} from 'rzp-magic-button/server.js';
 *
 * export const cors: Cors = {origins: ['https://shop.example'], credentials: true};
 * ```
 */
export interface Cors {
  /**
   * Such as `https://shop.example`, without a path. `null` is that of every sandboxed iframe without
   * `allow-same-origin`, whoever shows it; it is refused beside `credentials`.
   */
  readonly origins: readonly string[];
  /** Whether the browser may send cookies along. */
  readonly credentials?: boolean;
}

/** The answer to a browser that asks whether it may call; undefined to every other request. */
export function preflight(cors: Cors, method: string, incoming: Incoming): Reply | undefined {
  if (incoming.method !== 'OPTIONS' || incoming.header('Access-Control-Request-Method') === null)
    return undefined;
  return {
    status: 204,
    headers: {
      ...corsHeaders(cors, incoming),
      Vary: 'Origin, Access-Control-Request-Headers',
      ...(allows(cors, incoming) && {
        'Access-Control-Allow-Methods': method,
        'Access-Control-Allow-Headers':
          // The page adds headers of its own, such as a token: whom we trust may send what it likes.
          incoming.header('Access-Control-Request-Headers') ??
          `Content-Type, Idempotency-Key, ${DEVICE_MODE_HEADER}`,
        'Access-Control-Max-Age': '600',
      }),
    },
    body: null,
  };
}

/** Lets the page of a listed origin read the reply. */
export const withCors = (cors: Cors, incoming: Incoming, reply: Reply): Reply => ({
  ...reply,
  headers: {...reply.headers, ...corsHeaders(cors, incoming)},
});

function corsHeaders(cors: Cors, incoming: Incoming): Record<string, string> {
  const origin = incoming.header('Origin');
  if (origin === null || !allows(cors, incoming)) return {Vary: 'Origin'};
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Retry-After',
    ...(cors.credentials && {'Access-Control-Allow-Credentials': 'true'}),
  };
}

const allows = ({origins}: Cors, incoming: Incoming): boolean =>
  origins.includes(incoming.header('Origin') ?? '');
