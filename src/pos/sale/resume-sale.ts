import type {PosOutcome} from '../shell/outcome.js';
import {followDevice} from './follow-device.js';
import type {Sale} from './sale.js';

/** Goes on asking about a sale that an earlier page view, or another tab, has put on a device. */
export async function resumeSale(sale: Sale): Promise<PosOutcome> {
  const {deviceUrl, statusUrl, requestHeaders, credentials} = sale.request;
  await sale.turn?.tellAlone(sale.orderId ?? '');
  return followDevice(sale, {
    deviceUrl: deviceUrl ?? '',
    statusUrl: statusUrl ?? undefined,
    requestHeaders,
    credentials,
  });
}
