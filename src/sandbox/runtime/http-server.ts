import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A server that listens, and how it is stopped. */
export interface HttpServer {
  /** `http://127.0.0.1:41234`, without a slash at the end. */
  readonly url: string;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/** What an answer may need to know of the connection: whoever breaks it off has no answer sent. */
export interface Connection {
  readonly incoming: IncomingMessage;
}

type Fetch = (request: Request, connection: Connection) => Response | Promise<Response>;

/**
 * How long a connection is kept that nobody uses: longer than somebody's server stands still in a
 * debugger. It would send its next request by the connection that was closed meanwhile, and lose it.
 */
const KEEP_ALIVE_MS = 600_000;

/** Serves at an address; port 0 is any free one. Rejects when the port is taken or is none, and names it. */
export async function listen(
  fetch: Fetch,
  {host, port}: {readonly host: string; readonly port: number},
): Promise<HttpServer> {
  // Of a name Node would make a socket in the file system.
  if (!/^\d+$/.test(String(port)) || port > 65_535)
    throw new RangeError(`port is ${String(port)}. Write a whole number from 0 to 65535.`);
  const server = createServer({keepAliveTimeout: KEEP_ALIVE_MS}, (incoming, outgoing) => {
    answer(fetch, incoming, outgoing).catch((error: unknown) => {
      // Who left in the middle of a body needs no answer.
      if (incoming.socket.destroyed) return;
      console.error(error);
      outgoing.writeHead(500).end();
    });
  });
  server.listen(port, host);
  const address = await listening(server, port);
  const name = host.includes(':') ? `[${host}]` : host;
  return {url: `http://${name}:${address.port}`, close: () => close(server)};
}

async function answer(
  fetch: Fetch,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  outgoing.once('close', () => left.abort());
  const request = await requestOf(incoming, left.signal);
  if (!request) {
    outgoing.writeHead(400).end();
    return;
  }
  const response = await fetch(request, {incoming});
  const body = Buffer.from(await response.arrayBuffer());
  if (incoming.socket.destroyed) return;
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  outgoing.end(body);
}

/** Undefined where it is nothing that a `Request` can be: an address or a method without a meaning. */
async function requestOf(
  incoming: IncomingMessage,
  signal: AbortSignal,
): Promise<Request | undefined> {
  const {method = 'GET', url = '/'} = incoming;
  const body = Buffer.concat((await incoming.toArray()) as Buffer[]);
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  // A proxy writes the whole address.
  const origin = url.startsWith('/') ? `http://${incoming.headers.host ?? 'localhost'}` : '';
  try {
    return new Request(origin + url, {
      method,
      headers,
      signal,
      ...(!/^(GET|HEAD)$/.test(method) && {body}),
    });
  } catch {
    return undefined;
  }
}

const listening = (server: Server, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const {code} = cause;
      const message = `Port ${port} is taken. Name another one, or 0 for any.`;
      reject(code === 'EADDRINUSE' ? Object.assign(new Error(message, {cause}), {code}) : cause);
    });
    server.once('listening', () => resolve(server.address() as AddressInfo));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
