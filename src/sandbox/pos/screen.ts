import {html} from 'hono/html';
import {formatMoney} from '../../wire/money.js';
import type {Device, Sale} from '../account/devices/device.js';
import {MOST_PIN_TRIES} from '../account/devices/device.js';
import {qrPath} from '../upi/qr-code.js';
import type {Markup} from './markup.js';

/** What the screen of a device shows. */
export function screen(device: Device, origin: string): Markup {
  const {isConnected, sale, screen: shown} = device;
  return html`<div class="bar" aria-hidden="true">
      <span>${device.id}</span>
      <span class="link ${isConnected ? '' : 'cut'}">${isConnected ? '▂▄▆' : '✕ no link'}</span>
    </div>
    ${isConnected ? '' : html`<p class="hidden" role="status">The till can not reach the device.</p>`}
    <div class="shown" data-screen="${shown}" role="status">
      ${sale && shown !== 'idle' ? SCREENS[shown](sale, device, origin) : idle}
    </div>`;
}

const idle = html`<p class="big">Welcome</p>
  <p class="small">Waiting for the till</p>`;

const SCREENS: Readonly<
  Record<Exclude<Device['screen'], 'idle'>, (sale: Sale, device: Device, origin: string) => Markup>
> = {
  ready: (sale) =>
    html`${amount(sale)}
      <p class="small">Tap a card, or scan</p>
      <button class="soft" name="press" value="show:qr">UPI code</button>`,
  qr: (sale, _device, origin) => {
    const {path, size} = qrPath(`${origin}/upi/device/${sale.activity.id}`);
    return html`<svg
        class="qr"
        viewBox="-2 -2 ${size + 4} ${size + 4}"
        shape-rendering="crispEdges"
        role="img"
        aria-label="Code to pay by UPI"
      >
        <path fill="#fff" d="M-2-2h${size + 4}v${size + 4}h-${size + 4}z" />
        <path d="${path}" />
      </svg>
      <div class="side">
        <p class="small">${sale.checkout.name}</p>
        <p class="big">${money(sale)}</p>
        <p class="small">Scan with a UPI app</p>
        <button class="soft" name="press" value="show:card">Card</button>
      </div>`;
  },
  pin: ({checkout, digits, pinTriesLeft}) =>
    html`<p class="small">${formatMoney(checkout.amount, checkout.currency)}</p>
      <p class="big">Enter PIN</p>
      <p class="pin">
        <span aria-hidden="true"
          >${'●'.repeat(digits.length)}${'○'.repeat(Math.max(0, 4 - digits.length))}</span
        >
        <span class="hidden"
          >${digits.length} ${digits.length === 1 ? 'digit' : 'digits'} typed</span
        >
      </p>
      <p class="small">
        ${
          pinTriesLeft === MOST_PIN_TRIES
            ? 'then press the green key'
            : html`<strong>Wrong PIN.</strong>
                ${pinTriesLeft === 1 ? 'One try' : `${pinTriesLeft} tries`} left`
        }
      </p>`,
  processing: (sale) =>
    html`${amount(sale)}
      <span class="spinner" aria-hidden="true"></span>
      <p class="small">Asking the bank. Please wait.</p>`,
  approved: (sale, {isOutOfPaper}) =>
    html`${sign('M5 13l4.5 4.5L19 7')}
      <p class="big">Approved</p>
      <p>${money(sale)}</p>
      <p class="small">${isOutOfPaper ? 'Paper is out: no receipt' : 'Take your receipt'}</p>`,
  declined: ({activity}) =>
    html`${sign('M6 6l12 12M18 6L6 18')}
      <p class="big">Not paid</p>
      <p class="small">${activity.error?.reason ?? activity.error?.description ?? ''}</p>
      <p class="code">${activity.error?.code ?? ''}</p>`,
  cancelled: (sale) =>
    html`${sign('M6 12h12')}
      <p class="big">Cancelled</p>
      <p class="small">Nothing was paid of ${money(sale)}</p>`,
};

const money = ({checkout}: Sale): string => formatMoney(checkout.amount, checkout.currency);

const amount = (sale: Sale): Markup =>
  html`<p class="small">${sale.checkout.name}</p>
    <p class="amount">${money(sale)}</p>
    <p class="small">${sale.checkout.description}</p>`;

const sign = (path: string): Markup =>
  html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}" /></svg>`;
