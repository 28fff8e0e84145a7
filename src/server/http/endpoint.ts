import {LedgerError} from '../ledger/ledger-error.js';
import type {Awaitable} from '../model/awaitable.js';
import type {Background} from '../runtime/background.js';
import {runHook} from '../runtime/hook-error.js';
import {preflight, withCors, type Cors} from './cors.js';
import {json, type Exchange, type Incoming, type Reply} from './exchange.js';
import {HttpError} from './http-error.js';
import {StorableIncoming} from './storable-incoming.js';

/**
 * False, or after how many seconds to come back, where requests come too often.
 *
 * @example
 * ```ts
 * import type {CheckoutConfig, LimitVerdict} from 'rzp-magic-button/server.js';
 *
 * const asked = new Map<string, number>();
 *
 * // Sixty requests an address and a minute; then it is to come back in 30 seconds.
 * export const limit: CheckoutConfig['limit'] = (request): LimitVerdict => {
 *   const address = request.headers.get('X-Forwarded-For') ?? '';
 *   asked.set(address, (asked.get(address) ?? 0) + 1);
 *   return (asked.get(address) ?? 0) > 60 ? 30 : true;
 * };
 * setInterval(() => asked.clear(), 60_000).unref();
 * ```
 */
export type LimitVerdict = boolean | number | undefined;

/** What every endpoint does with every request. */
export interface EndpointConfig {
  readonly cors: Cors | undefined;
  readonly limit: ((request: Request) => Awaitable<LimitVerdict>) | undefined;
  /** Tells the merchant of what a shopper is not told; never throws. */
  readonly report: (error: unknown, request: Request) => void;
  /** Called after each request, to take up what was left unfinished. */
  readonly takeUpOverdue: () => void;
  readonly background: Background;
  /** Does the work of a request, or throws where no more is taken. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
}

/** How an endpoint is asked, and what answers. */
export interface EndpointRoute {
  readonly method: 'GET' | 'POST';
  /** Another one that it is asked with, such as by a shopper who comes back to the address. */
  readonly otherMethod?: 'GET';
  /** `canWait` says that the platform goes on after the answer, so that nothing need be waited for. */
  readonly answer: (incoming: Incoming, canWait: boolean) => Promise<Reply>;
  /** The reply to an error; as our own page reads it unless said otherwise. */
  readonly replyToError?: typeof errorReply;
}

/** Makes an endpoint: the only place where an error becomes a reply. */
export function endpoint(
  config: EndpointConfig,
  {method, otherMethod, answer, replyToError = errorReply}: EndpointRoute,
): Exchange {
  const {cors, limit, takeUpOverdue, background, take} = config;

  const answerOrRefuse = async (incoming: Incoming, canWait: boolean): Promise<Reply> => {
    // HEAD is GET without the body, which whoever serves leaves out.
    const asked = incoming.method === 'HEAD' ? 'GET' : incoming.method;
    if (asked !== method && asked !== otherMethod) {
      const allowed = otherMethod ? `${otherMethod}, ${method}` : method;
      throw new HttpError('METHOD_NOT_ALLOWED', `Use ${method}.`, {headers: {Allow: allowed}});
    }
    const storable = new StorableIncoming(incoming);
    const verdict = await runHook(() => limit?.(incoming.request));
    if (verdict === false || (typeof verdict === 'number' && verdict > 0))
      throw new HttpError('RATE_LIMITED', 'Too many requests. Try again later.', {
        headers: {'Retry-After': String(Math.ceil(Number(verdict) || 1))},
      });
    return answer(storable, canWait);
  };

  return async (incoming, platform) => {
    const asked = cors && preflight(cors, method, incoming);
    if (asked) return asked;
    const waitUntil = waitUntilOf(platform);
    const canWait = waitUntil !== undefined;
    const reply = await take(() => answerOrRefuse(incoming, canWait)).catch((error: unknown) =>
      replyToError(config, incoming, error),
    );
    takeUpOverdue();
    const {whenIdle} = background;
    if (whenIdle) waitUntil?.(whenIdle);
    return cors ? withCors(cors, incoming, reply) : reply;
  };
}

function waitUntilOf(platform: unknown): ((promise: Promise<unknown>) => void) | undefined {
  const {waitUntil} = (platform ?? {}) as {waitUntil?: (promise: Promise<unknown>) => void};
  return typeof waitUntil === 'function' ? waitUntil.bind(platform) : undefined;
}

/** The reply to an error, as the page reads it. */
export function errorReply(config: EndpointConfig, incoming: Incoming, error: unknown): Reply {
  const refused = toHttpError(config, incoming, error);
  return json(refused, {status: refused.status, headers: refused.headers});
}

/** What to answer to an error. The merchant is told of what is the shop's own, with its cause. */
export function toHttpError(
  {report}: EndpointConfig,
  incoming: Incoming,
  error: unknown,
): HttpError {
  const refused = HttpError.from(error);
  // Whoever has closed the kit knows.
  if (refused.cause instanceof LedgerError && refused.cause.code === 'closed') return refused;
  if (refused.status >= 500 || refused.code === 'PAYMENT_MISMATCH')
    report(refused.cause ?? refused, incoming.request);
  return refused;
}
