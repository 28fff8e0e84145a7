import type {Exchange, Incoming} from './exchange.js';
import {HttpError} from './http-error.js';
import {brokenOff, Pieces, refuseLength} from './read-body.js';
import type {Bytes} from '../../wire/hex.js';

/**
 * A fetch-style handler: mounts on Hono, Deno, Bun, Workers as it is, on Node by `toNodeHandler`.
 * Platforms pass different things as the second argument; only `waitUntil(promise)`, by which a
 * serverless one keeps going after the answer, is looked at.
 *
 * @example
 * ```ts
 * import {toNodeHandler, type Handler} from 'rzp-magic-button/server.js';
 *
 * // One that is put around another.
 * const withTime =
 *   (handler: Handler): Handler =>
 *   async (request, context) => {
 *     const response = await handler(request, context);
 *     response.headers.set('Server-Timing', 'shop');
 *     return response;
 *   };
 *
 * export const mounted = toNodeHandler(withTime(async () => new Response('Hello')));
 * ```
 */
export type Handler = (request: Request, platform?: unknown) => Promise<Response>;

const exchanges = new WeakMap<Handler, Exchange>();

/** Makes a fetch-style handler of an exchange. */
export function toHandler(exchange: Exchange): Handler {
  const handler: Handler = async (request, platform) => {
    const {body, status, headers} = await exchange(new FetchIncoming(request), platform);
    return new Response(body, {status, headers});
  };
  exchanges.set(handler, exchange);
  return handler;
}

/**
 * The exchange that a handler was made of. `Request` and `Response` are most of what a small answer
 * costs on Node: who needs neither asks the exchange. Undefined for a handler of somebody else.
 */
export const exchangeOf = (handler: Handler): Exchange | undefined => exchanges.get(handler);

class FetchIncoming implements Incoming {
  readonly request: Request;
  readonly url: URL;

  constructor(request: Request) {
    try {
      this.url = new URL(request.url);
    } catch (cause) {
      throw new TypeError(
        'This is no fetch Request. On node:http, Express and the like mount ' +
          'toNodeHandler(checkout.fetch) instead of checkout.fetch; on Hono pass c.req.raw.',
        {cause},
      );
    }
    this.request = request;
  }

  get method(): string {
    return this.request.method;
  }

  header(name: string): string | null {
    return this.request.headers.get(name);
  }

  async bytes(mostBytes: number): Promise<Bytes> {
    refuseLength(this.header('Content-Length'), mostBytes);
    const reader: BodyReader | undefined = this.request.body?.getReader();
    let refused: HttpError | undefined;
    const pieces = new Pieces(mostBytes, (error) => {
      refused = error;
      // Ends the reading that waits; why matters to nobody.
      void reader?.cancel().catch(() => undefined);
    });
    try {
      for (;;) {
        const piece = await reader?.read();
        if (refused) throw refused;
        if (!piece?.value) return pieces.whole();
        pieces.add(piece.value);
      }
    } catch (error) {
      void reader?.cancel().catch(() => undefined);
      throw error instanceof HttpError ? error : brokenOff(error);
    } finally {
      pieces.end();
    }
  }
}

/** As much of a reader as is needed; the runtimes have types of their own for it. */
interface BodyReader {
  read(): Promise<{readonly value?: Bytes | undefined}>;
  cancel(): Promise<void>;
}
