/**
 * The options of Razorpay's checkout, each written once, with its kind.
 *
 * From this table come the properties and attributes of the element, the object that Razorpay gets,
 * and the table in the README. An attribute is the property's name in kebab case. What may be written
 * for each kind (`request/option-kinds.ts`), and where Razorpay looks for an option
 * (`request/option-paths.ts`), is loaded on a click.
 * Source: "Integrate Magic Checkout on Website", Checkout Options.
 */
export const OPTIONS = {
  /** Key id of your Razorpay account, `rzp_test_…` or `rzp_live_…`. Never the secret. */
  keyId: 'key',
  /** Id of the order to be paid, when it was made before the page was. */
  orderId: 'order',
  /** Name of the shop, shown in the checkout. */
  businessName: 'text',
  /** Magic Checkout (`true`, the default unless `recurring` is set) or Standard Checkout. */
  oneClickCheckout: 'flag',
  /** Whether the checkout offers coupons. Razorpay's default: `true`. */
  showCoupons: 'flag',
  /** Name of the shopper. */
  prefillName: 'text',
  /** E-mail address of the shopper. */
  prefillEmail: 'text',
  /** Phone number of the shopper; without a country code it is Indian. */
  prefillContact: 'contact',
  /** Coupon that is applied as soon as the checkout opens. */
  couponCode: 'text',
  /** Accent colour, as a HEX code. Razorpay enables it on request for Magic Checkout. */
  themeColor: 'hex',
  /** Colour behind the checkout, as a HEX code or any CSS colour. */
  backdropColor: 'text',
  /** Whether a tap beside the checkout closes it. Razorpay's default: `false`. */
  modalBackdropclose: 'flag',
  /** Whether the Escape key closes the checkout. Razorpay's default: `true`. */
  modalEscape: 'flag',
  /** Whether the browser's back button steps back in the checkout. Razorpay's default: `true`. */
  modalHandleback: 'flag',
  /** Whether closing asks for a confirmation. Razorpay's default: `false`. */
  modalConfirmClose: 'flag',
  /** Whether the checkout is animated. Razorpay's default: `true`, or what the shopper's system prefers. */
  modalAnimation: 'flag',
  /** Where Razorpay posts the result when it redirects; its domain must be on Razorpay's allow-list. */
  callbackUrl: 'url',
  /** Whether the result is posted to `callback-url` instead of to the page. Razorpay's default: `false`. */
  redirect: 'flag',
  /** Seconds after which the checkout closes. Razorpay's default: never. */
  timeout: 'whole',
  /** Whether the name can't be edited. Razorpay's default: `false`. */
  readonlyName: 'flag',
  /** Whether the e-mail address can't be edited. Razorpay's default: `false`. */
  readonlyEmail: 'flag',
  /** Whether the phone number can't be edited. Razorpay's default: `false`. */
  readonlyContact: 'flag',
  /** Whether Razorpay's Android SDK reads the one-time password by itself. */
  sendSmsHash: 'flag',
  /** Whether the shopper may try again after a failed payment. Razorpay's default: `true`. */
  retry: 'flag',
  /** How often the shopper may try again. Razorpay heeds it in its mobile SDKs only. */
  retryMaxCount: 'whole',
  /** Language of the checkout: `en ben hi mar guj tam tel kan`, or `bn mr gu ta te kn`. */
  language: 'language',
  /** Customer whose saved cards and mandates are used, `cust_…`. */
  customerId: 'customer',
  /** Authorises later charges: `true`, or `preferred` to let the shopper choose. */
  recurring: 'recurring',
} as const;

export type OptionName = keyof typeof OPTIONS;
