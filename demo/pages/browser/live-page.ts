const INTERVAL_MS = 2_000;
/** A request without an answer counts as failed after this time. */
const TIMEOUT_MS = 8_000;

/**
 * Calls `refresh` again and again as long as the page is open, also after the server was down or the
 * tab was in the background, and says in `stale` when it gives false or fails. The function that it
 * returns has it called now.
 */
export function follow(stale: Element, refresh: () => Promise<boolean>): () => void {
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
  return () => void ask();
}

/** An answer with all of its body, within a time. */
export async function load(
  url: string,
  {timeoutMs = TIMEOUT_MS, ...init}: RequestInit & {timeoutMs?: number} = {},
): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(url, {...init, signal: abort.signal});
    // The body is read within the same time.
    return new Response(await response.text(), {status: response.status});
  } finally {
    clearTimeout(timer);
  }
}

/** What the server wrote into each part: since then the shopper may have opened or chosen something. */
const served = new WeakMap<Element, string>();

const remember = (part: Element): void => void served.set(part, part.innerHTML);

document.querySelectorAll('[data-live]').forEach(remember);

/**
 * Puts the `data-live` parts of a page that was loaded anew in the place of this one's, where the server
 * wrote something else: into them, or into the attribute where it has a value. Gives that page.
 */
export function replaceParts(page: string): Document {
  const fresh = new DOMParser().parseFromString(page, 'text/html');
  // Only parts that changed are replaced, so the others keep selection and scrolling.
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (!other || !isChanged(part, other)) continue;
    part.dataset.live = other.dataset.live ?? '';
    part.replaceChildren(...other.childNodes);
    remember(part);
  }
  return fresh;
}

function isChanged(part: HTMLElement, other: HTMLElement): boolean {
  const [before, now] = [part.dataset.live, other.dataset.live];
  return before || now ? before !== now : served.get(part) !== other.innerHTML;
}
