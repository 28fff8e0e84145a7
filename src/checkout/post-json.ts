/** How the merchant's endpoints are asked. */
export interface RequestSettings {
  /** Headers for each request, or a function that gives them, a CSRF token for example. */
  requestHeaders?: HeaderSource | null | undefined;
  /** Cookies: `same-origin` unless said otherwise. */
  credentials?: RequestCredentials | null | undefined;
}

export type HeaderSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

interface PostInit extends RequestSettings {
  headers?: Record<string, string>;
  /** Milliseconds after which the request is given up. */
  timeout: number;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

/** Posts JSON to one of the merchant's endpoints. */
export async function postJson(
  url: string,
  body: unknown,
  {requestHeaders, credentials, headers = {}, timeout, keepalive = false}: PostInit,
): Promise<Response> {
  const all = new Headers(
    (typeof requestHeaders === 'function' ? await requestHeaders() : requestHeaders) ?? {},
  );
  for (const [name, value] of Object.entries({
    ...headers,
    'Content-Type': 'application/json',
    Accept: 'application/json',
  })) {
    all.set(name, value);
  }
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), timeout);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: all,
      body: JSON.stringify(body),
      credentials: credentials ?? 'same-origin',
      signal: giveUp.signal,
      keepalive,
    });
    // The timeout covers the body too: a reply that stalls half-way is no reply.
    const text = await response.text();
    return new Response(text || null, response);
  } finally {
    clearTimeout(timer);
  }
}
