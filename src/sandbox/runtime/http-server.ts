import {serve, type ServerType} from '@hono/node-server';
import type {AddressInfo} from 'node:net';

/** A server that listens, and how it is stopped. */
export interface HttpServer {
  /** `http://127.0.0.1:41234`, without a slash at the end. */
  readonly url: string;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/**
 * How long a connection is kept that nobody uses: longer than somebody's server stands still in a
 * debugger. It would send its next request by the connection that was closed meanwhile, and lose it.
 */
const KEEP_ALIVE_MS = 600_000;

/** Serves at an address; port 0 is any free one. Rejects when the port is taken or is none, and names it. */
export async function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  {host, port}: {readonly host: string; readonly port: number},
): Promise<HttpServer> {
  // Of a name Node would make a socket in the file system.
  if (!/^\d+$/.test(String(port)) || port > 65_535)
    throw new RangeError(`port is ${String(port)}. Write a whole number from 0 to 65535.`);
  const serverOptions = {keepAliveTimeout: KEEP_ALIVE_MS};
  const server = serve({fetch, port, hostname: host, serverOptions});
  const address = await listening(server, port);
  const name = host.includes(':') ? `[${host}]` : host;
  return {url: `http://${name}:${address.port}`, close: () => close(server)};
}

const listening = (server: ServerType, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const {code} = cause;
      const message = `Port ${port} is taken. Name another one, or 0 for any.`;
      reject(code === 'EADDRINUSE' ? Object.assign(new Error(message, {cause}), {code}) : cause);
    });
    server.once('listening', () => resolve(server.address() as AddressInfo));
  });

const close = (server: ServerType): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
