/**
 * The options of Razorpay's checkout, each written once.
 *
 * From this table come the properties and attributes of the element, the object that Razorpay gets,
 * and the table in the README. What may be written for each kind, and what to say to whom wrote
 * something else, stands in `request/option-kinds.ts`, which is loaded on a click. An attribute is the property's name in kebab case, and Razorpay's path is the attribute's with
 * its own punctuation; a row names the path where ours is shorter.
 * Source: "Integrate Magic Checkout on Website", Checkout Options.
 */
export const OPTIONS = {
  /** Key id of your Razorpay account, `rzp_test_…` or `rzp_live_…`. Never the secret. */
  keyId: {kind: 'key', path: 'key'},
  /** Id of the order to be paid, when it was made before the page was. */
  orderId: {kind: 'order'},
  /** Name of the shop, shown in the checkout. */
  businessName: {kind: 'text', path: 'name'},
  /** Magic Checkout (`true`, the default unless `recurring` is set) or Standard Checkout. */
  oneClickCheckout: {kind: 'flag'},
  /** Whether the checkout offers coupons. Razorpay's default: `true`. */
  showCoupons: {kind: 'flag'},
  /** Name of the shopper. */
  prefillName: {kind: 'text'},
  /** E-mail address of the shopper. */
  prefillEmail: {kind: 'text'},
  /** Phone number of the shopper; without a country code it is Indian. */
  prefillContact: {kind: 'contact'},
  /** Coupon that is applied as soon as the checkout opens. */
  couponCode: {kind: 'text', path: 'prefill.coupon_code'},
  /** Accent colour, as a HEX code. Razorpay enables it on request for Magic Checkout. */
  themeColor: {kind: 'hex'},
  /** Colour behind the checkout, as a HEX code or any CSS colour. */
  backdropColor: {kind: 'text', path: 'theme.backdrop_color'},
  /** Whether a tap beside the checkout closes it. Razorpay's default: `false`. */
  modalBackdropclose: {kind: 'flag'},
  /** Whether the Escape key closes the checkout. Razorpay's default: `true`. */
  modalEscape: {kind: 'flag'},
  /** Whether the browser's back button steps back in the checkout. Razorpay's default: `true`. */
  modalHandleback: {kind: 'flag'},
  /** Whether closing asks for a confirmation. Razorpay's default: `false`. */
  modalConfirmClose: {kind: 'flag'},
  /** Whether the checkout is animated. Razorpay's default: `true`, or what the shopper's system prefers. */
  modalAnimation: {kind: 'flag'},
  /** Where Razorpay posts the result when it redirects; its domain must be on Razorpay's allow-list. */
  callbackUrl: {kind: 'url'},
  /** Whether the result is posted to `callback-url` instead of to the page. Razorpay's default: `false`. */
  redirect: {kind: 'flag'},
  /** Seconds after which the checkout closes. Razorpay's default: never. */
  timeout: {kind: 'whole'},
  /** Whether the name can't be edited. Razorpay's default: `false`. */
  readonlyName: {kind: 'flag'},
  /** Whether the e-mail address can't be edited. Razorpay's default: `false`. */
  readonlyEmail: {kind: 'flag'},
  /** Whether the phone number can't be edited. Razorpay's default: `false`. */
  readonlyContact: {kind: 'flag'},
  /** Whether Razorpay's Android SDK reads the one-time password by itself. */
  sendSmsHash: {kind: 'flag'},
  /** Whether the shopper may try again after a failed payment. Razorpay's default: `true`. */
  retry: {kind: 'flag', path: 'retry.enabled'},
  /** How often the shopper may try again. Razorpay heeds it in its mobile SDKs only. */
  retryMaxCount: {kind: 'whole'},
  /** Language of the checkout: `en ben hi mar guj tam tel kan`, or `bn mr gu ta te kn`. */
  language: {kind: 'language', path: 'config.display.language'},
  /** Customer whose saved cards and mandates are used, `cust_…`. */
  customerId: {kind: 'customer'},
  /** Authorises later charges: `true`, or `preferred` to let the shopper choose. */
  recurring: {kind: 'recurring'},
} as const satisfies Record<string, OptionRow>;

/** One option: its kind, and its path in Razorpay's object where the name is shorter. */
export interface OptionRow {
  kind: string;
  path?: string;
}

export type OptionName = keyof typeof OPTIONS;

/** Returns the attribute of a property: its name in kebab case. */
export const attributeOf = (property: string) =>
  property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Returns an attribute's text as the value of its kind: `''` and `true` are a set flag, digits are a
 * number. What does not fit stays the text that was typed, so that a message can name it.
 */
export function readOption(kind: string, text: unknown): unknown {
  if (typeof text !== 'string') return text;
  if (kind === 'flag' || kind === 'recurring') {
    return text === '' || text === 'true' ? true : text === 'false' ? false : text;
  }
  return kind === 'whole' && /^\d+$/.test(text) ? Number(text) : text;
}
