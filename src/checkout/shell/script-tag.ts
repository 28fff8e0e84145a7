import {MAGIC_CHECKOUT_URL} from '../../wire/addresses.js';
import type {RazorpayConstructor} from '../../wire/page-script.js';
import {ownGlobal, reclaimGlobal} from './own-global.js';
import {pageState, type TagResult} from './page-state.js';
import {safeDocument} from './safe-document.js';

/** The browser's own; TypeScript does not know it everywhere. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {createScriptURL(url: string): string},
  ): {createScriptURL(url: string): unknown};
}

/**
 * Returns the address of the vendor's script, or nothing if the one asked for is refused.
 *
 * A script sees everything on the page, so HTML alone may name the official origin, the page's own
 * and loopback (the sandbox). Others must stand in `allowed`, which only the page's JavaScript sets.
 */
export function scriptAddress(
  asked: string | null | undefined,
  allowed: readonly string[] = [],
): string | undefined {
  try {
    // As `fetch` would resolve it, and by nothing that an element can shadow.
    const {url} = new Request(asked || MAGIC_CHECKOUT_URL);
    const {href, origin, hostname, protocol} = new URL(url);
    const known = [new URL(MAGIC_CHECKOUT_URL).origin, location.origin, ...allowed].includes(
      origin,
    );
    const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
    // A sandboxed page has the origin `null`, as every data: address has.
    return protocol.startsWith('http') && (known || loopback) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Adds the first tag for the script unless the page has one; a click tells if it can't be loaded. */
export function warmScript(url: string, nonce: string): void {
  if (!pageState().tags.has(url) && !tagOf(url)) void addScript(url, nonce);
}

/** Returns the tag that loads the script, whoever added it. */
export function tagOf(url: string): HTMLScriptElement | undefined {
  return Array.from(safeDocument.scripts).find(({src}) => src === url);
}

/**
 * Adds a tag of our own. Resolves with the constructor, captured when the load of this address is
 * seen: `checkout.js` and `magic-checkout.js` set the same global.
 */
export function addScript(url: string, nonce: string): Promise<TagResult> {
  const loading = new Promise<TagResult>((resolve) => {
    // The vendor's script reads its settings there: an element that goes by the name has none to give.
    reclaimGlobal('Razorpay');
    const tag = safeDocument.createElement('script');
    tag.onload = () => resolve(currentRazorpay() ?? 'empty');
    tag.onerror = () => {
      tag.remove();
      resolve('error');
    };
    tag.nonce = nonce;
    tag.src = trusted(url) as string;
    safeDocument.head.append(tag);
  });
  pageState().tags.set(url, loading);
  return loading;
}

/** Returns the constructor; before the script ran, the global may hold a plain settings object. */
export function currentRazorpay(): RazorpayConstructor | undefined {
  const Razorpay = ownGlobal('Razorpay');
  return typeof Razorpay === 'function' ? (Razorpay as RazorpayConstructor) : undefined;
}

function trusted(url: string): unknown {
  const shared = pageState();
  try {
    const trustedTypes = ownGlobal('trustedTypes') as TrustedTypes | undefined;
    shared.policy ??= trustedTypes?.createPolicy('rzp-magic-button', {
      createScriptURL: (address) => address,
    });
  } catch {
    // The page's policy list does not name ours; without enforcement the text will do.
  }
  return shared.policy?.createScriptURL(url) ?? url;
}
