import {resumeCheckouts} from '../checkout/recovery/resume-checkouts.js';
import {pageState} from '../checkout/shell/page-state.js';
import type {PressHost} from './press-host.js';

/**
 * Finishes what earlier page views left open: once per page view and merchant. What became of a cart
 * is told to its buttons.
 */
export async function resume(host: PressHost): Promise<void> {
  const {keyId, orderUrl, verifyUrl, statusUrl} = host;
  const {resumed} = pageState();
  const merchant = JSON.stringify([keyId, orderUrl, verifyUrl, statusUrl]);
  if (resumed.has(merchant)) return;
  resumed.add(merchant);
  addEventListener('pageshow', ({persisted}) => {
    if (persisted) void resumeCheckouts(host);
  });
  await resumeCheckouts(host);
}
