import {html} from 'hono/html';
import type {Order, OrderAddress, OrderDetails, OrderStatus} from 'rzp-magic-button/server.js';
import type {HistoryRow} from '../shop/history.js';
import {page} from './layout.js';
import type {Markup} from './markup.js';
import {rupees} from './rupees.js';
import {PRODUCTS} from '../shop/products.js';
import {picture} from './shop-page.js';

/**
 * All that the server knows of an order, followed while the page is open: `data-live` parts are
 * replaced when they change. A real shop shows it to the shopper who made the order, nobody else.
 */
export const orderPage = (
  order: Order,
  history: HistoryRow[],
  hasDesk: boolean,
  sandboxed: boolean,
): Markup =>
  page({
    title: 'Your order',
    sandboxed,
    main: html`
      <section class="standing" id="standing" role="status" data-live>${standing(order)}</section>
      <p class="stale" id="stale" role="status"></p>
      <div class="order">
        <section aria-labelledby="bill">
          <h2 id="bill">What you bought</h2>
          <div class="card" id="sums" data-live>${bill(order)}</div>
        </section>
        <section aria-labelledby="past">
          <h2 id="past">What happened</h2>
          <ol class="card past" id="history" data-live>
            ${past(order, history)}
          </ol>
        </section>
        <div class="known" id="known" data-live>${known(order)}</div>
      </div>
      ${hasDesk ? html`<form class="desk" id="desk" method="post" data-live>${desk(order)}</form>` : ''}
      <details class="raw">
        <summary>As the server reads it</summary>
        <pre id="raw" data-live><code>${JSON.stringify(order, null, 2)}</code></pre>
      </details>
    `,
  });

/** What the merchant may do with the order by hand: in the sandbox, anybody may. */
function desk({status, payment, amountRefunded}: Order): Markup | '' {
  const acts: readonly (readonly [act: string, label: string])[] =
    status === 'placed'
      ? [
          ['collect', 'Take the cash at the door'],
          ['cancel', 'Cancel the order'],
        ]
      : status === 'paid' && payment && amountRefunded < payment.amount
        ? [
            ['refund', `Refund ${rupees(refundOf(payment.amount, amountRefunded))}`],
            ['refund-all', 'Refund all'],
          ]
        : [];
  if (!acts.length) return '';
  return html`<h2>Be the merchant</h2>
    <p class="text">As in Razorpay's dashboard. This page hears of it from the server.</p>
    ${acts.map(([act, label]) => html`<button name="act" value="${act}">${label}</button>`)}`;
}

/** ₹100, or what is left. */
export const refundOf = (amount: number, refunded: number) => Math.min(10_000, amount - refunded);

/** For an address that leads to no order. */
export const noOrderPage = (sandboxed: boolean): Markup =>
  page({
    title: 'No such order',
    sandboxed,
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

function standing(order: Order): Markup {
  const {id, status} = order;
  const {headline, text} = sayOf(order);
  const isOpen = status === 'created' || status === 'attempted';
  return html`
    <strong class="badge ${status}" id="status" data-order="${id}" data-status="${status}"
      >${BADGES[status]}</strong
    >
    <h1>${headline}</h1>
    <p class="text">${text}</p>
    ${isOpen ? html`<p><a class="back" href="/">Back to the shop</a></p>` : ''}
  `;
}

/** What a shopper wants to read first. */
function sayOf({status, amount, amountRefunded, details, payment}: Order): {
  headline: string;
  text: string;
} {
  const name = details?.customer.shippingAddress?.name;
  const thanks = name ? `Thank you, ${name}` : 'Thank you';
  const owed = rupees(payment?.amount ?? details?.amount ?? amount);
  const back = rupees(amountRefunded);
  switch (status) {
    // Somebody who has just paid is not led into paying again.
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

function bill({amount, lineItems, details, amountRefunded}: Order): Markup {
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
            ${picture(PRODUCTS.find((product) => product.sku === sku)?.colours ?? PLAIN)}
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
    </dl>
  `;
}

/** Of a product that is not sold any more. */
const PLAIN = ['#8a7a6c', '#4a3d33'] as const;

const withTax = (total: number) => (total ? `${rupees(total)} tax included` : 'Tax included');

const sum = (name: string, paise = 0, note = '', kind = ''): Markup =>
  html`<div class="${kind}">
    <dt>${name} ${note ? html`<small>${note}</small>` : ''}</dt>
    <dd>${paise < 0 ? `−${rupees(-paise)}` : paise ? rupees(paise) : 'Free'}</dd>
  </div>`;

function past({createdAt}: Order, history: HistoryRow[]): Markup {
  return html`${[{said: 'Order made', at: createdAt.toISOString()}, ...history.map(happened)].map(
    ({said, at}) =>
      html`<li><strong>${said}</strong> <time datetime="${at}">${timeOf(at)}</time></li>`,
  )}`;
}

function happened({status, previous, refund, at}: HistoryRow): {said: string; at: string} {
  const said = {
    paid: previous === 'placed' ? 'Paid at the door' : 'Paid',
    placed: 'Placed, to be paid on delivery',
    cancelled: 'Cancelled',
    partly_refunded: `${rupees(refund)} refunded`,
    refunded: `${rupees(refund)} refunded, now all of it`,
    review: 'A payment came that does not fit',
  }[status];
  return {said, at};
}

/** The shop's time, not the server's. */
const timeOf = (at: string) =>
  new Date(at).toLocaleString('en-IN', {
    timeZone: 'Asia/Kolkata',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  });

function known({id, receipt, payment, review, details, notes}: Order): Markup {
  const {instrument, customer} = details ?? {};
  const {shippingAddress, billingAddress} = customer ?? {};
  const isOneAddress = JSON.stringify(shippingAddress) === JSON.stringify(billingAddress);
  const paid = payment ?? review?.payment;
  return html`
    ${address(isOneAddress ? 'Sent and billed to' : 'Sent to', shippingAddress)}
    ${isOneAddress ? '' : address('Billed to', billingAddress)}
    ${facts('Payment', {
      Id: paid?.id,
      Method: paid?.method,
      Amount: paid && rupees(paid.amount),
      'UPI ID': instrument?.vpa,
      Bank: instrument?.bank,
      Wallet: instrument?.wallet,
      Receiver: instrument?.receiverType,
      ...instrument?.acquirerData,
      'In review': review?.reason,
    })}
    ${facts('Order', {
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

/** What there is of the facts; nothing when there is none. */
function facts(title: string, of: Readonly<Record<string, string | undefined>>): Markup | '' {
  const entries = Object.entries(of).filter(([, value]) => value);
  if (!entries.length) return '';
  return html`<section>
    <h2>${title}</h2>
    <dl class="card facts">
      ${entries.map(
        ([name, value]) =>
          html`<div>
            <dt>${name.replaceAll('_', ' ')}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
