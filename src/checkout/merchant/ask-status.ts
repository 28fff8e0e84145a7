import {readStatusReply, type StatusReply} from '../../wire/merchant.js';
import type {RequestSettings} from '../shell/request-settings.js';
import {requestJson} from './request-json.js';

export interface StatusSettings extends RequestSettings {
  statusUrl: string;
}

/**
 * Asks `status-url` once what has become of an order; resolves with nothing where there is no
 * answer of that order in time.
 */
export async function askStatus(
  {statusUrl, requestHeaders, credentials}: StatusSettings,
  orderId: string,
  timeoutMs: number,
): Promise<StatusReply | undefined> {
  const url = new URL(statusUrl, location.href);
  url.searchParams.set('order_id', orderId);
  try {
    const response = await requestJson(url.href, {requestHeaders, credentials, timeoutMs});
    const reply = readStatusReply(response.ok ? await response.json() : undefined);
    return reply?.order_id === orderId ? reply : undefined;
  } catch {
    return undefined;
  }
}
