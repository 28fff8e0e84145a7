import type {Handler} from './http.js';

/** As much of Node's `IncomingMessage` as is needed, and of Express's. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express: with the path that the handler is mounted on. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Express: what a body parser made of the body. */
  readonly body?: unknown;
  /** Cloud functions: the body as it was sent. */
  readonly rawBody?: Uint8Array<ArrayBuffer> | undefined;
}

/** As much of Node's `ServerResponse` as is needed. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body?: Uint8Array): unknown;
}

/** More than any endpoint reads, in bytes. */
const LIMIT = 1024 * 1024 + 1;

/**
 * Makes a handler for `node:http`, Express and the like of a fetch-style one. The body must not have
 * been read before: mount it before `express.json()`.
 *
 * ```ts
 * createServer(toNodeHandler(checkout.fetch)).listen(3000);
 * app.use('/checkout', toNodeHandler(checkout.fetch)); // with basePath: '/checkout'
 * ```
 */
export function toNodeHandler(
  handler: Handler,
): (request: NodeRequest, response: NodeResponse, next?: (error: unknown) => void) => void {
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
  const reply = await handler(await toRequest(request));
  response.statusCode = reply.status;
  reply.headers.forEach((value, name) => response.setHeader(name, value));
  response.end(new Uint8Array(await reply.arrayBuffer()));
}

async function toRequest(request: NodeRequest): Promise<Request> {
  const {method = 'GET', headers} = request;
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readBody(request);
  return new Request(address(request), {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string'
        ? [[name, value]]
        : (value ?? []).map((one): [string, string] => [name, one]),
    ),
    ...(body && {body}),
  });
}

function address({url = '/', originalUrl = url, headers: {host}}: NodeRequest): string {
  // Hosts are what anybody sends; the path is all that the endpoints look at.
  const here = `http://${typeof host === 'string' ? host : 'localhost'}`;
  const path = originalUrl.startsWith('/') ? originalUrl : '/';
  return (URL.canParse(here) ? here : 'http://localhost') + path;
}

async function readBody(request: NodeRequest): Promise<Uint8Array<ArrayBuffer>> {
  if (request.rawBody) return request.rawBody;
  if (request.body !== undefined)
    throw new Error(
      'The body was read before: its signature cannot be checked. Mount the kit before ' +
        'express.json() and other body parsers.',
    );
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    // The endpoint refuses it for its size.
    if ((size += chunk.byteLength) > LIMIT) break;
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
