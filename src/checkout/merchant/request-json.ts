import type {RequestSettings} from '../shell/request-settings.js';

interface JsonRequest extends RequestSettings {
  /** Makes it a POST; without one it is a GET. */
  body?: unknown;
  headers?: Record<string, string>;
  /** When the request is given up. */
  timeoutMs: number;
  /** `error` makes a redirect a network failure. */
  redirect?: RequestRedirect;
  /** `no-store` asks past the browser's cache. */
  cache?: RequestCache;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

/**
 * Asks one of the merchant's endpoints for JSON. The time limit covers the headers that the page
 * makes and the body too, because a reply that stalls half-way leaves the shopper waiting as well.
 */
export async function requestJson(
  url: string,
  {timeoutMs, ...init}: JsonRequest,
): Promise<Response> {
  const giveUp = new AbortController();
  let timer;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp.abort();
      reject(new DOMException(`No answer in ${timeoutMs} ms.`, 'TimeoutError'));
    }, timeoutMs);
  });
  try {
    return await Promise.race([request(url, init, giveUp.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function request(
  url: string,
  {requestHeaders, credentials, headers, body, ...init}: Omit<JsonRequest, 'timeoutMs'>,
  signal: AbortSignal,
): Promise<Response> {
  const all = new Headers(
    (typeof requestHeaders === 'function' ? await requestHeaders() : requestHeaders) ?? {},
  );
  const post = body !== undefined && {method: 'POST', body: JSON.stringify(body)};
  for (const [name, value] of Object.entries({
    ...headers,
    ...(post && {'Content-Type': 'application/json'}),
    Accept: 'application/json',
  })) {
    all.set(name, value);
  }
  const response = await fetch(url, {
    ...init,
    ...post,
    headers: all,
    credentials: credentials ?? 'same-origin',
    signal,
  });
  return new Response((await response.text()) || null, response);
}
