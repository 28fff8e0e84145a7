import type {FrameLocator} from '@playwright/test';
import {startEndpoints, type Endpoints} from './endpoints.js';
import {test as base} from './merchant.js';

export {expect} from './merchant.js';
export {METHODS, shippingInfo} from './endpoints.js';

interface Fixtures {
  /** The merchant's three endpoints, which the sandbox knows. */
  readonly endpoints: Endpoints;
  /** Opens a Magic Checkout in a plain page; resolves with the order's id. */
  readonly openMagic: (options?: object, order?: object) => Promise<string>;
}

export const test = base.extend<Fixtures>({
  endpoints: async ({sandbox}, use) => {
    const endpoints = await startEndpoints();
    Object.assign(sandbox.merchant, {
      shippingInfoUrl: `${endpoints.url}/shipping-info`,
      promotionsUrl: `${endpoints.url}/promotions`,
      applyPromotionUrl: `${endpoints.url}/promotions/apply`,
    });
    await use(endpoints);
    endpoints.close();
  },
  openMagic: async ({merchant, sandbox}, use) => {
    await use(async (options = {}, order = {}) => {
      const order_id = await merchant.createOrder(order);
      await merchant.visit();
      await merchant.open({
        key: sandbox.keyId,
        order_id,
        one_click_checkout: true,
        name: 'Tea house',
        ...options,
      });
      return order_id;
    });
  },
});

/** Fills in a new address and goes on to the delivery methods. */
export async function giveAddress(frame: FrameLocator, pincode = '560001'): Promise<void> {
  await frame.getByRole('textbox', {name: 'Pincode'}).fill(pincode);
  await frame.getByRole('textbox', {name: 'Full name'}).fill('Asha Rao');
  await frame.getByRole('textbox', {name: 'Address'}).fill('24, Andree Road');
  await frame.getByRole('textbox', {name: 'Area'}).fill('Shanti Nagar');
  await frame.getByRole('textbox', {name: 'City'}).fill('Bengaluru');
  await frame.getByRole('textbox', {name: 'State'}).fill('Karnataka');
  await frame.getByRole('button', {name: 'Continue'}).click();
}

/** Takes the delivery that is named and goes on to the payment options. */
export async function chooseDelivery(frame: FrameLocator, name = 'Standard'): Promise<void> {
  await frame.getByRole('radio', {name: new RegExp(name)}).check();
  await frame.getByRole('button', {name: 'Continue'}).click();
}
