import {Hono} from 'hono';
import {NOT_IMITATED} from '../../imitation/routes.js';
import {notImitated} from '../../model/api-error.js';

/** What Razorpay has and the sandbox does not: an error that says so, whoever asks and however. */
export function notImitatedApi(): Hono {
  const api = new Hono();
  for (const [path, what] of Object.entries(NOT_IMITATED)) {
    api.all(`${path}/*`, () => {
      throw notImitated(what);
    });
  }
  return api;
}
