import type {RazorpayConstructor} from '../../wire/page-script.js';
import {ownGlobal} from '../shell/own-global.js';
import {pageState} from '../shell/page-state.js';
import {sharedState, type TagResult} from '../storage/shared-state.js';
import {safeDocument} from '../shell/safe-document.js';
import {isScript} from './script-address.js';

/** The browser's own; TypeScript does not know it everywhere. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {createScriptURL(url: string): string},
  ): {createScriptURL(url: string): unknown};
}

/** Adds the first tag for the script unless the page has one; a click tells if it can't be loaded. */
export function warmScript(url: string, nonce: string): void {
  if (!sharedState().tags.has(url) && !tagOf(url)) void addScript(url, nonce);
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
    currentRazorpay();
    const tag = safeDocument.createElement('script');
    tag.onload = () => {
      const Razorpay = currentRazorpay();
      if (Razorpay) sharedState().containers.set(Razorpay, lastContainer());
      resolve(Razorpay ?? 'empty');
    };
    tag.onerror = () => {
      tag.remove();
      resolve('error');
    };
    tag.nonce = nonce;
    try {
      tag.src = trusted(url) as string;
      safeDocument.head.append(tag);
    } catch {
      resolve('untrusted');
    }
  });
  sharedState().tags.set(url, loading);
  return loading;
}

/** Returns the container that the vendor's script has put into the page last. */
export const lastContainer = () =>
  [...safeDocument.querySelectorAll<HTMLElement>('.razorpay-container')].pop();

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
      // Whatever else gets hold of the policy has it make nothing that the page did not allow.
      createScriptURL: (address) => {
        if (isScript(address)) return address;
        throw new TypeError(`${address} is not allowed.`);
      },
    });
  } catch {
    // The page's policy list does not name ours; without enforcement the text will do.
  }
  return shared.policy?.createScriptURL(url) ?? url;
}
