import {ENDPOINT_PATHS, type EndpointName} from '../../wire/endpoints/paths.js';
import {endpoint, errorReply, type EndpointConfig} from '../http/endpoint.js';
import type {Exchange, Incoming} from '../http/exchange.js';
import {HttpError} from '../http/http-error.js';
import type {Context} from '../kit/context.js';
import {mapEndpoints, ROUTES, type Route} from './routes.js';

type Endpoints = Readonly<Record<EndpointName, Exchange>>;

/** Makes the endpoints, each to be asked on its own. */
export const createEndpoints = (context: Context, config: EndpointConfig): Endpoints =>
  mapEndpoints(ROUTES, ({answer, replyToError, ...route}: Route) =>
    endpoint(config, {
      ...route,
      answer: (incoming, canWait) => answer(context, incoming, canWait),
      ...(replyToError && {
        replyToError: (config: EndpointConfig, incoming: Incoming, error: unknown) =>
          replyToError(config, incoming, error, context),
      }),
    }),
  );

/** Makes one exchange of all endpoints, which finds the one that is asked by its path. */
export function byPath(endpoints: Endpoints, base: string, config: EndpointConfig): Exchange {
  const answers = new Map<string, Exchange>();
  for (const name of Object.keys(ENDPOINT_PATHS) as EndpointName[])
    answers.set(base + ENDPOINT_PATHS[name], endpoints[name]);
  const paths = [...answers.keys()].join(', ');
  // A shopper who has just paid stands there: an address that was typed a little wrong in a
  // dashboard, or that a proxy writes in its own way, loses none.
  const callback = (base + ENDPOINT_PATHS.callback).toLowerCase();
  const isCallback = (path: string) => path.toLowerCase().replace(/\/$/, '') === callback;

  return async (incoming, platform) => {
    const {pathname} = incoming.url;
    const answer = answers.get(pathname) ?? (isCallback(pathname) && endpoints.callback);
    if (answer) return answer(incoming, platform);
    // The page's console shows it, most likely to a merchant who has not set `basePath`.
    const hint = `basePath is ${base ? `"${base}"` : 'not set'}.`;
    return errorReply(
      config,
      incoming,
      new HttpError('NOT_FOUND', `There is no endpoint at ${pathname}, but at ${paths}: ${hint}`),
    );
  };
}
