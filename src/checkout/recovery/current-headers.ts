import type {RequestSettings} from '../shell/request-settings.js';

/** Returns headers that are read for each request: a page may set them after the tag is there. */
export const currentHeaders = (host: RequestSettings) => async (): Promise<HeadersInit> => {
  const {requestHeaders: headers} = host;
  return (typeof headers === 'function' ? await headers() : headers) ?? {};
};
