import {html} from 'hono/html';
import {TEST_CARDS} from '../account/test-cards.js';
import {networkOf, spacedNumber} from '../model/input/card-numbers.js';
import {FAILING_CARDS} from '../model/payment-failures.js';
import type {Markup} from './markup.js';

/** What a merchant enters in a shop, and a shopper in the checkout, each with a button to copy it. */
export const toCopy = (origin: string, keyId: string): Markup => html`
  <h2 id="copy-title">To copy</h2>
  <div class="columns">
    <div class="card">
      <h3>For the shop</h3>
      <dl class="copies">
        ${entry('script-url', `${origin}/v1/magic-checkout.js`)}
        ${entry('script-url for mandates', `${origin}/v1/checkout.js`)}
        ${entry('baseUrl of the server', origin)} ${entry('Key id', keyId)}
      </dl>
    </div>
    <div class="card">
      <h3>UPI IDs</h3>
      <dl class="copies">
        ${entry('pays', 'success@razorpay')} ${entry('is declined', 'failure@razorpay')}
      </dl>
      <p class="hint">Any other ID asks on a page of the bank.</p>
    </div>
    <div class="card">
      <h3>Cards</h3>
      <dl class="copies">
        ${TEST_CARDS.map((number) => entry(networkOf(number) ?? '', spacedNumber(number)))}
      </dl>
      <p class="hint">
        Any date to come and any CVV. Four to ten digits are a right OTP, fewer are a wrong one.
      </p>
      <details>
        <summary>Cards that fail in another way</summary>
        <dl class="copies">
          ${FAILING_CARDS.map(([number, reason]) => entry(reason, spacedNumber(number)))}
        </dl>
        <p class="hint">They fail once you choose Failure on the page of the bank.</p>
      </details>
    </div>
  </div>
`;

/** The button is shown only by the script, for without it nothing copies. */
const entry = (name: string, text: string): Markup =>
  html`<div>
    <dt>${name}</dt>
    <dd>
      <code>${text}</code>
      <button class="copy small" type="button" data-copy="${text}" aria-label="Copy ${text}">
        Copy
      </button>
    </dd>
  </div>`;
