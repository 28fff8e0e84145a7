/** How the merchant's endpoints are asked. */
export interface RequestSettings {
  /** Headers for each request, or a function that gives them, a CSRF token for example. */
  requestHeaders?: HeaderSource | null | undefined;
  /** Cookies: `same-origin` unless said otherwise. */
  credentials?: RequestCredentials | null | undefined;
}

export type HeaderSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

interface RequestInit extends RequestSettings {
  /** Makes it a POST; without one it is a GET. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Milliseconds after which the request is given up. */
  timeout: number;
  /** `error` makes a redirect a network failure. */
  redirect?: RequestRedirect;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

/**
 * Asks one of the merchant's endpoints for JSON. The timeout covers everything: headers that the
 * page makes, and the body, for a reply that stalls half-way is no reply.
 */
export async function requestJson(url: string, {timeout, ...init}: RequestInit): Promise<Response> {
  const giveUp = new AbortController();
  let timer;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp.abort();
      reject(new DOMException(`No answer in ${timeout} ms.`, 'TimeoutError'));
    }, timeout);
  });
  try {
    return await Promise.race([request(url, init, giveUp.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function request(
  url: string,
  {requestHeaders, credentials, headers, body, ...init}: Omit<RequestInit, 'timeout'>,
  signal: AbortSignal,
): Promise<Response> {
  const all = new Headers(
    (typeof requestHeaders === 'function' ? await requestHeaders() : requestHeaders) ?? {},
  );
  for (const [name, value] of Object.entries({
    ...headers,
    ...(body !== undefined && {'Content-Type': 'application/json'}),
    Accept: 'application/json',
  })) {
    all.set(name, value);
  }
  const response = await fetch(url, {
    ...init,
    headers: all,
    ...(body !== undefined && {method: 'POST', body: JSON.stringify(body)}),
    credentials: credentials ?? 'same-origin',
    signal,
  });
  return new Response((await response.text()) || null, response);
}
