import {readStatusReply, type StatusReply} from '../../wire/merchant.js';
import {randomHex} from '../../wire/hex.js';
import {resolveAddress} from '../shell/resolve-address.js';
import type {RequestSettings} from '../shell/request-settings.js';
import {requestJson} from './request-json.js';

export interface StatusSettings extends RequestSettings {
  statusUrl: string;
}

/**
 * Asks `status-url` once what has become of an order, past everything that may have kept an earlier
 * answer; resolves with nothing where there is no answer of that order in time.
 */
export async function askStatus(
  {statusUrl, requestHeaders, credentials}: StatusSettings,
  orderId: string,
  timeoutMs: number,
): Promise<StatusReply | undefined> {
  try {
    const url = new URL(resolveAddress(statusUrl) ?? '');
    url.searchParams.set('order_id', orderId);
    // Neither a cache nor a service worker that keeps every answer has one to this.
    url.searchParams.set('_', randomHex());
    const response = await requestJson(url.href, {
      requestHeaders,
      credentials,
      timeoutMs,
      cache: 'no-store',
    });
    const reply = readStatusReply(response.ok ? await response.json() : undefined);
    return reply?.order_id === orderId ? reply : undefined;
  } catch {
    return undefined;
  }
}
