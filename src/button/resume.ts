import type {Outcome} from '../checkout/events/outcome.js';
import {resumeCheckouts} from '../checkout/recovery/resume-checkouts.js';
import {pageState} from '../checkout/shell/page-state.js';
import {keyName} from '../checkout/storage/idempotency-key.js';
import type {UnfinishedCheckout} from '../checkout/storage/unfinished.js';
import {words} from '../checkout/words/en.js';
import {orderDataOf} from './data-attributes.js';
import type {PressHost, PurchaseView} from './press-host.js';

/** Finishes what earlier page views left open: once per page view and merchant. */
export async function resume(host: PressHost, view: PurchaseView): Promise<void> {
  const {keyId, orderUrl, verifyUrl, statusUrl} = host;
  const {resumed} = pageState();
  const merchant = JSON.stringify([keyId, orderUrl, verifyUrl, statusUrl]);
  if (resumed.has(merchant)) return;
  resumed.add(merchant);
  const isOfThisCart = (row: UnfinishedCheckout) =>
    !!host.orderUrl && row.keyName === keyName(host.orderUrl, orderDataOf(host));
  // The same may be bought again, so the button stays as it is. But whoever bought this very cart
  // must know it before.
  const tell = (row: UnfinishedCheckout, {type}: Outcome) => {
    if (type === 'success' && isOfThisCart(row) && host.state === 'idle') {
      view.show({state: 'idle', label: '', message: words.earlier(row.orderId)});
    }
  };
  addEventListener('pageshow', ({persisted}) => {
    if (persisted) void resumeCheckouts(host, tell);
  });
  await resumeCheckouts(host, tell);
}
