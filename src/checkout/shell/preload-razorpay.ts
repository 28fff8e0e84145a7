import {MAGIC_CHECKOUT_URL} from '../../wire/addresses.js';
import {safeDocument} from './safe-document.js';

let isPreloaded = false;

/**
 * Starts the download of Razorpay's script beside that of the code which runs it: a page view carries
 * no more of it than this. Whether another address may be run, only that code knows.
 */
export function preloadRazorpay(nonce: string): void {
  if (isPreloaded) return;
  isPreloaded = true;
  const link = {rel: 'preload', as: 'script', nonce, href: MAGIC_CHECKOUT_URL};
  safeDocument.head.append(Object.assign(safeDocument.createElement('link'), link));
}
