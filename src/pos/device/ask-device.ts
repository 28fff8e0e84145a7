import {requestJson} from '../../checkout/merchant/request-json.js';
import type {RequestSettings} from '../../checkout/shell/request-settings.js';
import {readDeviceReply, type DeviceReply, type DeviceRequest} from '../../wire/device.js';
import {randomHex} from '../../wire/hex.js';
import {readErrorReply, type ErrorReply} from '../../wire/merchant.js';

/** A gateway may take its time before it has woken a device. */
const POST_TIMEOUT_MS = 30_000;
const GET_TIMEOUT_MS = 10_000;

export interface DeviceSettings extends RequestSettings {
  deviceUrl: string;
}

/** What `device-url` answered. Nothing at all where nobody can know whether it was asked. */
export interface DeviceAnswer {
  reply?: DeviceReply | undefined;
  /** Why it refuses, in words of the server's, or nobody's. */
  refusal?: ErrorReply['error'] | undefined;
  /** Whether it is certain that the request did nothing. */
  isWithoutEffect: boolean;
}

/** Puts a sale on its device, or takes it off. */
export const tellDevice = (settings: DeviceSettings, body: DeviceRequest) =>
  answerOf(body.order_id, () =>
    requestJson(settings.deviceUrl, {...how(settings), body, timeoutMs: POST_TIMEOUT_MS}),
  );

/** Asks where a sale stands, past everything that may have kept an earlier answer. */
export const askDevice = (settings: DeviceSettings, orderId: string) =>
  answerOf(orderId, () => {
    const url = new URL(settings.deviceUrl);
    url.searchParams.set('order_id', orderId);
    url.searchParams.set('_', randomHex());
    return requestJson(url.href, {
      ...how(settings),
      timeoutMs: GET_TIMEOUT_MS,
      cache: 'no-store',
    });
  });

const how = ({requestHeaders, credentials}: RequestSettings): RequestSettings => ({
  requestHeaders,
  credentials,
});

async function answerOf(orderId: string, request: () => Promise<Response>): Promise<DeviceAnswer> {
  try {
    const response = await request();
    const body: unknown = await response.json().catch(() => undefined);
    const reply = response.ok ? readDeviceReply(body) : undefined;
    if (reply?.order_id === orderId) return {reply, isWithoutEffect: false};
    const refusal = readErrorReply(body);
    return {refusal, isWithoutEffect: isRefused(response.status, refusal?.code)};
  } catch {
    return {isWithoutEffect: false};
  }
}

/** A server that failed may have done what it was asked; one that refused has not. */
const isRefused = (status: number, code: string | undefined) =>
  code === 'GATEWAY_UNREACHABLE' || (status >= 400 && status < 500 && status !== 408);
