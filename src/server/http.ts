import {HttpError} from './http-error.js';
import type {Awaitable, LimitVerdict} from './config.js';
import type {Background} from './background.js';
import {withCors, preflight, type Cors} from './cors.js';

/**
 * A fetch-style handler: mounts on Hono, Deno, Bun, Workers as it is, on Node by `toNodeHandler`.
 * Platforms pass different things as the second argument; only `waitUntil(promise)`, by which a
 * serverless one keeps going after the answer, is looked at.
 */
export type Handler = (request: Request, context?: unknown) => Promise<Response>;

/** What every endpoint does with every request. */
export interface Edge {
  readonly cors: Cors | undefined;
  readonly limit: (request: Request) => Awaitable<LimitVerdict>;
  /** Told of what the merchant must know; never throws. */
  readonly report: (error: unknown, request: Request) => void;
  /** Takes up what was left unfinished, now and then. */
  readonly tend: () => void;
  readonly background: Background;
}

/** A reply that nobody keeps: all of ours say what is true now. */
export const json = (
  body: unknown,
  {status = 200, headers}: {status?: number; headers?: Readonly<Record<string, string>>} = {},
): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers},
  });

/** Makes an endpoint: the only place where an error becomes a reply, by `refuse`. */
export function endpoint(
  edge: Edge,
  method: 'GET' | 'POST',
  handle: (request: Request, canWait: boolean) => Promise<Response>,
  refuse: typeof refusal = refusal,
): Handler {
  const answer = async (request: Request, canWait: boolean): Promise<Response> => {
    if (request.method !== method)
      throw new HttpError('METHOD_NOT_ALLOWED', `Use ${method}.`, {headers: {Allow: method}});
    const verdict = await edge.limit(request);
    if (verdict === false || (typeof verdict === 'number' && verdict > 0))
      throw new HttpError('RATE_LIMITED', 'Too many requests. Try again later.', {
        headers: {'Retry-After': String(Math.ceil(Number(verdict) || 1))},
      });
    return handle(request, canWait);
  };

  return async (request, context) => {
    const asked = edge.cors && preflight(edge.cors, method, request);
    if (asked) return asked;
    const waitUntil = waitUntilOf(context);
    const response = await answer(request, waitUntil !== undefined).catch((error: unknown) =>
      refuse(edge, request, error),
    );
    edge.tend();
    const {over} = edge.background;
    if (over) waitUntil?.(over);
    return edge.cors ? withCors(edge.cors, request, response) : response;
  };
}

function waitUntilOf(context: unknown): ((promise: Promise<unknown>) => void) | undefined {
  const {waitUntil} = (context ?? {}) as {waitUntil?: (promise: Promise<unknown>) => void};
  return typeof waitUntil === 'function' ? waitUntil.bind(context) : undefined;
}

/** The reply to an error. */
export function refusal(edge: Edge, request: Request, error: unknown): Response {
  const refused = reported(edge, request, error);
  return json(refused, {status: refused.status, headers: refused.headers});
}

/** An error as the answer to it; what the merchant must know of is reported with its cause. */
export function reported(edge: Edge, request: Request, error: unknown): HttpError {
  const refused = HttpError.from(error);
  if (refused.status >= 500 || refused.code === 'PAYMENT_MISMATCH')
    edge.report(refused.cause ?? refused, request);
  return refused;
}
