import {CheckoutError} from '../shell/checkout-error.js';
import {pageState} from '../shell/page-state.js';
import type {RazorpayConstructor} from '../../wire/page-script.js';
import {addScript, currentRazorpay, tagOf} from '../shell/script-tag.js';

const TRIES = 3;
/** A click is answered within this time; the tag may go on loading. */
const PATIENCE_MS = 20_000;
/** How long a tag that the page brought is waited for once the page has loaded. */
const ADOPTION_MS = 5_000;

/**
 * Resolves with the constructor that the script at `url` sets, loading it once per page.
 *
 * A fresh tag is added only after an `error` event, up to three in all. A slow tag stays: this call
 * gives up after 20 seconds, the next one waits for the same tag.
 *
 * @throws CheckoutError `script_failed`, `script_timeout`, `script_no_constructor`
 */
export function loadRazorpay(url: string, nonce = ''): Promise<RazorpayConstructor> {
  const {loads} = pageState();
  let loading = loads.get(url);
  if (!loading) {
    loads.set(url, (loading = load(url, nonce)));
    loading.catch(() => loads.delete(url));
  }
  const late = delay(PATIENCE_MS).then(() => {
    throw problem('script_timeout', `${url} is still loading.`);
  });
  return Promise.race([loading, late]);
}

async function load(url: string, nonce: string): Promise<RazorpayConstructor> {
  const {tags} = pageState();
  const foreign = tags.has(url) ? undefined : tagOf(url);
  const adopted = foreign && (await adopt(foreign));
  if (adopted) return adopted;
  for (let tries = 1; ; tries++) {
    const loaded = await (tags.get(url) ?? addScript(url, nonce));
    if (typeof loaded === 'function') return loaded;
    tags.delete(url);
    if (loaded === 'empty') {
      throw problem('script_no_constructor', `${url} loaded and set no window.Razorpay.`);
    }
    if (tries === TRIES) throw problem('script_failed', `Could not load ${url}.`);
    await delay(300 * 4 ** (tries - 1) * (0.75 + Math.random() / 2));
  }
}

/**
 * Waits for a tag that the page brought, without hanging on one whose event has passed: that one has
 * left its constructor, or the page has loaded and with it its own tags; one that a script added is
 * given a moment more.
 */
function adopt(tag: HTMLScriptElement): Promise<RazorpayConstructor | undefined> {
  return new Promise((resolve) => {
    tag.addEventListener('load', () => resolve(currentRazorpay()));
    tag.addEventListener('error', () => resolve(undefined));
    const finished = () => performance.getEntriesByName(tag.src).length > 0;
    // With a sibling on the page, nobody knows whose constructor the global holds.
    const left = () =>
      Array.from(document.scripts).some(
        ({src}) => src !== tag.src && /\/(magic-)?checkout\.js(\?|$)/.test(src),
      )
        ? undefined
        : currentRazorpay();
    const passed = () => {
      setTimeout(() => resolve(left()), finished() ? 0 : ADOPTION_MS);
    };
    if ((finished() && left()) || document.readyState === 'complete') passed();
    else addEventListener('load', passed, {once: true});
  });
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const problem = (
  code: 'script_failed' | 'script_timeout' | 'script_no_constructor',
  text: string,
) => new CheckoutError(code, text, {retryable: true});
