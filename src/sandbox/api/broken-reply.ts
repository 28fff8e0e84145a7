import type {HttpBindings} from '@hono/node-server';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import type {Context} from 'hono';

/** Ends the connection without an answer. */
export function dropConnection(context: Context): Response {
  (context.env as HttpBindings).incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Keeps the connection open without an answer, until the other side gives up. */
export const staySilent = ({req}: Context): Promise<Response> =>
  new Promise((resolve) => {
    req.raw.signal.addEventListener('abort', () => resolve(RESPONSE_ALREADY_SENT));
  });
