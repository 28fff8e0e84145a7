import type {Awaitable} from '../model/awaitable.js';
import type {Background} from '../runtime/background.js';
import {preflight, withCors, type Cors} from './cors.js';
import {json, type Exchange, type Incoming, type Reply} from './exchange.js';
import {HttpError} from './http-error.js';

/** False, or after how many seconds to come back, where requests come too often. */
export type LimitVerdict = boolean | number | undefined;

/** What every endpoint does with every request. */
export interface Edge {
  readonly cors: Cors | undefined;
  readonly limit: ((request: Request) => Awaitable<LimitVerdict>) | undefined;
  /** Told of what the merchant must know; never throws. */
  readonly report: (error: unknown, request: Request) => void;
  /** Takes up what was left unfinished, now and then. */
  readonly tend: () => void;
  readonly background: Background;
}

/** Makes an endpoint: the only place where an error becomes a reply, by `refuse`. */
export function endpoint(
  edge: Edge,
  method: 'GET' | 'POST',
  handle: (incoming: Incoming, canWait: boolean) => Promise<Reply>,
  refuse: typeof refusal = refusal,
): Exchange {
  const answer = async (incoming: Incoming, canWait: boolean): Promise<Reply> => {
    if (incoming.method !== method)
      throw new HttpError('METHOD_NOT_ALLOWED', `Use ${method}.`, {headers: {Allow: method}});
    const verdict = await edge.limit?.(incoming.request);
    if (verdict === false || (typeof verdict === 'number' && verdict > 0))
      throw new HttpError('RATE_LIMITED', 'Too many requests. Try again later.', {
        headers: {'Retry-After': String(Math.ceil(Number(verdict) || 1))},
      });
    return handle(incoming, canWait);
  };

  return async (incoming, context) => {
    const asked = edge.cors && preflight(edge.cors, method, incoming);
    if (asked) return asked;
    const waitUntil = waitUntilOf(context);
    const reply = await answer(incoming, waitUntil !== undefined).catch((error: unknown) =>
      refuse(edge, incoming, error),
    );
    edge.tend();
    const {over} = edge.background;
    if (over) waitUntil?.(over);
    return edge.cors ? withCors(edge.cors, incoming, reply) : reply;
  };
}

function waitUntilOf(context: unknown): ((promise: Promise<unknown>) => void) | undefined {
  const {waitUntil} = (context ?? {}) as {waitUntil?: (promise: Promise<unknown>) => void};
  return typeof waitUntil === 'function' ? waitUntil.bind(context) : undefined;
}

/** The reply to an error. */
export function refusal(edge: Edge, incoming: Incoming, error: unknown): Reply {
  const refused = reported(edge, incoming, error);
  return json(refused, {status: refused.status, headers: refused.headers});
}

/** An error as the answer to it; what the merchant must know of is reported with its cause. */
export function reported(edge: Edge, incoming: Incoming, error: unknown): HttpError {
  const refused = HttpError.from(error);
  if (refused.status >= 500 || refused.code === 'PAYMENT_MISMATCH')
    edge.report(refused.cause ?? refused, incoming.request);
  return refused;
}
