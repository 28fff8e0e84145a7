import {MAGIC_CHECKOUT_URL} from '../../wire/addresses.js';
import {pageState} from './page-state.js';
import {safeDocument} from './safe-document.js';

/**
 * Starts the download of Razorpay's script beside that of the code which runs it: a page view carries
 * no more of it than this. Whether another address may be run, only that code knows.
 */
export function preloadRazorpay(nonce: string): void {
  const page = pageState();
  if (page.isPreloaded) return;
  page.isPreloaded = true;
  const link = safeDocument.createElement('link');
  Object.assign(link, {rel: 'preload', as: 'script', nonce, href: MAGIC_CHECKOUT_URL});
  safeDocument.head.append(link);
}
