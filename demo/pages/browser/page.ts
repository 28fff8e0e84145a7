import type {RzpEventMap, RzpMagicButton} from 'rzp-magic-button';
import {rupees} from '../rupees.js';
import {followOrder} from './follow-order.js';
import {followSubscription} from './follow-subscription.js';
import {followTill} from './follow-till.js';

/** What the log says of each event, without the signature. */
const LOG_TEXTS: {[Type in keyof RzpEventMap]: (event: RzpEventMap[Type]) => string} = {
  'rzp-open': () => 'about to open',
  'rzp-attempt-failed': ({error}) => `${error.reason ?? error.code}: ${error.description}`,
  'rzp-payment': ({payment}) => `${payment.razorpay_payment_id}, not confirmed yet`,
  'rzp-success': ({status, paymentId}) => `${status}, ${paymentId}`,
  'rzp-unconfirmed': ({doubt, paymentId}) => `${doubt}, ${paymentId}`,
  'rzp-dismiss': ({reason}) => reason,
  'rzp-error': ({error}) => `${error.code}: ${error.message}`,
  'rzp-analytics': ({step}) => step,
  'rzp-statechange': ({state, previous}) => `${previous} → ${state}`,
};

const log = document.querySelector('#log');

for (const type of Object.keys(LOG_TEXTS) as (keyof RzpEventMap)[]) {
  document.addEventListener(type, (event) => {
    const entry = document.createElement('li');
    const name = document.createElement('code');
    name.textContent = type;
    entry.append(name, ` ${(LOG_TEXTS[type] as (event: Event) => string)(event)}`);
    entry.dataset.type = type;
    log?.append(entry);
  });
}

for (const type of ['rzp-success', 'rzp-unconfirmed'] as const) {
  document.addEventListener(type, ({orderId}) =>
    log?.lastElementChild?.append(' ', linkTo(orderId, 'See the order')),
  );
}

const stale = document.querySelector('#stale');
const subscription = document.querySelector<HTMLElement>('.subscription');
const till = document.querySelector<HTMLElement>('.till');
if (stale && subscription) followSubscription(subscription, stale);
else if (stale && till) followTill(till, stale);
else if (stale) followOrder(stale);

document.querySelector('#print')?.addEventListener('click', () => print());

const cart = document.querySelector<HTMLFormElement>('#cart');
const pay = document.querySelector<RzpMagicButton>('#pay');
if (cart && pay) followCart(cart, pay);

/** Shows a total, for information only: what is paid is what the server adds up. */
function followCart(cart: HTMLFormElement, pay: RzpMagicButton): void {
  const total = document.querySelector('#total');
  const thanks = document.querySelector('#thanks');
  const inputs = [...cart.querySelectorAll<HTMLInputElement>('input[type=number]')];
  const count = () => {
    const items = inputs.map((input) => ({sku: input.name, quantity: input.valueAsNumber || 0}));
    const paise = inputs.reduce(
      (sum, {dataset, valueAsNumber}) => sum + Number(dataset.price) * (valueAsNumber || 0),
      0,
    );
    pay.orderData = {items};
    if (total) total.textContent = rupees(paise);
  };
  cart.addEventListener('input', count);
  cart.addEventListener('submit', (event) => event.preventDefault());
  count();
  pay.addEventListener('rzp-success', ({orderId}) => {
    thanks?.replaceChildren('Thank you! Your order is ', linkTo(orderId), '.');
  });
}

/** The order's page, which tells what becomes of it. */
function linkTo(orderId: string, text = orderId): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `/order?order_id=${encodeURIComponent(orderId)}`;
  link.textContent = text;
  return link;
}
