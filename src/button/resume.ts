import {keyName} from '../checkout/storage/idempotency-key.js';
import {pageState} from '../checkout/shell/page-state.js';
import {resumeCheckouts} from '../checkout/recovery/resume-checkouts.js';
import type {UnfinishedCheckout} from '../checkout/storage/unfinished.js';
import {words} from '../checkout/words/en.js';
import {orderDataOf} from './data-attributes.js';
import type {Face} from './face.js';
import type {RzpMagicButton} from './rzp-magic-button.js';

/** Finishes what earlier page views left open: once per page view and merchant. */
export async function resume(button: RzpMagicButton, face: Face): Promise<void> {
  const {keyId, orderUrl, verifyUrl, statusUrl} = button;
  const {resumed} = pageState();
  const asked = JSON.stringify([keyId, orderUrl, verifyUrl, statusUrl]);
  if (resumed.has(asked)) return;
  resumed.add(asked);
  const isOfThisCart = (row: UnfinishedCheckout) =>
    !!button.orderUrl && row.keyName === keyName(button.orderUrl, orderDataOf(button));
  // The button goes on selling. But whoever bought this very cart should know it.
  const tell: Parameters<typeof resumeCheckouts>[1] = (row, {type}) => {
    if (type === 'success' && isOfThisCart(row) && button.state === 'idle') {
      face.show('idle', '', words.earlier(row.orderId));
    }
  };
  const again = ({persisted}: PageTransitionEvent) => {
    if (persisted) void resumeCheckouts(button, tell);
  };
  addEventListener('pageshow', again);
  await resumeCheckouts(button, tell);
}
