import {json, type Incoming, type Reply} from './exchange.js';
import {exchangeOf, type Handler} from './fetch-handler.js';
import {HttpError} from './http-error.js';
import {brokenOff, Pieces, refuseLength, tooLarge} from './read-body.js';
import type {Bytes} from '../../wire/hex.js';

/**
 * As much of Node's `IncomingMessage` as is needed, and of Express's.
 *
 * @example
 * ```ts
 * import {toNodeHandler, type NodeRequest, type NodeResponse} from 'rzp-magic-button/server.js';
 *
 * declare const request: NodeRequest; // IncomingMessage of node:http, Request of Express
 * declare const response: NodeResponse;
 *
 * toNodeHandler(async () => new Response('Hello'))(request, response);
 * ```
 */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express: with the path that the handler is mounted on. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Express: what a body parser made of the body. */
  readonly body?: unknown;
  /** Cloud functions: the body as it was sent. */
  readonly rawBody?: Bytes | undefined;
  on(event: string, listener: (piece: Bytes) => void): unknown;
  pause(): unknown;
}

/**
 * As much of Node's `ServerResponse` as is needed.
 *
 * @example
 * ```ts
 * import {toNodeHandler, type NodeRequest, type NodeResponse} from 'rzp-magic-button/server.js';
 *
 * declare const request: NodeRequest;
 * declare const response: NodeResponse; // ServerResponse of node:http, Response of Express
 *
 * toNodeHandler(async () => new Response('Hello'))(request, response);
 * ```
 */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string | readonly string[]): unknown;
  end(body?: string | Uint8Array): unknown;
}

/** The largest body that is read for a handler of somebody else. */
const MOST_FOREIGN_BODY_BYTES = 1024 * 1024;

/**
 * Makes a handler for `node:http`, Express and the like of a fetch-style one. The body must not have
 * been read before: mount it before `express.json()`.
 *
 * @example
 * ```ts
 * import {toNodeHandler} from 'rzp-magic-button/server.js';
 * import {createServer} from 'node:http';
 *
 * // With the kit: toNodeHandler(checkout.fetch).
 * // On Express: app.use('/checkout', toNodeHandler(checkout.fetch)), with basePath: '/checkout'.
 * const server = createServer(toNodeHandler(async () => new Response('Hello')));
 * await new Promise<void>((resolve) => server.listen(0, resolve));
 * const {port} = server.address() as {port: number};
 * console.log(await (await fetch(`http://127.0.0.1:${port}`)).text()); // Hello
 * server.close();
 * ```
 */
export function toNodeHandler(
  handler: Handler,
): (request: NodeRequest, response: NodeResponse, next?: (error: unknown) => void) => void {
  if (typeof (handler as unknown) !== 'function')
    throw new TypeError('This is no handler. Write toNodeHandler(checkout.fetch).');
  return (request, response, next) => {
    answer(handler, request, response).catch((error: unknown) => {
      if (next) {
        next(error);
        return;
      }
      console.error(error);
      response.statusCode = 500;
      response.end();
    });
  };
}

async function answer(
  handler: Handler,
  request: NodeRequest,
  response: NodeResponse,
): Promise<void> {
  refuseParsed(request);
  const url = address(request);
  if (!url || UNREPRESENTABLE.test(request.method ?? '')) {
    refuse(response, url);
    return;
  }
  const incoming = new NodeIncoming(request, url);
  const exchange = exchangeOf(handler);
  if (exchange) send(response, await exchange(incoming), incoming);
  else await pass(handler, incoming, response);
}

/** Methods that no `Request` can have. */
const UNREPRESENTABLE = /^(CONNECT|TRACE|TRACK)$/i;

/** Answers what never becomes a request, for a handler of ours or of somebody else. */
function refuse(response: NodeResponse, url: URL | undefined): void {
  const refused = url
    ? new HttpError('METHOD_NOT_ALLOWED', 'Use GET or POST.', {headers: {Allow: 'GET, POST'}})
    : new HttpError(
        'INVALID_REQUEST',
        'The path must hold no "." and "..", no "#" and no backslash.',
      );
  send(response, json(refused, {status: refused.status, headers: refused.headers}), {isLeft: true});
}

function send(
  response: NodeResponse,
  {status, headers, body}: Reply,
  {isLeft}: Pick<NodeIncoming, 'isLeft'>,
): void {
  response.statusCode = status;
  for (const name in headers) response.setHeader(name, headers[name] ?? '');
  if (isLeft) response.setHeader('Connection', 'close');
  response.end(body ?? undefined);
}

/** For a handler of somebody else, which may be one around ours. */
async function pass(
  handler: Handler,
  incoming: NodeIncoming,
  response: NodeResponse,
): Promise<void> {
  let request: Request;
  try {
    request = await incoming.withBody();
  } catch (error) {
    const refused = HttpError.from(error);
    send(response, json(refused, {status: refused.status, headers: refused.headers}), incoming);
    return;
  }
  const reply = await handler(request);
  response.statusCode = reply.status;
  reply.headers.forEach((value, name) => response.setHeader(name, value));
  const cookies = reply.headers.getSetCookie();
  if (cookies.length) response.setHeader('Set-Cookie', cookies);
  response.end(new Uint8Array(await reply.arrayBuffer()));
}

function refuseParsed({rawBody, body}: NodeRequest): void {
  if (body !== undefined && !rawBody)
    throw new Error(
      'The body was read before: its signature cannot be checked. Mount the kit before ' +
        'express.json() and other body parsers.',
    );
}

/**
 * The address that was asked for: its path is of the request line alone, because the host is whatever
 * anybody sends, a path included. Undefined where a URL would read another path than stands there:
 * what decides by the path before us would have decided by another one.
 */
function address({url = '/', originalUrl = url, headers}: NodeRequest): URL | undefined {
  // A proxy may be asked for a whole address, and some pass it on.
  const line = originalUrl.replace(/^https?:\/\/[^/?#\\]*/i, '');
  const [path = ''] = line.split('?', 1);
  if (/[\\#]|\/(\.|%2e){1,2}(\/|$)/i.test(path)) return undefined;
  const whole = new URL(`http://localhost${line.startsWith('/') ? line : '/'}`);
  // A host that is none is passed over by the setter, and ends where a path would begin.
  whole.host = String(headers.host ?? headers[':authority'] ?? '');
  return whole;
}

class NodeIncoming implements Incoming {
  readonly #message: NodeRequest;
  readonly url: URL;
  /** Whether a part of the body was left unread. */
  isLeft = false;

  constructor(message: NodeRequest, url: URL) {
    this.#message = message;
    this.url = url;
  }

  get method(): string {
    return this.#message.method ?? 'GET';
  }

  header(name: string): string | null {
    const value = this.#message.headers[name.toLowerCase()];
    return typeof value === 'string' ? value : (value?.join(', ') ?? null);
  }

  get request(): Request {
    return this.#request();
  }

  /** As `request`, with the body. */
  async withBody(): Promise<Request> {
    const hasBody = this.method !== 'GET' && this.method !== 'HEAD';
    return this.#request(hasBody ? await this.bytes(MOST_FOREIGN_BODY_BYTES) : undefined);
  }

  #request(body?: Bytes): Request {
    return new Request(this.url, {
      method: this.method,
      headers: Object.entries(this.#message.headers).flatMap(([name, value]): [string, string][] =>
        // HTTP/2 has the method and the path among the headers, as ":method" and ":path".
        name.startsWith(':')
          ? []
          : typeof value === 'string'
            ? [[name, value]]
            : (value ?? []).map((one): [string, string] => [name, one]),
      ),
      ...(body && {body}),
    });
  }

  async bytes(mostBytes: number): Promise<Bytes> {
    const {rawBody} = this.#message;
    try {
      refuseLength(this.header('Content-Length'), mostBytes);
      if (!rawBody) return await this.#read(mostBytes);
      if (rawBody.byteLength > mostBytes) throw tooLarge(mostBytes);
      return rawBody;
    } catch (error) {
      this.isLeft = true;
      throw error;
    }
  }

  /** By listeners: leaving a loop over the message would end the connection before the answer. */
  #read(mostBytes: number): Promise<Bytes> {
    const message = this.#message;
    return new Promise((resolve, reject) => {
      let isOver = false;
      const fail = (error: unknown) => {
        isOver = true;
        pieces.end();
        message.pause();
        reject(error instanceof HttpError ? error : brokenOff(error));
      };
      const pieces = new Pieces(mostBytes, fail);
      message.on('data', (piece) => {
        if (isOver) return;
        try {
          pieces.add(piece);
        } catch (error) {
          fail(error);
        }
      });
      message.on('end', () => {
        if (isOver) return;
        isOver = true;
        pieces.end();
        resolve(pieces.whole());
      });
      message.on('error', fail);
      message.on('close', () => {
        if (!isOver) fail(new Error('The connection was closed.'));
      });
    });
  }
}
