import {html} from 'hono/html';
import type {Order, OrderAddress, OrderDetails, OrderStatus} from 'rzp-magic-button/server.js';
import type {HistoryRow} from '../shop/history.js';
import {PRODUCTS} from '../shop/products.js';
import {layout} from './layout.js';
import type {Markup} from './markup.js';
import {rupees} from './rupees.js';
import {picture} from './shop-page.js';

/**
 * All that the server knows of an order. While the page is open its `data-live` parts are replaced
 * when they change. A real shop shows it to the shopper who made the order, and to nobody else.
 */
export const orderPage = (
  order: Order,
  history: HistoryRow[],
  hasMerchantActions: boolean,
  scriptUrl: string | undefined,
): Markup =>
  layout({
    title: 'Your order',
    scriptUrl,
    main: html`
      <section class="order-status" id="order-status" role="status" data-live>
        ${statusSection(order)}
      </section>
      <p><a class="back" href="/">Back to the shop</a></p>
      <p class="stale" id="stale" role="status"></p>
      <div class="order">
        <section aria-labelledby="bill">
          <h2 id="bill">What you bought</h2>
          <div class="card" id="sums" data-live>${bill(order)}</div>
        </section>
        <section aria-labelledby="past">
          <h2 id="past">What happened</h2>
          <ol class="card history" id="history" data-live>
            ${historyEntries(order, history)}
          </ol>
        </section>
        <div class="facts-of-order" id="facts" data-live>${factsOf(order)}</div>
      </div>
      ${
        hasMerchantActions
          ? html`<form class="merchant-actions" id="merchant-actions" method="post" data-live>
              ${merchantActions(order)}
            </form>`
          : ''
      }
      <details class="raw">
        <summary>As the server reads it</summary>
        <pre id="raw" data-live><code>${JSON.stringify(order, null, 2)}</code></pre>
      </details>
    `,
  });

/** Buttons for what a merchant does in Razorpay's dashboard. In the sandbox anybody may press them. */
function merchantActions({status, payment, amountRefunded}: Order): Markup | '' {
  const actions: readonly (readonly [action: string, label: string])[] =
    status === 'placed'
      ? [
          ['collect', 'Take the cash at the door'],
          ['cancel', 'Cancel the order'],
        ]
      : status === 'paid' && payment && amountRefunded < payment.amount
        ? [
            ['refund', `Refund ${rupees(partialRefund(payment.amount, amountRefunded))}`],
            ['refund-all', 'Refund all'],
          ]
        : [];
  if (!actions.length) return '';
  return html`<h2>Be the merchant</h2>
    <p class="text">As in Razorpay's dashboard. This page hears of it from the server.</p>
    ${actions.map(([action, label]) => html`<button name="action" value="${action}">${label}</button>`)}`;
}

/** The part that one press refunds. */
const PARTIAL_REFUND_PAISE = 10_000;

/** What a partial refund gives back: ₹100, or what is left. */
export const partialRefund = (paise: number, refundedPaise: number) =>
  Math.min(PARTIAL_REFUND_PAISE, paise - refundedPaise);

/** For an address that leads to no order. */
export const noOrderPage = (scriptUrl: string | undefined): Markup =>
  layout({
    title: 'No such order',
    scriptUrl,
    main: html`
      <h1>We have no such order</h1>
      <p class="text">The address may be cut off, or the order is of another shop.</p>
      <p><a class="back" href="/">Back to the shop</a></p>
    `,
  });

const BADGES: Readonly<Record<OrderStatus, string>> = {
  created: 'Not paid yet',
  attempted: 'Not paid yet',
  paid: 'Paid',
  placed: 'Placed',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  review: 'In review',
};

function statusSection(order: Order): Markup {
  const {id, status} = order;
  const {headline, text} = statusText(order);
  return html`
    <strong class="badge ${status}" id="status" data-order="${id}" data-status="${status}"
      >${BADGES[status]}</strong
    >
    <h1>${headline}</h1>
    <p class="text">${text}</p>
  `;
}

/** What the shopper reads first. */
function statusText({status, amount, amountRefunded, details, payment}: Order): {
  headline: string;
  text: string;
} {
  const name = details?.customer.shippingAddress?.name;
  const thanks = name ? `Thank you, ${name}` : 'Thank you';
  const owed = rupees(payment?.amount ?? details?.amount ?? amount);
  const back = rupees(amountRefunded);
  switch (status) {
    // Who has just paid must not be led into paying again while the payment is on its way.
    case 'created':
    case 'attempted':
      return {
        headline: 'No payment has arrived yet',
        text: `This order waits for ${owed}. If you have paid, please do not pay again: this page tells you as soon as your payment is here.`,
      };
    case 'paid':
      return amountRefunded
        ? {headline: `${back} went back to you`, text: `You had paid ${owed}.`}
        : {headline: thanks, text: `Your payment of ${owed} has arrived. We pack your order.`};
    case 'placed':
      return {headline: thanks, text: `We pack your order. You pay ${owed} at the door.`};
    case 'cancelled':
      return {headline: 'This order is cancelled', text: 'Nothing is sent, and nothing is owed.'};
    case 'refunded':
      return {headline: 'Your money went back', text: `All of it: ${back}.`};
    case 'review':
      return {
        headline: 'We look into your payment',
        text: 'It does not fit this order. Please do not pay again: we will write to you.',
      };
  }
}

function bill({amount, amountRefunded, details, lineItems, payment, status}: Order): Markup {
  const {
    shippingFee,
    shippingMethod,
    codFee,
    promotions = [],
    offerDiscount,
    tax,
  } = details ?? ({} as Partial<OrderDetails>);
  return html`
    <ul class="items">
      ${lineItems.map(
        ({sku, name, description, quantity, offerPrice}) =>
          html`<li>
            ${picture(PRODUCTS.find((product) => product.sku === sku)?.colours ?? PLAIN_COLOURS)}
            <span><strong>${name}</strong><small>${quantity} × ${description}</small></span>
            <span class="sum">${rupees(quantity * offerPrice)}</span>
          </li>`,
      )}
    </ul>
    <dl class="sums">
      ${shippingFee || shippingMethod ? sum('Shipping', shippingFee, shippingMethod?.name) : ''}
      ${codFee ? sum('Cash on delivery', codFee) : ''}
      ${promotions.map(({code, value, description}) => sum(code ?? 'Discount', -value, description))}
      ${offerDiscount ? sum('Offer of your bank', -offerDiscount) : ''}
      ${sum('Total', details?.amount ?? amount, tax?.included ? withTax(tax.total) : '', 'total')}
      ${amountRefunded ? sum('Refunded', -amountRefunded) : ''}
      ${status === 'placed' ? sum('To pay at the door', payment?.amount ?? details?.amount ?? amount, '', 'due') : ''}
    </dl>
  `;
}

/** For a product that is not sold any more. */
const PLAIN_COLOURS = ['#8a7a6c', '#4a3d33'] as const;

const withTax = (total: number) => (total ? `${rupees(total)} tax included` : 'Tax included');

const sum = (name: string, paise = 0, note = '', kind = ''): Markup =>
  html`<div class="${kind}">
    <dt>${name} ${note ? html`<small>${note}</small>` : ''}</dt>
    <dd>${paise < 0 ? `−${rupees(-paise)}` : paise ? rupees(paise) : 'Free'}</dd>
  </div>`;

function historyEntries({createdAt}: Order, history: HistoryRow[]): Markup {
  return html`${[
    {text: 'Order made', at: createdAt.toISOString()},
    ...history.map(historyEntry),
  ].map(
    ({text, at}) =>
      html`<li><strong>${text}</strong> <time datetime="${at}">${timeOf(at)}</time></li>`,
  )}`;
}

function historyEntry({status, previous, refund, at}: HistoryRow): {text: string; at: string} {
  const text = {
    paid: previous === 'placed' ? 'Paid at the door' : 'Paid',
    placed: 'Placed, to be paid on delivery',
    cancelled: 'Cancelled',
    partly_refunded: `${rupees(refund)} refunded`,
    refunded: `${rupees(refund)} refunded, now all of it`,
    refund_failed: `${rupees(-refund)} could not be refunded`,
    review: 'A payment came that does not fit',
  }[status];
  return {text, at};
}

/** In the shop's time zone, whatever the server's is. */
const timeOf = (at: string) =>
  new Date(at).toLocaleString('en-IN', {
    timeZone: 'Asia/Kolkata',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  });

function factsOf({id, receipt, payment, review, details, notes}: Order): Markup {
  const {instrument, customer} = details ?? {};
  const {shippingAddress, billingAddress} = customer ?? {};
  const isOneAddress = JSON.stringify(shippingAddress) === JSON.stringify(billingAddress);
  const paid = payment ?? review?.payment;
  return html`
    ${address(isOneAddress ? 'Sent and billed to' : 'Sent to', shippingAddress)}
    ${isOneAddress ? '' : address('Billed to', billingAddress)}
    ${factList('Payment', {
      Id: paid?.id,
      Method: paid?.method && spelledOut(paid.method),
      Amount: paid && rupees(paid.amount),
      'UPI ID': instrument?.vpa,
      Bank: instrument?.bank,
      Wallet: instrument?.wallet,
      Receiver: instrument?.receiverType,
      ...instrument?.acquirerData,
      'In review': review?.reason,
    })}
    ${factList('Order', {
      Id: id,
      Receipt: receipt,
      Contact: customer?.contact,
      Email: customer?.email,
      Offers: details?.offers.map((offer) => JSON.stringify(offer)).join(', '),
      ...notes,
      ...details?.notes,
    })}
  `;
}

function address(title: string, of: OrderAddress | undefined): Markup | '' {
  if (!of) return '';
  const {name, line1, line2, landmark, city, state, country, zipcode, contact} = of;
  const lines = [
    line1,
    line2,
    landmark,
    [city, zipcode].filter(Boolean).join(' '),
    [state, country?.toUpperCase()].filter(Boolean).join(', '),
    contact,
  ].filter(Boolean);
  return html`<section>
    <h2>${title}</h2>
    <address class="card">
      <strong>${name ?? ''}</strong>
      ${lines.map((line) => html`<span>${line}</span>`)}
    </address>
  </section>`;
}

/** A field of Razorpay's as a person writes it: `upi_transaction_id` is "UPI transaction id". */
const spelledOut = (name: string): string =>
  name.replaceAll('_', ' ').replace(/\b(arn|cod|rrn|upi|utr)\b/g, (word) => word.toUpperCase());

/** A list of the facts that are there; nothing when there are none. */
function factList(title: string, facts: Readonly<Record<string, string | undefined>>): Markup | '' {
  const entries = Object.entries(facts).filter(([, value]) => value);
  if (!entries.length) return '';
  return html`<section>
    <h2>${title}</h2>
    <dl class="card facts">
      ${entries.map(
        ([name, value]) =>
          html`<div>
            <dt>${spelledOut(name)}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
