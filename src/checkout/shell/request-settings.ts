/** How the merchant's endpoints are asked. */
export interface RequestSettings {
  /** Headers for each request, or a function that gives them, a CSRF token for example. */
  requestHeaders?: HeaderSource | null | undefined;
  /** Cookies: `same-origin` unless said otherwise. */
  credentials?: RequestCredentials | null | undefined;
}

/**
 * Headers, or a function that gives them; it is asked for each request.
 *
 * @example
 * ```ts
 * import type {HeaderSource} from 'rzp-magic-button';
 *
 * const headers: HeaderSource = () => ({'X-CSRF-Token': document.body.dataset.csrf ?? ''});
 *
 * document.createElement('rzp-magic-button').requestHeaders = headers;
 * ```
 */
export type HeaderSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
