const INTERVAL = 2_000;
/** A network that swallows requests is a network that is down. */
const PATIENCE = 8_000;

/**
 * Keeps the `data-live` parts of the order page as the server has them, for as long as the page is
 * open: through a server that restarts and a phone that was in a pocket.
 */
export function followOrder(stale: Element): void {
  let isLooking = false;
  let next: ReturnType<typeof setTimeout> | undefined;

  const look = async () => {
    // Nobody looks at a tab in the background; it looks again when it is seen.
    if (isLooking || document.hidden) return;
    isLooking = true;
    clearTimeout(next);
    const isFresh = await refresh().catch(() => false);
    const notice = isFresh ? '' : 'The shop can not be reached. Trying again…';
    // Said once, not at each try.
    if (stale.textContent !== notice) stale.textContent = notice;
    isLooking = false;
    next = setTimeout(() => void look(), INTERVAL);
  };
  for (const event of ['visibilitychange', 'online', 'pageshow']) {
    addEventListener(event, () => void look());
  }
  void look();
}

async function refresh(): Promise<boolean> {
  const {order = '', status = ''} = document.querySelector<HTMLElement>('#status')?.dataset ?? {};
  // Asking for the status makes the shop ask Razorpay, should its webhook not have come. Where
  // that fails the page still shows what the shop knows.
  if (/created|attempted|review/.test(status)) {
    await load(`/checkout/status?order_id=${encodeURIComponent(order)}`).catch(() => undefined);
  }
  const response = await load(location.href);
  if (!response.ok) return false;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  // Whatever did not change stays, and with it selection and scrolling.
  for (const part of document.querySelectorAll('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (other && other.innerHTML !== part.innerHTML) part.replaceChildren(...other.childNodes);
  }
  return true;
}

async function load(url: string): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await fetch(url, {signal: abort.signal});
    // Read within the same patience.
    return new Response(await response.text(), {status: response.status});
  } finally {
    clearTimeout(timer);
  }
}
