import type {Handler} from 'hono';
import {Hono} from 'hono/tiny';
import {NOT_IMITATED} from '../../imitation/routes.js';
import {notImitated} from '../../model/api-error.js';

/** What Razorpay has and the sandbox does not: an error that says so, whoever asks and however. */
export function notImitatedApi(): Hono {
  const api = new Hono();
  for (const [row, what] of Object.entries(NOT_IMITATED)) {
    const refuse: Handler = () => {
      throw notImitated(what);
    };
    const [path = '', method] = row.split(' ').reverse();
    if (method === undefined) api.all(`${path}/*`, refuse);
    else api.on(method, path, refuse);
  }
  return api;
}
