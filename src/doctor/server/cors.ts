import {right, wrong, type Finding} from '../model/finding.js';
import type {Answer} from './ask.js';
import type {Endpoint} from './endpoints.js';
import {PAGE_WAITS_MS, type Visit} from './visit.js';

/** The origin of the page, where it is another one than the endpoint's. */
export const foreignOrigin = ({url}: Endpoint, {pageOrigin}: Visit): string | undefined =>
  pageOrigin === new URL(url).origin ? undefined : pageOrigin;

/** The header that a browser adds for a page of another origin. */
export const originHeader = (endpoint: Endpoint, visit: Visit): Record<string, string> => {
  const origin = foreignOrigin(endpoint, visit);
  return origin === undefined ? {} : {Origin: origin};
};

/**
 * Whether the browser would let the page have an answer of another origin: it asks before a POST of
 * JSON, and looks at the headers of the answer.
 */
export async function lookAtCors(
  endpoint: Endpoint,
  {method, headers, answer}: {method: 'GET' | 'POST'; headers: readonly string[]; answer?: Answer},
  visit: Visit,
): Promise<Finding[]> {
  const origin = foreignOrigin(endpoint, visit);
  if (origin === undefined) return [];
  const fix =
    `Give createCheckout cors: {origins: ["${origin}"]${endpoint.withCredentials ? ', credentials: true' : ''}}, ` +
    'or have your own server answer so; best is to have page and server on one origin.';
  const refused = (says: string) => [wrong(`${says}, so that no browser lets ${origin} ask.`, fix)];
  if (headers.length > 0) {
    const asked = await visit.ask({
      url: endpoint.url,
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': headers.join(','),
      },
      withinMs: PAGE_WAITS_MS,
    });
    if (asked.status < 200 || asked.status > 299)
      return refused(`answers ${asked.status} to OPTIONS, by which a browser asks for leave`);
    const wanting =
      lackOf(asked.headers, origin, endpoint) ?? lackOfHeaders(asked.headers, headers);
    if (wanting !== undefined) return refused(`answers OPTIONS without ${wanting}`);
  }
  const wanting = answer && lackOf(answer.headers, origin, endpoint);
  if (wanting !== undefined) return refused(`answers without ${wanting}`);
  return [right(`lets ${origin} ask.`)];
}

function lackOf(headers: Headers, origin: string, {withCredentials}: Endpoint): string | undefined {
  const allowed = headers.get('Access-Control-Allow-Origin');
  if (allowed !== origin && (allowed !== '*' || withCredentials))
    return `Access-Control-Allow-Origin: ${origin}`;
  if (withCredentials && headers.get('Access-Control-Allow-Credentials') !== 'true')
    return 'Access-Control-Allow-Credentials: true';
  return undefined;
}

function lackOfHeaders(headers: Headers, asked: readonly string[]): string | undefined {
  const allowed = (headers.get('Access-Control-Allow-Headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  const missing = allowed.includes('*') ? [] : asked.filter((name) => !allowed.includes(name));
  return missing.length ? `Access-Control-Allow-Headers: ${missing.join(', ')}` : undefined;
}
