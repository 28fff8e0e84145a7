import type {Context} from 'hono';
import type {Connection} from '../runtime/http-server.js';

/** Ends the connection without an answer. */
export function dropConnection(context: Context): Response {
  (context.env as Connection).incoming.socket.destroy();
  return new Response();
}

/** Keeps the connection open without an answer, until the other side gives up. */
export const staySilent = ({req}: Context): Promise<Response> =>
  new Promise((resolve) => {
    req.raw.signal.addEventListener('abort', () => resolve(new Response()));
  });
