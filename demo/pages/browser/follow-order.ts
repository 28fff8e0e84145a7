import {isClosed} from '../../../src/wire/order-status.js';

const INTERVAL_MS = 2_000;
/** A request without an answer counts as failed after this time. */
const TIMEOUT_MS = 8_000;

/**
 * Keeps the `data-live` parts of the order page as the server has them, as long as the page is open,
 * also after the server was down or the tab was in the background.
 */
export function followOrder(stale: Element): void {
  let isAsking = false;
  let next: ReturnType<typeof setTimeout> | undefined;

  const ask = async () => {
    // A tab in the background asks nothing; it asks again when it is seen.
    if (isAsking || document.hidden) return;
    isAsking = true;
    clearTimeout(next);
    const isFresh = await refresh().catch(() => false);
    const notice = isFresh ? '' : 'The shop can not be reached. Trying again…';
    // Set only when it changes, so that a screen reader says it once and not at every try.
    if (stale.textContent !== notice) stale.textContent = notice;
    isAsking = false;
    next = setTimeout(() => void ask(), INTERVAL_MS);
  };
  for (const event of ['visibilitychange', 'online', 'pageshow']) {
    addEventListener(event, () => void ask());
  }
  void ask();
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
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  // Only parts that changed are replaced, so the others keep selection and scrolling.
  for (const part of document.querySelectorAll('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (other && other.innerHTML !== part.innerHTML) part.replaceChildren(...other.childNodes);
  }
  return true;
}

async function load(url: string): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, {signal: abort.signal});
    // The body is read within the same time.
    return new Response(await response.text(), {status: response.status});
  } finally {
    clearTimeout(timer);
  }
}
