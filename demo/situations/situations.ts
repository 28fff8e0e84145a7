/** One demo page: a situation, the markup that a merchant would write for it, and what to try. */
export interface Situation {
  path: string;
  group: SituationGroup;
  title: string;
  /** What it shows, in a line. */
  line: string;
  text: string;
  /** `{attributes}`, `{origin}`, `{order-id}` and the like stand for what the shop fills in. */
  markup: string;
}

export type SituationGroup = keyof typeof SITUATION_GROUPS;

/** What situations are about, in the order in which they are listed. */
export const SITUATION_GROUPS = {
  order: 'The order',
  trouble: 'When something goes wrong',
  script: 'How the script comes',
  redirect: 'Where no window opens in the page',
} as const;

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
    .join('\n  ')}{attributes}>${label && `\n  ${label}\n`}</rzp-magic-button>`;

const SERVER = `order-url="/checkout/orders"
  verify-url="/checkout/verify"
  status-url="/checkout/status"
  business-name="Kettle & Leaf"`;

const GIFT = `<form class="order-form" method="post" action="/gift">
  <label>Tea
    <select name="sku">
      <option value="assam">Assam Gold, ₹349</option>
      <option value="masala">Masala Chai, ₹299</option>
    </select>
  </label>
  <label>How many <input name="quantity" type="number" value="1" min="1" max="9" required></label>
  <label>For whom <input name="recipient" autocomplete="off" required></label>
  <label>On the card <textarea name="message" rows="2"></textarea></label>
  ${tag(`submit\n order-form="sku quantity"\n ${SERVER}`, 'Pay and send').replaceAll('\n', '\n  ')}
</form>`;

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
    group: 'order',
    title: 'Order made on a click',
    line: 'The tag says what is bought, the server what it costs.',
    text: 'The tag says what is bought; the server says what it costs. Pay with any method.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n data-order-sku="assam"\n prefill-contact="90000 90000"\n prefill-email="asha@example.com"`)}`,
  },
  {
    path: '/without-label',
    group: 'order',
    title: 'Without a label',
    line: 'The button says what it costs, in the language of the shopper.',
    text: 'The tag says what a press is for and what it costs. The button says it in the language of the page, or in that of its language attribute.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n type="pay"\n amount="34900"\n data-order-sku="assam"`, '')}`,
  },
  {
    path: '/order-form',
    group: 'order',
    title: 'In a form',
    line: 'Two fields say what is bought; once it is paid the form is sent, with what Razorpay says.',
    text: 'The button is the submit button of the form. Tea and number are what is bought; card and recipient are for whoever packs it. Enter in a field pays too.',
    markup: `${CDN}\n\n${GIFT}`,
  },
  {
    path: '/static-order',
    group: 'order',
    title: 'Order made before the page',
    line: 'The server wrote the id of the order into the tag.',
    text: 'The server made the order while it rendered this page and wrote its id into the tag.',
    markup: `${CDN}\n\n${tag('key-id="{key-id}"\n order-id="{order-id}"\n verify-url="/checkout/verify"\n business-name="Kettle & Leaf"')}`,
  },
  {
    path: '/two-buttons',
    group: 'order',
    title: 'Two buttons',
    line: 'Two carts on one page, and one checkout at a time.',
    text: 'One checkout is open at a time, whatever the number of buttons.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n data-order-sku="assam"`, 'Assam Gold ₹349')}\n${tag(`${SERVER}\n data-order-sku="masala"\n variant="outline"`, 'Masala Chai ₹299')}`,
  },
  {
    path: '/declined-then-paid',
    group: 'trouble',
    title: 'Declined, then paid',
    line: 'A first try fails, and the checkout stays open for a second.',
    text: 'Pay by UPI with failure@razorpay, then try again with success@razorpay. The checkout stays open in between: a failed attempt is not the end.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n data-order-sku="assam"`)}`,
  },
  {
    path: '/dismissed',
    group: 'trouble',
    title: 'Dismissed',
    line: 'Closed without paying: the same order can be paid later.',
    text: 'Close the checkout without paying. It asks first; then the button is ready again, for the same order.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n modal-confirm-close="true"\n data-order-sku="assam"`)}`,
  },
  {
    path: '/blocked-script',
    group: 'trouble',
    title: 'Blocked script',
    line: 'An ad blocker keeps the script of the checkout out.',
    text: 'The script of the checkout does not load here, as behind an ad blocker. The button says so and can be pressed again.',
    markup: `${CDN}\n${allow('/blocked/magic-checkout.js')}\n\n<rzp-magic-button\n  order-url="/checkout/orders"\n  verify-url="/checkout/verify"\n  script-url="/blocked/magic-checkout.js"\n  data-order-sku="assam">\n  Pay ₹349\n</rzp-magic-button>`,
  },
  {
    path: '/forged-signature',
    group: 'trouble',
    title: 'Forged signature',
    line: 'A page that lies about a payment gets nothing.',
    text: 'The script of this page lies: it reports a payment that never was, with a made-up signature. The server is not impressed, and the button never says "Paid".',
    markup: `${CDN}\n${allow('/forged/magic-checkout.js')}\n\n<rzp-magic-button\n  order-url="/checkout/orders"\n  verify-url="/checkout/verify"\n  script-url="/forged/magic-checkout.js"\n  data-order-sku="assam">\n  Pay ₹349\n</rzp-magic-button>`,
  },
  {
    path: '/missing-attribute',
    group: 'trouble',
    title: 'Missing attribute',
    line: 'What a developer forgot is named, and no order is made.',
    text: 'Nobody would confirm this payment: verify-url is missing. No order is made; the console and the log below say what to write.',
    markup: `${CDN}\n\n<rzp-magic-button\n  order-url="/checkout/orders"\n  data-order-sku="assam"{attributes}>\n  Pay ₹349\n</rzp-magic-button>`,
  },
  {
    path: '/cdn-module',
    group: 'script',
    title: 'From a CDN, as a module',
    line: 'One tag, and little to load before somebody comes near.',
    text: 'One script tag. A page view loads the face of the button; the rest comes when a finger nears it.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n data-order-sku="kulhad"\n size="large"`, 'Pay ₹549')}`,
  },
  {
    path: '/classic-script',
    group: 'script',
    title: 'From a CDN, as a classic script',
    line: 'For pages without modules.',
    text: 'For pages without modules: a plain script tag, which finds the rest of its code beside itself.',
    markup: `<script src="/cdn/rzp-magic-button.iife.js"></script>\n\n${tag(`${SERVER}\n data-order-sku="kulhad"`, 'Pay ₹549')}`,
  },
  {
    path: '/two-copies',
    group: 'script',
    title: 'Two copies of the package',
    line: 'A theme brought one, a plugin another.',
    text: 'A theme brought one, a plugin the other. The tag is registered once, and both share one script and one open checkout.',
    markup: `<script src="/cdn/rzp-magic-button.iife.js"></script>\n${CDN}\n\n${tag(`${SERVER}\n data-order-sku="assam"`)}`,
  },
  {
    path: '/own-script',
    group: 'script',
    title: "Razorpay's script already there",
    line: 'The page loads the script of the checkout by itself.',
    text: 'The page loads the script of the checkout by itself. The button takes it as it is and loads no second one.',
    markup: `<script async src="{script-src}"></script>\n${CDN}\n\n${tag(`${SERVER}\n data-order-sku="assam"`)}`,
  },
  {
    path: '/coupon-code',
    group: 'order',
    title: 'Coupon from a link',
    line: 'A code from a newsletter is applied as the checkout opens.',
    text: 'A newsletter led here, and its coupon is applied when the checkout opens. FRIENDS is for regulars: it wants your number and an OTP first (any four digits).',
    markup: `${CDN}\n\n${tag(`${SERVER}\n coupon-code="FRIENDS"\n data-order-sku="assam"`)}`,
  },
  {
    path: '/callback-url',
    group: 'redirect',
    title: 'With a callback',
    line: 'Only browsers that need it leave the page.',
    text: 'iPhones, iPads and the browsers inside apps can not show every bank in the page: where there is a callback-url, Razorpay redirects them and nobody else. Both ways end in the same order.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n callback-url="{origin}/checkout/callback"\n data-order-sku="assam"`)}`,
  },
  {
    path: '/redirected',
    group: 'redirect',
    title: 'Redirected',
    line: 'Every browser leaves the page, and comes back to the order.',
    text: 'Every browser is redirected here: Razorpay posts the result to your server, which sends the shopper on to the order.',
    markup: `${CDN}\n\n${tag(`${SERVER}\n callback-url="{origin}/checkout/callback"\n redirect\n data-order-sku="assam"`)}`,
  },
  {
    path: '/hosted',
    group: 'redirect',
    title: 'Without a script',
    line: 'A plain form, for browsers that run no script.',
    text: 'A plain form, for browsers that run no script: Razorpay shows a page of its own and posts the result to your server, which is the same. That page asks for no address.',
    markup: HOSTED,
  },
];
