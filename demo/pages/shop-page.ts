import {html, raw} from 'hono/html';
import {PRODUCTS, type Product} from '../shop/products.js';
import {EVENT_LOG, layout, SHOP_NAME} from './layout.js';
import type {Markup} from './markup.js';
import {rupees} from './rupees.js';

/** The shop: three products and one button, which gets `attributes` beside its own. */
export const shopPage = (attributes: string, scriptUrl: string | undefined): Markup =>
  layout({
    title: 'Shop',
    scriptUrl,
    current: '/',
    isHome: true,
    main: html`
      <h1 class="unseen">Shop</h1>
      ${steps(scriptUrl)}
      <form class="products" id="cart">${PRODUCTS.map(productCard)}</form>
      <section class="cart-total" aria-label="Your cart">
        <p>Total <output id="total" form="cart">₹0</output></p>
        <rzp-magic-button
          id="pay"
          order-url="/checkout/orders"
          verify-url="/checkout/verify"
          status-url="/checkout/status"
          business-name="${SHOP_NAME}"
          theme-color="#b45309"
          ${raw(attributes)}
          >Pay</rzp-magic-button
        >
        <p class="thanks" id="thanks" role="status"></p>
      </section>
      <a class="never-run-out" href="/subscription">
        ${picture(['#4d7c3f', '#274c1b'])}
        <span>
          <strong>Never run out of tea</strong>
          <small
            >A box each month: approve it once in your UPI app, pause or end it any time.</small
          >
        </span>
        <b>Subscribe</b>
      </a>
      ${scriptUrl ? toTill() : ''} ${EVENT_LOG}
      <script type="module" src="/cdn/rzp-magic-button.js"></script>
    `,
  });

/** What to do here, before anything else is seen. */
const steps = (scriptUrl: string | undefined): Markup =>
  html`<ol class="steps" aria-label="How to try it">
    <li>Fill the cart, and press <b>Pay</b>.</li>
    <li>
      Choose UPI. <code>success@razorpay</code> pays, <code>failure@razorpay</code>
      is declined${scriptUrl ? '' : ', with test keys of Razorpay’s'}.
    </li>
    <li>
      See what came of it on the page of the order, and in
      ${
        scriptUrl
          ? html`<a href="${new URL(scriptUrl).origin}">the sandbox</a>, which plays Razorpay. No
              money moves.`
          : 'Razorpay’s dashboard.'
      }
    </li>
  </ol>`;

/** Only where a sandbox plays the devices. */
const toTill = (): Markup =>
  html`<a class="never-run-out" href="/till">
    ${picture(['#b45309', '#451a03'])}
    <span>
      <strong>Stand at the counter</strong>
      <small>Ring up, send it to a POS device, and tap the card yourself.</small>
    </span>
    <b>Open the till</b>
  </a>`;

const productCard = ({sku, name, description, price, colours}: Product): Markup => html`
  <article>
    ${picture(colours)}
    <h2>${name}</h2>
    <p>${description}</p>
    <p class="price">${rupees(price)}</p>
    <label
      >Quantity
      <input
        type="number"
        name="${sku}"
        data-price="${price}"
        value="${sku === 'assam' ? 1 : 0}"
        min="0"
        max="20"
        inputmode="numeric"
    /></label>
  </article>
`;

/** A decorative picture of a cup. */
export const picture = ([light, dark]: Product['colours']): Markup =>
  html`<svg viewBox="0 0 120 90" aria-hidden="true">
    <rect width="120" height="90" rx="8" fill="${light}22" />
    <path d="M34 36h46v18a18 18 0 0 1-18 18H52a18 18 0 0 1-18-18z" fill="${light}" />
    <path d="M80 41h5a8 8 0 0 1 0 16h-6" fill="none" stroke="${light}" stroke-width="5" />
    <ellipse cx="57" cy="36" rx="23" ry="5" fill="${dark}" />
    <path
      d="M48 27c-4-5 4-7 0-13M60 27c-4-5 4-7 0-13M70 27c-4-5 4-7 0-13"
      fill="none"
      stroke="${dark}"
      stroke-width="2"
      stroke-linecap="round"
      opacity=".45"
    />
  </svg>`;
