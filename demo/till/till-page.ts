import {html} from 'hono/html';
import {document, SHOP_NAME} from '../pages/layout.js';
import type {Markup} from '../pages/markup.js';
import {rupees} from '../pages/rupees.js';
import {CASHIERS} from './cashiers.js';
import {DEVICES} from './devices.js';
import {ITEMS, type Item} from './items.js';
import {saleList} from './sale-list.js';
import type {PaidSale} from './sales.js';

interface TillPageParts {
  cashier: string;
  sales: readonly PaidSale[];
  /** What is said of what was pressed. */
  notice: string;
  /** Where the sandbox plays the devices; the id of one follows after a slash. */
  devicePageUrl: string;
}

const STYLES = ['/shop.css', '/till.css'];

/**
 * The till: what is sold, the bill, the button that sends it to a device, and that device. What is rung
 * up stays in the page; what was sold is `data-live`, and replaced when it changes.
 */
export const tillPage = ({cashier, sales, notice, devicePageUrl}: TillPageParts): Markup =>
  document({
    title: 'Till',
    styles: STYLES,
    body: html`
      <div class="till" data-state="idle" data-stage="items">
        <header class="bar">
          <a class="name" href="/">${SHOP_NAME}</a>
          <fieldset class="devices" id="devices">
            <legend class="unseen">Device</legend>
            ${DEVICES.map(
              ({id, name, mode}, index) =>
                html`<label>
                  <input
                    type="radio"
                    name="device"
                    value="${id}"
                    data-mode="${mode}"
                    data-name="${name}"
                    autocomplete="off"
                    ${index === 0 ? 'checked' : ''}
                  />
                  <span>${name} <small>${mode}</small></span>
                </label>`,
            )}
          </fieldset>
          <form class="cashier" method="post" action="/till/sign-out">
            <span id="cashier" data-live>${cashier}</span><button class="quiet">Sign out</button>
          </form>
        </header>
        <main>
          <section class="stage" aria-label="Counter">
            <div class="tabs" role="group" aria-label="What is shown">
              ${STAGES.map(
                ([stage, label]) =>
                  html`<button
                    type="button"
                    data-stage="${stage}"
                    aria-pressed="${String(stage === 'items')}"
                    aria-controls="${stage}"
                  >
                    ${label}
                  </button>`,
              )}
            </div>
            <div class="goods" id="items">
              <fieldset class="tiles" id="tiles">
                <legend class="unseen">Items</legend>
                ${ITEMS.map(tile)}
              </fieldset>
              <p class="keys">
                <output id="code" aria-live="polite"></output>
                <span><kbd>1</kbd><kbd>2</kbd> code</span>
                <span><kbd>↑</kbd><kbd>↓</kbd><kbd>←</kbd><kbd>→</kbd> choose</span>
                <span><kbd>+</kbd> <kbd>−</kbd> more, less</span>
                <span><kbd>Enter</kbd> send</span>
                <span><kbd>Esc</kbd> cancel</span>
              </p>
            </div>
            <div class="sales" id="sales" data-live>${saleList(sales)}</div>
          </section>
          <section class="bill" aria-labelledby="bill-title">
            <div class="title">
              <h1 id="bill-title">Bill</h1>
              <button type="button" class="quiet" id="clear">Clear</button>
            </div>
            <p class="stale" id="stale" role="status"></p>
            <p class="notice" id="notice" role="status">${notice}</p>
            <p class="nothing" id="empty">Tap an item, or type its code.</p>
            <ol class="lines" id="lines" aria-label="On the bill"></ol>
            <div class="pay">
              <p class="total">
                <span>Total</span> <output id="total" aria-live="polite">${rupees(0)}</output>
              </p>
              <rzp-pos-button
                id="send"
                size="large"
                order-url="/checkout/orders"
                status-url="/checkout/status"
                device-url="/checkout/devices"
                business-name="${SHOP_NAME}"
                description="At the counter"
                disabled
                >Send to the device</rzp-pos-button
              >
              <div class="after" id="after" hidden>
                <a class="plain" id="receipt" href="/till/receipt" target="_blank" rel="noopener"
                  >Print receipt</a
                >
                <form id="send-receipt" method="post" action="/till/receipt">
                  <input type="hidden" name="order" />
                  <label class="unseen" for="email">Email for the receipt</label>
                  <input
                    id="email"
                    name="email"
                    type="email"
                    autocomplete="off"
                    placeholder="Email for the receipt"
                    required
                  />
                  <button>Send</button>
                </form>
                <button type="button" class="main" id="new-sale">A new sale</button>
              </div>
            </div>
          </section>
          ${terminal(devicePageUrl)}
        </main>
        <template id="line">
          <span class="about"><strong></strong><small></small></span>
          <span class="count">
            <button type="button" data-by="-1">−</button><output></output
            ><button type="button" data-by="1">+</button>
          </span>
          <span class="sum"></span>
        </template>
      </div>
      <script type="module" src="/cdn/rzp-pos-button.js"></script>
    `,
  });

/** What lies behind each other where there is no room for all. */
const STAGES = [
  ['items', 'Items'],
  ['sales', 'Last sales'],
  ['device', 'Device'],
] as const;

/** Arrows lead from one to the next, so that the tab key passes them in one step. */
const tile = ({code, name, price, group}: Item, index: number): Markup =>
  html`<button
    type="button"
    class="tile ${group}"
    data-code="${code}"
    data-name="${name}"
    data-price="${price}"
    tabindex="${index === 0 ? '0' : '-1'}"
    aria-keyshortcuts="+ -"
  >
    <span class="code" aria-hidden="true">${code}</span>
    <strong>${name}</strong>
    <span class="price">${rupees(price)}</span>
    <span class="badge" hidden></span>
  </button>`;

const terminal = (devicePageUrl: string): Markup =>
  html`<aside class="device" id="device" aria-label="The device">
    <iframe
      title="POS device"
      src="${devicePageUrl}/${DEVICES[0]?.id}"
      data-pages="${devicePageUrl}"
    ></iframe>
  </aside>`;

/** Who is at the till: nobody else takes money. */
export const cashierPage = (): Markup =>
  document({
    title: 'Till',
    styles: STYLES,
    body: html`<main class="who">
      <a class="name" href="/">${SHOP_NAME}</a>
      <h1>Who is at the till?</h1>
      <form method="post" action="/till/sign-in">
        ${CASHIERS.map(
          (name) =>
            html`<button name="cashier" value="${name}">
              <span aria-hidden="true">${name.charAt(0)}</span>${name}
            </button>`,
        )}
      </form>
      <p class="text">A real shop asks for a PIN. Here whoever says who they are is believed.</p>
    </main>`,
  });
