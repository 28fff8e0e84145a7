import {fixture} from '@open-wc/testing';
import '../../src/button/define.js';
import type {RzpMagicButton} from '../../src/button/rzp-magic-button.js';
import type {CheckoutState} from '../../src/checkout/shell/state.js';
import {fakeRazorpay, type FakeRazorpay} from './fake-razorpay.js';
import {KEY_ID, ORDER_ID, PAID} from './order-samples.js';
import {shop, vendor, type Answer} from './server.js';
import {until} from './wait.js';

export interface Setting {
  onOpen?: FakeRazorpay['onOpen'];
  order?: Answer;
  verify?: Answer;
  script?: Answer;
  /** Written in the tag; `null` leaves one out that would be there. */
  attributes?: Record<string, string | null>;
  /** Between the tags. */
  label?: string;
  /** Around the tag. */
  parent?: HTMLElement;
}

/** A button in the page of a merchant. */
export async function prepare({onOpen, order, verify, script, ...tag}: Setting = {}) {
  const razorpay = Object.assign(fakeRazorpay(), onOpen && {onOpen});
  Object.assign(window, {vendor: razorpay.Razorpay});
  const orders = shop(order ?? {json: {order_id: ORDER_ID, key_id: KEY_ID}});
  const verifications = shop(verify ?? {json: PAID});
  const source = vendor(script ?? {script: 'constructor'});
  const parent = tag.parent ?? document.createElement('div');
  const button = document.createElement('rzp-magic-button');
  buttons.push(button);
  for (const [name, value] of Object.entries<string | null>({
    'order-url': orders.url,
    'verify-url': verifications.url,
    'script-url': source.url,
    ...tag.attributes,
  })) {
    if (value !== null) button.setAttribute(name, value);
  }
  button.innerHTML = tag.label ?? '';
  parent.append(button);
  await fixture(parent);
  await button.updateComplete;
  const became = (state: CheckoutState) =>
    until(async () => {
      await button.updateComplete;
      return button.state === state;
    }, state);
  const bodies = async () =>
    (await orders.calls()).map(({body}) => JSON.parse(body) as Record<string, unknown>);
  return {razorpay, orders, verifications, source, button, became, bodies, ...parts(button)};
}

/** What stands in the shadow root. */
export function parts(button: RzpMagicButton) {
  const part = (name: string) => button.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]`)!;
  return {
    native: part('button') as HTMLButtonElement,
    label: part('label'),
    status: part('status'),
    message: part('message'),
  };
}

/** How each state is come to, by a press. */
export const STATES: Record<Exclude<CheckoutState, 'idle'>, Setting> = {
  preparing: {order: {hold: true}},
  open: {},
  verifying: {onOpen: (checkout) => checkout.pay(), verify: {hold: true, json: PAID}},
  unconfirmed: {
    onOpen: (checkout) => checkout.pay(),
    verify: {status: 400, json: {error: {code: 'SIGNATURE_MISMATCH', description: 'No.'}}},
  },
  paid: {onOpen: (checkout) => checkout.pay()},
  placed: {onOpen: (checkout) => checkout.pay(), verify: {json: {...PAID, status: 'placed'}}},
};

const buttons: RzpMagicButton[] = [];

// What a test leaves open would keep the next one from opening.
afterEach(async () => {
  const left = buttons.splice(0);
  for (const button of left) button.close();
  await until(() => left.every(({state}) => state !== 'preparing' && state !== 'open'), 'closed');
  Reflect.deleteProperty(window, 'vendor');
});
