import {html} from 'hono/html';
import {formatMoney} from '../../wire/money.js';
import type {Device} from '../account/devices/device.js';
import {fill} from '../browser/frame/words/fill.js';
import type {DeviceScreen} from '../model/devices/device.js';
import {page, type Markup} from '../upi/page.js';
import type {Words} from '../upi/words/en.js';
import type {Reader} from '../upi/words/languages.js';

const ENDINGS: Readonly<Partial<Record<DeviceScreen, keyof Words>>> = {
  processing: 'saleProcessing',
  approved: 'saleApproved',
  declined: 'saleDeclined',
  cancelled: 'saleCancelled',
};

/** What the shopper's UPI app shows who has scanned the code of a device. */
export function upiRequestPage(device: Device | undefined, reader: Reader): Markup {
  const {words, search} = reader;
  const {activity, checkout} = device?.sale ?? {};
  const isOpen = device?.screen === 'ready' || device?.screen === 'qr';
  return page(
    reader,
    words.upiApp,
    html`<h1>${words.upiApp}</h1>
      <p class="notice">${words.appNotice}</p>
      ${
        device && activity && checkout && isOpen
          ? html`<section class="card waiting" aria-labelledby="asked">
              <h2 id="asked">
                ${fill(words.pay, {amount: formatMoney(checkout.amount, checkout.currency)})}
              </h2>
              <p>
                ${fill(words.payWhom, {name: checkout.name, description: checkout.description})}
              </p>
              <form method="post" action="/upi/device/${activity.id}${search}">
                <button class="approve" name="press" value="approve">${words.approve}</button>
                <button class="decline" name="press" value="decline">${words.decline}</button>
              </form>
            </section>`
          : html`<section class="card">
              <p role="status">
                <strong>${words[ENDINGS[device?.screen ?? 'idle'] ?? 'nothingToPay']}</strong>
              </p>
            </section>`
      }`,
  );
}
