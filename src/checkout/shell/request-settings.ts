/** How the merchant's endpoints are asked. */
export interface RequestSettings {
  /** Headers for each request, or a function that gives them, a CSRF token for example. */
  requestHeaders?: HeaderSource | null | undefined;
  /** Cookies: `same-origin` unless said otherwise. */
  credentials?: RequestCredentials | null | undefined;
}

export type HeaderSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
