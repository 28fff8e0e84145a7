import {html} from 'hono/html';
import type {Order} from 'rzp-magic-button/server.js';
import {layout} from './layout.js';
import type {Markup} from './markup.js';

interface GiftPageParts {
  order: Order;
  fields: Readonly<Record<string, string>>;
  scriptUrl: string | undefined;
}

/** What a form has brought that was sent with a payment. */
export const giftPage = ({order: {id, status}, fields, scriptUrl}: GiftPageParts): Markup =>
  layout({
    title: 'Your gift',
    scriptUrl,
    main: html`
      <h1>Your gift is on its way</h1>
      <p class="text">
        The form came with a payment that Razorpay has signed, and the order is ${status}.
      </p>
      <p><a href="/order?order_id=${id}">See the order</a></p>
      <h2>What came with the form</h2>
      <dl class="card came">
        ${Object.entries(fields).map(
          ([name, text]) =>
            html`<dt><code>${name}</code></dt>
              <dd>${text}</dd>`,
        )}
      </dl>
    `,
  });

/** What stands there where nobody has paid for it. */
export const noGiftPage = (scriptUrl: string | undefined): Markup =>
  layout({
    title: 'No gift',
    scriptUrl,
    main: html`
      <h1>This is not paid for</h1>
      <p class="text">
        The form came without a payment that Razorpay has signed, so nothing is sent.
        <a href="/order-form">Back to the form</a>
      </p>
    `,
  });
