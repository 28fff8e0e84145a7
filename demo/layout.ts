import type {Order} from 'rzp-magic-button/server.js';
import {FAULTS} from './faults.js';
import type {Product} from './products.js';
import {PRODUCTS} from './products.js';
import {SITUATIONS, type Situation} from './situations.js';

const NAME = 'Kettle & Leaf';

/** A page of the shop; faults can be tried where the sandbox stands in for Razorpay. */
const page = (title: string, main: string, sandboxed: boolean, current = '') => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="theme-color" content="#fffaf3">
    <title>${escapeHtml(title)} · ${escapeHtml(NAME)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/shop.css">
  </head>
  <body>
    <header>
      <a class="name" href="/">${escapeHtml(NAME)}</a>
      <p>Tea and cups. A shop to try the payment button in.</p>
    </header>
    <main>${main}</main>
    <nav aria-label="Demo pages">
      <h2>Try a situation</h2>
      <ul>${SITUATIONS.map(
        ({path, title}) =>
          `<li><a href="${path}"${path === current ? ' aria-current="page"' : ''}>${escapeHtml(title)}</a></li>`,
      ).join('')}</ul>
      ${sandboxed ? faultList() : ''}
    </nav>
    <script type="module" src="/assets/page.js"></script>
  </body>
</html>
`;

/** The shop itself: three products and one button. */
export const shopPage = (scriptUrl: string, sandboxed: boolean) =>
  page(
    'Shop',
    `
    <form class="products" id="cart">
      ${PRODUCTS.map(productCard).join('')}
    </form>
    <section class="till" aria-label="Your cart">
      <p>Total <output id="total" form="cart">₹0</output></p>
      <rzp-magic-button id="pay"
        order-url="/checkout/orders"
        verify-url="/checkout/verify"
        status-url="/checkout/status"
        business-name="${escapeHtml(NAME)}"
        theme-color="#b45309"${scriptUrl}>Pay</rzp-magic-button>
      <p class="thanks" id="thanks" role="status"></p>
    </section>
    ${LOG}
    <script type="module" src="/cdn/rzp-magic-button.js"></script>`,
    sandboxed,
    '/',
  );

/** A page that shows its own markup, runs it, and logs what happens. */
export const situationPage = ({path, title, text}: Situation, markup: string, sandboxed: boolean) =>
  page(
    title,
    `
    <h1>${escapeHtml(title)}</h1>
    <p class="text">${escapeHtml(text)}</p>
    <section class="stage" aria-label="The button">${markup}</section>
    <h2>What stands in this page</h2>
    <pre><code>${escapeHtml(markup)}</code></pre>
    ${LOG}`,
    sandboxed,
    path,
  );

/** What the server knows of an order: where the shopper comes back to after a redirect. */
export const orderPage = (
  {id, status, amount, lineItems, payment, details}: Order,
  sandboxed: boolean,
) =>
  page(
    'Your order',
    `
    <h1>Your order</h1>
    <dl class="order">
      <dt>Order</dt><dd>${escapeHtml(id)}</dd>
      <dt>Status</dt><dd id="status" data-order="${escapeHtml(id)}">${escapeHtml(status)}</dd>
      ${lineItems
        .map(
          ({name, quantity, offerPrice}) =>
            `<dt>${quantity} × ${escapeHtml(name)}</dt><dd>${rupees(quantity * offerPrice)}</dd>`,
        )
        .join('')}
      ${details?.shippingFee ? `<dt>Shipping</dt><dd>${rupees(details.shippingFee)}</dd>` : ''}
      ${details?.codFee ? `<dt>Cash on delivery</dt><dd>${rupees(details.codFee)}</dd>` : ''}
      ${(details?.promotions ?? [])
        .map(
          ({code, value}) => `<dt>${escapeHtml(code ?? 'Discount')}</dt><dd>−${rupees(value)}</dd>`,
        )
        .join('')}
      <dt>Total</dt><dd>${rupees(details?.amount ?? amount)}</dd>
      ${payment ? `<dt>Payment</dt><dd>${escapeHtml(payment.id)}</dd>` : ''}
    </dl>`,
    sandboxed,
  );

const faultList = () => `
      <h2>…or a fault of the sandbox</h2>
      <ul>${Object.entries(FAULTS)
        .map(
          ([name, title]) =>
            `<li><a href="/server-order?fault=${name}">${escapeHtml(title)}</a></li>`,
        )
        .join('')}</ul>`;

const LOG = `
    <h2>What happens</h2>
    <ol class="log" id="log" aria-live="polite"></ol>`;

const productCard = ({sku, name, description, price, colours: [light, dark]}: Product) => `
      <article>
        <svg viewBox="0 0 120 90" role="img" aria-label="">
          <rect width="120" height="90" rx="8" fill="${light}22"/>
          <path d="M34 36h46v18a18 18 0 0 1-18 18H52a18 18 0 0 1-18-18z" fill="${light}"/>
          <path d="M80 41h5a8 8 0 0 1 0 16h-6" fill="none" stroke="${light}" stroke-width="5"/>
          <ellipse cx="57" cy="36" rx="23" ry="5" fill="${dark}"/>
          <path d="M48 27c-4-5 4-7 0-13M60 27c-4-5 4-7 0-13M70 27c-4-5 4-7 0-13" fill="none" stroke="${dark}" stroke-width="2" stroke-linecap="round" opacity=".45"/>
        </svg>
        <h2>${escapeHtml(name)}</h2>
        <p>${escapeHtml(description)}</p>
        <p class="price">${rupees(price)}</p>
        <label>Quantity
          <input type="number" name="${sku}" data-price="${price}" value="${sku === 'assam' ? 1 : 0}" min="0" max="20" inputmode="numeric">
        </label>
      </article>`;

/** Writes paise as rupees: `34900` is `₹349`. */
export const rupees = (paise: number) =>
  new Intl.NumberFormat('en-IN', {
    style: 'currency',
    currency: 'INR',
    minimumFractionDigits: paise % 100 ? 2 : 0,
  }).format(paise / 100);

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
