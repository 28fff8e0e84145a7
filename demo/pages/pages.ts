import type {Hono} from 'hono';
import {csrf} from 'hono/csrf';
import {
  verifyPaymentSignature,
  type Checkout,
  type Order,
  type OrderPayment,
  type RazorpayConfig,
} from 'rzp-magic-button/server.js';
import {API_URL, MAGIC_CHECKOUT_URL} from '../../src/wire/addresses.js';
import type {HistoryRow} from '../shop/history.js';
import {FAULT_TITLES} from '../situations/fault-titles.js';
import {SITUATIONS} from '../situations/situations.js';
import {LANGUAGES, languageOf} from '../../src/wire/languages.js';
import {knobsOf, ownName} from '../gallery/knobs.js';
import {galleryPage} from './gallery-page.js';
import {giftPage, noGiftPage} from './gift-page.js';
import {escapeHtml} from './markup.js';
import {noOrderPage, orderPage, partialRefund} from './order-page.js';
import {shopPage} from './shop-page.js';
import {situationPage} from './situation-page.js';

/** What a merchant does by hand, in Razorpay's dashboard. */
export interface Dashboard {
  /** All that is left without an amount, which is in paise. */
  refund(paymentId: string, amount?: number): unknown;
  /** Cash on delivery has come in. */
  collectCash(paymentId: string): unknown;
  /** Cash on delivery is not to come. */
  cancelOrder(orderId: string): unknown;
}

export interface PagesSettings {
  checkout: Checkout;
  /** For orders that are fetched at the shop: it asks for no address. */
  pickupCheckout: Checkout;
  razorpay: RazorpayConfig;
  /** The sandbox's page script; Razorpay's own when it is left out. */
  scriptUrl?: string | undefined;
  /** The sandbox's, which anybody may use. */
  dashboard?: Dashboard | undefined;
  /** What happened to an order, the oldest first. */
  history: (orderId: string) => Promise<HistoryRow[]>;
}

/** The pages of the shop. `?fault=handler-lost` and `?language=tam` work on any with a button. */
export function addPages(app: Hono, settings: PagesSettings): void {
  const {checkout, pickupCheckout, razorpay, scriptUrl, dashboard, history} = settings;
  const scriptAndLanguage = (url: string) => {
    const {searchParams} = new URL(url);
    const fault = searchParams.get('fault');
    const script =
      scriptUrl && fault ? `${scriptUrl}?fault=${encodeURIComponent(fault)}` : scriptUrl;
    return {script, language: searchParams.get('language')};
  };
  const attributesOf = (url: string) => {
    const {script, language} = scriptAndLanguage(url);
    return Object.entries({'script-url': script, language})
      .map(([name, value]) => (value ? `\n  ${name}="${escapeHtml(value)}"` : ''))
      .join('');
  };

  app.get('/', ({req, html}) => html(shopPage(attributesOf(req.url), scriptUrl)));

  app.get('/gallery', ({req, html}) => html(galleryPage(knobsOf(req.url))));

  app.get('/order', async (context) => {
    const order = await checkout.order(context.req.query('order_id') ?? '');
    // The page shows an address, so no browser may keep it for whoever uses it next.
    context.header('Cache-Control', 'no-store');
    if (!order) return context.html(noOrderPage(scriptUrl), 404);
    return context.html(
      orderPage(order, await history(order.id), dashboard !== undefined, scriptUrl),
    );
  });

  // Without this another site in the same browser could post the form and refund an order.
  app.post('/order', csrf(), async (context) => {
    const order = await checkout.order(context.req.query('order_id') ?? '');
    if (!dashboard || !order?.payment) return context.notFound();
    const {action} = await context.req.parseBody();
    actAsMerchant(dashboard, action, {...order, payment: order.payment});
    // Razorpay sends no webhook for it. A shop reconciles every few minutes; here somebody waits.
    if (action === 'cancel') await checkout.reconcile({olderThan: 0});
    return context.redirect(`/order?order_id=${order.id}`, 303);
  });

  // A form is what anybody can send: it counts with a signature of Razorpay's, for an order of the
  // shop's that is paid, and what was bought stands in the order.
  app.post('/gift', csrf(), async (context) => {
    const fields = textsOf(await context.req.parseBody());
    const {
      razorpay_order_id: orderId = '',
      razorpay_payment_id: paymentId = '',
      razorpay_signature: signature = '',
    } = fields;
    const secrets = [razorpay.keySecret].flat();
    const isSigned = await verifyPaymentSignature(secrets, {orderId, paymentId}, signature);
    const order = isSigned ? await checkout.order(orderId) : undefined;
    if (!order || !/^(paid|placed)$/.test(order.status))
      return context.html(noGiftPage(scriptUrl), 402);
    return context.html(giftPage({order, fields, scriptUrl}));
  });

  for (const situation of SITUATIONS) {
    app.get(situation.path, async (context) => {
      const {url} = context.req;
      let markup = situation.markup
        .replaceAll('{attributes}', attributesOf(url))
        .replaceAll('{script-src}', escapeHtml(scriptAndLanguage(url).script ?? MAGIC_CHECKOUT_URL))
        .replaceAll('{api}', escapeHtml(razorpay.baseUrl ?? API_URL))
        .replaceAll('{origin}', new URL(url).origin)
        .replaceAll('{key-id}', razorpay.keyId);
      for (const [slot, seller] of Object.entries({
        '{order-id}': checkout,
        '{pickup-order-id}': pickupCheckout,
      })) {
        if (!markup.includes(slot)) continue;
        markup = markup.replaceAll(slot, await makeOrder(seller, url));
      }
      return context.html(situationPage({situation, markup, scriptUrl, ...marksOf(url)}));
    });
  }

  app.get('/forged/magic-checkout.js', (context) =>
    context.body(FORGING_SCRIPT, 200, {'Content-Type': 'text/javascript'}),
  );
}

/** The fields of a form that are texts. */
const textsOf = (body: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );

/** What the page of an address is called besides its situation, and where it stands among the others. */
function marksOf(url: string) {
  const {pathname, searchParams} = new URL(url);
  const [fault = '', word = ''] = ['fault', 'language'].map((name) => searchParams.get(name) ?? '');
  const language = languageOf(word);
  const query = fault ? `?fault=${fault}` : word ? `?language=${word}` : '';
  const lang = language && LANGUAGES[language];
  const variation = isFault(fault)
    ? {text: FAULT_TITLES[fault]}
    : lang && {text: ownName(lang), lang};
  return {current: pathname + query, variation};
}

const isFault = (name: string): name is keyof typeof FAULT_TITLES =>
  Object.hasOwn(FAULT_TITLES, name);

/** Does what was pressed among the merchant's actions. */
function actAsMerchant(
  dashboard: Dashboard,
  action: unknown,
  {id, payment, amountRefunded}: Order & {payment: OrderPayment},
): void {
  try {
    if (action === 'refund')
      dashboard.refund(payment.id, partialRefund(payment.amount, amountRefunded));
    if (action === 'refund-all') dashboard.refund(payment.id);
    if (action === 'collect') dashboard.collectCash(payment.id);
    if (action === 'cancel') dashboard.cancelOrder(id);
  } catch {
    // The button was pressed twice. The page shows that there is nothing left to do.
  }
}

/** Makes an order while a page is rendered, by the same endpoint as the button. */
async function makeOrder(checkout: Checkout, url: string): Promise<string> {
  const response = await checkout.orders(
    new Request(new URL('/checkout/orders', url), {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
      body: JSON.stringify({sku: 'assam'}),
    }),
  );
  const {order_id} = (await response.json()) as {order_id: string};
  return order_id;
}

/** An attacker's script: it reports a payment that was never made. */
const FORGING_SCRIPT = `window.Razorpay = class {
  constructor(options) { this.options = options; }
  on() {}
  close() {}
  open() {
    setTimeout(() => this.options.handler({
      razorpay_order_id: this.options.order_id,
      razorpay_payment_id: 'pay_Forged00000001',
      razorpay_signature: 'f'.repeat(64),
    }));
  }
};`;
