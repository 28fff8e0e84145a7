import {html} from 'hono/html';
import {formatMoney} from '../../wire/money.js';
import type {Device} from '../account/devices/device.js';
import type {DeviceScreen} from '../model/devices/device.js';
import {page, type Markup} from '../upi/page.js';

const ENDINGS: Readonly<Partial<Record<DeviceScreen, string>>> = {
  processing: 'The bank is asked.',
  approved: 'Paid. Thank you.',
  declined: 'Not paid.',
  cancelled: 'The shop has taken it back. Nothing was paid.',
};

/** What the shopper's UPI app shows who has scanned the code of a device. */
export function upiRequestPage(device: Device | undefined): Markup {
  const {activity, checkout} = device?.sale ?? {};
  const isOpen = device?.screen === 'ready' || device?.screen === 'qr';
  return page(
    'UPI app',
    html`<h1>UPI app</h1>
      <p class="notice">The shopper’s app, played by the sandbox. No money moves.</p>
      ${
        device && activity && checkout && isOpen
          ? html`<section class="card waiting" aria-labelledby="asked">
              <h2 id="asked">Pay ${formatMoney(checkout.amount, checkout.currency)}</h2>
              <p>To ${checkout.name}, for “${checkout.description}”.</p>
              <form method="post" action="/upi/device/${activity.id}">
                <button class="approve" name="press" value="approve">Approve</button>
                <button class="decline" name="press" value="decline">Decline</button>
              </form>
            </section>`
          : html`<section class="card">
              <p role="status">
                <strong>${ENDINGS[device?.screen ?? 'idle'] ?? 'There is nothing to pay.'}</strong>
              </p>
            </section>`
      }`,
  );
}
