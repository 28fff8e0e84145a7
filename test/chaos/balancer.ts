import {createServer, request as ask, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** What stands before a merchant's processes: one address that leads to any of them. */
export interface Balancer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts one. `choose` says where a request goes, as an address without a path; where that one is dead
 * the answer is 502.
 */
export async function startBalancer(choose: () => string): Promise<Balancer> {
  const server = createServer((incoming, reply) => forward(choose(), incoming, reply));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forward(origin: string, incoming: IncomingMessage, reply: ServerResponse): void {
  const {method, headers, url = '/'} = incoming;
  const fail = () => {
    if (reply.headersSent) reply.destroy();
    else reply.writeHead(502).end();
  };
  const asked = ask(new URL(url, origin), {method, headers, agent: false}, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('error', fail).pipe(reply);
  });
  incoming.pipe(asked.on('error', fail));
}
