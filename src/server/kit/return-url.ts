/** Stands for the shop's own origin, which the kit does not know when it is behind a proxy. */
const OWN_ORIGIN = 'http://own-origin.invalid';

/** Whether a text is a path of the shop's own origin, which `//host` is not, or a whole address. */
export const isReturnUrl = (text: string): boolean =>
  text.startsWith('/')
    ? URL.canParse(text, OWN_ORIGIN) && new URL(text, OWN_ORIGIN).origin === OWN_ORIGIN
    : /^https?:\/\//.test(text) && URL.canParse(text);

/** The address with the id of an order added to its query; what was a path stays one. */
export function withOrderId(returnUrl: string, orderId: string | undefined): string {
  const url = new URL(returnUrl, OWN_ORIGIN);
  if (orderId !== undefined) url.searchParams.set('order_id', orderId);
  return url.origin === OWN_ORIGIN ? url.href.slice(OWN_ORIGIN.length) : url.href;
}
