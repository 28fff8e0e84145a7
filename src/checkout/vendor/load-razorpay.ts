import type {RazorpayConstructor} from '../../wire/page-script.js';
import {CheckoutError} from '../shell/checkout-error.js';
import {sharedState} from '../storage/shared-state.js';
import {safeDocument} from '../shell/safe-document.js';
import {addScript, currentRazorpay, tagOf} from '../script/script-tag.js';
import {refused} from '../words/refusal.js';
import {containerOf} from './overlay.js';

const MOST_TRIES = 3;
const FIRST_PAUSE_MS = 300;
/** A click is answered within this time; the tag may go on loading. */
const PATIENCE_MS = 20_000;
/** How long a tag that the page brought is waited for once the page has loaded. */
const FOREIGN_TAG_PATIENCE_MS = 5_000;

/**
 * Resolves with the constructor that the script at `url` sets, loading it once per page.
 *
 * A fresh tag is added only after an `error` event, up to three in all. A slow tag stays: this call
 * gives up after 20 seconds, the next one waits for the same tag.
 *
 * @throws CheckoutError `script_failed`, `script_timeout`, `script_no_constructor`; `config_invalid` where
 * the page's policy keeps us from naming the script
 */
export function loadRazorpay(url: string, nonce = ''): Promise<RazorpayConstructor> {
  const {loads} = sharedState();
  let loading = loads.get(url);
  if (!loading) {
    loads.set(url, (loading = load(url, nonce)));
    loading.catch(() => loads.delete(url));
  }
  const late = pause(PATIENCE_MS).then(() => {
    throw problem('script_timeout', url);
  });
  return Promise.race([loading, late]);
}

/**
 * Resolves with a constructor whose container is known: it can be put back where it has left the
 * page. That of a tag which the page brought may have left with an earlier body before anybody saw
 * it; then the script is loaded once more, which brings another.
 */
export async function loadWithContainer(url: string, nonce = ''): Promise<RazorpayConstructor> {
  const Razorpay = await loadRazorpay(url, nonce);
  const {loads, tags} = sharedState();
  if (tags.has(url) || containerOf(Razorpay)) return Razorpay;
  loads.delete(url);
  void addScript(url, nonce);
  return loadRazorpay(url, nonce);
}

async function load(url: string, nonce: string): Promise<RazorpayConstructor> {
  const {tags} = sharedState();
  const foreignTag = tags.has(url) ? undefined : tagOf(url);
  const foreign = foreignTag && (await waitForForeign(foreignTag));
  if (foreign) return foreign;
  for (let tries = 1; ; tries++) {
    const loaded = await (tags.get(url) ?? addScript(url, nonce));
    if (typeof loaded === 'function') return loaded;
    tags.delete(url);
    if (loaded === 'untrusted') throw refused(['untrusted']);
    if (loaded === 'empty') {
      throw refused(['noConstructor', url], {code: 'script_no_constructor', retryable: true});
    }
    if (tries === MOST_TRIES) throw problem('script_failed', url);
    await pause(FIRST_PAUSE_MS * 4 ** (tries - 1) * (0.75 + Math.random() / 2));
  }
}

/**
 * Waits for a tag that the page brought. Its event may have passed before anybody listened, so it is
 * given up once the page has loaded: at once where the tag has loaded too, else (a script may have
 * added it late) after a moment more.
 */
function waitForForeign(tag: HTMLScriptElement): Promise<RazorpayConstructor | undefined> {
  return new Promise((resolve) => {
    tag.addEventListener('load', () => resolve(currentRazorpay()));
    tag.addEventListener('error', () => resolve(undefined));
    const isLoaded = () => performance.getEntriesByName(tag.src).length > 0;
    // Razorpay's other scripts set the same global: beside one, nobody knows whose it is.
    const leftBehind = () => (hasSibling(tag) ? undefined : currentRazorpay());
    const giveUp = () => {
      setTimeout(() => resolve(leftBehind()), isLoaded() ? 0 : FOREIGN_TAG_PATIENCE_MS);
    };
    if ((isLoaded() && leftBehind()) || safeDocument.readyState === 'complete') giveUp();
    else addEventListener('load', giveUp, {once: true});
  });
}

const hasSibling = (tag: HTMLScriptElement) =>
  Array.from(safeDocument.scripts).some(
    ({src}) => src !== tag.src && /\/(magic-)?checkout\.js(\?|$)/.test(src),
  );

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const problem = (code: 'script_failed' | 'script_timeout', url: string) =>
  new CheckoutError(code, `Could not load ${url}.`, {retryable: true});
