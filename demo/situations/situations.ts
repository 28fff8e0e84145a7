/** One demo page: a situation, the markup that a merchant would write for it, and what to try. */
export interface Situation {
  path: string;
  title: string;
  text: string;
  /** `{attributes}`, `{origin}`, `{order-id}` and the like stand for what the shop fills in. */
  markup: string;
}

const CDN = '<script type="module" src="/cdn/rzp-magic-button.js"></script>';

/** HTML alone may name Razorpay's scripts only: a script of the shop's own is for JavaScript to allow. */
const allow = (path: string) => `<script type="module">
  await customElements.whenDefined('rzp-magic-button');
  customElements.get('rzp-magic-button').allowedScriptOrigins = ['${path}'];
</script>`;

const tag = (attributes: string, label = 'Pay ₹349') =>
  `<rzp-magic-button\n  ${attributes
    .trim()
    .split(/\s*\n\s*/)
    .join('\n  ')}{attributes}>\n  ${label}\n</rzp-magic-button>`;

const SERVER = `order-url="/checkout/orders"
  verify-url="/checkout/verify"
  status-url="/checkout/status"
  business-name="Kettle & Leaf"`;

const HOSTED = `<form method="post" action="{api}/v1/checkout/embedded">
  <input type="hidden" name="key_id" value="{key-id}">
  <input type="hidden" name="order_id" value="{pickup-order-id}">
  <input type="hidden" name="amount" value="34900">
  <input type="hidden" name="name" value="Kettle & Leaf">
  <input type="hidden" name="prefill[contact]" value="9000090000">
  <input type="hidden" name="prefill[email]" value="asha@example.com">
  <input type="hidden" name="callback_url" value="{origin}/checkout/callback">
  <input type="hidden" name="cancel_url" value="{origin}/order?order_id={pickup-order-id}">
  <button>Pay ₹349</button>
</form>`;

export const SITUATIONS: readonly Situation[] = [
  {
    path: '/server-order',
    title: 'Order made on a click',
    text: 'The tag says what is bought; the server says what it costs. Pay with any method.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n data-order-sku="assam"\n prefill-contact="90000 90000"\n prefill-email="asha@example.com"`)}`,
  },
  {
    path: '/static-order',
    title: 'Order made before the page',
    text: 'The server made the order while it rendered this page and wrote its id into the tag.',
    markup: `${CDN}\n\n${tag('key-id="{key-id}"\n order-id="{order-id}"\n verify-url="/checkout/verify"\n business-name="Kettle & Leaf"')}`,
  },
  {
    path: '/two-buttons',
    title: 'Two buttons',
    text: 'One checkout is open at a time, whatever the number of buttons.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n data-order-sku="assam"`, 'Assam Gold ₹349')}\n${tag(`${SERVER}\n data-order-sku="masala"\n variant="outline"`, 'Masala Chai ₹299')}`,
  },
  {
    path: '/declined-then-paid',
    title: 'Declined, then paid',
    text: 'Pay by UPI with failure@razorpay, then try again with success@razorpay. The checkout stays open in between: a failed attempt is not the end.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n data-order-sku="assam"`)}`,
  },
  {
    path: '/dismissed',
    title: 'Dismissed',
    text: 'Close the checkout without paying. It asks first; then the button is ready again, for the same order.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n modal-confirm-close="true"\n data-order-sku="assam"`)}`,
  },
  {
    path: '/blocked-script',
    title: 'Blocked script',
    text: 'The script of the checkout does not load here, as behind an ad blocker. The button says so and can be pressed again.',
    markup: `${CDN}\n${allow('/blocked/magic-checkout.js')}\n\n<rzp-magic-button\n  order-url="/checkout/orders"\n  verify-url="/checkout/verify"\n  script-url="/blocked/magic-checkout.js"\n  data-order-sku="assam">\n  Pay ₹349\n</rzp-magic-button>`,
  },
  {
    path: '/forged-signature',
    title: 'Forged signature',
    text: 'The script of this page lies: it reports a payment that never was, with a made-up signature. The server is not impressed, and the button never says "Paid".',
    markup: `${CDN}\n${allow('/forged/magic-checkout.js')}\n\n<rzp-magic-button\n  order-url="/checkout/orders"\n  verify-url="/checkout/verify"\n  script-url="/forged/magic-checkout.js"\n  data-order-sku="assam">\n  Pay ₹349\n</rzp-magic-button>`,
  },
  {
    path: '/missing-attribute',
    title: 'Missing attribute',
    text: 'Nobody would confirm this payment: verify-url is missing. No order is made; the console and the log below say what to write.',
    markup: `${CDN}\n\n<rzp-magic-button\n  order-url="/checkout/orders"\n  data-order-sku="assam"{attributes}>\n  Pay ₹349\n</rzp-magic-button>`,
  },
  {
    path: '/cdn-module',
    title: 'From a CDN, as a module',
    text: 'One script tag. A page view loads the face of the button; the rest comes when a finger nears it.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n data-order-sku="kulhad"\n size="large"`, 'Pay ₹549')}`,
  },
  {
    path: '/classic-script',
    title: 'From a CDN, as a classic script',
    text: 'For pages without modules: a plain script tag, which finds the rest of its code beside itself.',
    markup: `<script src="/cdn/rzp-magic-button.iife.js"></script>\n\n${tag(`${SERVER}\n data-order-sku="kulhad"`, 'Pay ₹549')}`,
  },
  {
    path: '/two-copies',
    title: 'Two copies of the package',
    text: 'A theme brought one, a plugin the other. The tag is registered once, and both share one script and one open checkout.',
    markup: `<script src="/cdn/rzp-magic-button.iife.js"></script>\n${CDN}\n\n${tag(`${SERVER}\n data-order-sku="assam"`)}`,
  },
  {
    path: '/own-script',
    title: "Razorpay's script already there",
    text: 'The page loads the script of the checkout by itself. The button takes it as it is and loads no second one.',
    markup: `<script async src="{script-src}"></script>\n${CDN}\n\n${tag(`${SERVER}\n data-order-sku="assam"`)}`,
  },
  {
    path: '/coupon-code',
    title: 'Coupon from a link',
    text: 'A newsletter led here, and its coupon is applied when the checkout opens. FRIENDS is for regulars: it wants your number and an OTP first (any four digits).',
    markup: `${CDN}\n\n${tag(`${SERVER}\n coupon-code="FRIENDS"\n data-order-sku="assam"`)}`,
  },
  {
    path: '/callback-url',
    title: 'With a callback',
    text: 'iPhones, iPads and the browsers inside apps can not show every bank in the page: where there is a callback-url, Razorpay redirects them and nobody else. Both ways end in the same order.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n callback-url="{origin}/checkout/callback"\n data-order-sku="assam"`)}`,
  },
  {
    path: '/redirected',
    title: 'Redirected',
    text: 'Every browser is redirected here: Razorpay posts the result to your server, which sends the shopper on to the order.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n callback-url="{origin}/checkout/callback"\n redirect\n data-order-sku="assam"`)}`,
  },
  {
    path: '/hosted',
    title: 'Without a script',
    text: 'A plain form, for browsers that run no script: Razorpay shows a page of its own and posts the result to your server, which is the same. That page asks for no address.',
    markup: HOSTED,
  },
];
