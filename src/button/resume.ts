import {addressOf} from '../checkout/request/address-of.js';
import {resumeCheckouts} from '../checkout/recovery/resume-checkouts.js';
import {currentHeaders} from '../checkout/recovery/current-headers.js';
import {sharedState} from '../checkout/storage/shared-state.js';
import type {PressHost} from './press-host.js';

/**
 * Finishes what earlier page views left open: once per page view and merchant. What became of a cart
 * is told to its buttons.
 */
export async function resume(host: PressHost): Promise<void> {
  const {keyId, credentials} = host;
  const [orderUrl, verifyUrl, statusUrl] = [host.orderUrl, host.verifyUrl, host.statusUrl].map(
    (written) => addressOf(host, written),
  );
  const requestHeaders = currentHeaders(host);
  const settings = {keyId, orderUrl, verifyUrl, statusUrl, requestHeaders, credentials};
  const {resumed} = sharedState();
  const merchant = JSON.stringify([keyId, orderUrl, verifyUrl, statusUrl]);
  if (resumed.has(merchant)) return;
  resumed.add(merchant);
  addEventListener('pageshow', ({persisted}) => {
    if (persisted) void resumeCheckouts(settings);
  });
  await resumeCheckouts(settings);
}
