/**
 * What the Content-Security-Policy of a page with the button needs besides the page's own: hosts, by the
 * directive. Razorpay publishes no list; these are those of its module for Magento, and the file that its
 * script fetches since 2026. `form-action` is for `redirect` and `callback-url` alone.
 *
 * Not in it, because it loosens a policy: Razorpay's script writes a `<style>` into the page, which a
 * `style-src` without `'unsafe-inline'` refuses. The button itself has no inline styles.
 *
 * @example
 * ```ts
 * import {PAGE_POLICY} from 'rzp-magic-button/server.js';
 *
 * const policy = Object.entries(PAGE_POLICY)
 *   .map(([directive, hosts]) => `${directive} 'self' ${hosts.join(' ')}`)
 *   .join('; ');
 *
 * export const headers = {'Content-Security-Policy': `${policy}; object-src 'none'`};
 * ```
 */
export const PAGE_POLICY = {
  'script-src': ['https://checkout.razorpay.com', 'https://cdn.razorpay.com'],
  'frame-src': ['https://api.razorpay.com'],
  'connect-src': ['https://lumberjack.razorpay.com', 'https://lumberjack-metrics.razorpay.com'],
  'img-src': ['https://cdn.razorpay.com'],
  'form-action': ['https://api.razorpay.com'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
