import {isClosed} from '../../../src/wire/order-status.js';
import {follow, load, replaceParts} from './live-page.js';

/** Keeps the order page as the server has it, as long as it is open. */
export function followOrder(stale: Element): void {
  follow(stale, refresh);
}

async function refresh(): Promise<boolean> {
  const {order = '', status = ''} = document.querySelector<HTMLElement>('#status')?.dataset ?? {};
  // Asking for the status makes the shop ask Razorpay, in case the webhook has not come. Where that
  // fails the page still shows what the shop knows.
  if (order && !isClosed(status)) {
    await load(`/checkout/status?order_id=${encodeURIComponent(order)}`).catch(() => undefined);
  }
  const response = await load(location.href);
  if (!response.ok) return false;
  replaceParts(await response.text());
  return true;
}
