import {html} from 'hono/html';
import {formatMoney} from '../../wire/money.js';
import type {Device} from '../account/devices/device.js';
import type {Markup} from './markup.js';

/** The receipt as it comes out of the device, until it is torn off; nothing where none was printed. */
export function paper({isOutOfPaper, receipt}: Device, address: string): Markup | string {
  if (isOutOfPaper) return html`<p class="paper-out">Paper is out</p>`;
  if (!receipt) return '';
  const {amount, at, business, currency, description, hasPin, paidWith, paymentId} = receipt;
  return html`<form
    class="paper"
    id="${paymentId}"
    method="post"
    action="${address}"
    aria-label="Receipt"
  >
    <div class="strip">
      <p class="shop">${business}</p>
      <p>${timeOf(at)}</p>
      <dl>
        <dt>${description}</dt>
        <dd>${formatMoney(amount, currency)}</dd>
        <dt>${paidWith}</dt>
        <dd>${hasPin ? 'PIN' : ''}</dd>
      </dl>
      <p class="total"><span>Paid</span> <span>${formatMoney(amount, currency)}</span></p>
      <p class="reference">${paymentId}</p>
      <p>Sandbox: no money moved</p>
      <button class="tear" name="press" value="tear">Tear off</button>
    </div>
  </form>`;
}

/** Day and time in India. */
const timeOf = (seconds: number): string =>
  new Intl.DateTimeFormat('en-IN', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Kolkata',
  }).format(seconds * 1000);
