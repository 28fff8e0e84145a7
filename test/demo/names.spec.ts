// What screen readers are told of the button in each state, by the browser's own accessibility tree.
import type {Page} from '@playwright/test';
import {buttonNames} from '../fixtures/demo/accessibility-tree.js';
import {expect, type Shopper, test} from '../fixtures/demo/shop.js';

const NEVER = new Promise<void>(() => undefined);

/** How the button comes to each state, and what it says then. */
const STATES: Record<string, [(shopper: Shopper, page: Page) => Promise<unknown>, string]> = {
  idle: [async () => undefined, 'Pay ₹349'],
  preparing: [
    async ({page}) => {
      await page.route('**/checkout/orders', () => NEVER);
      await page.locator('rzp-magic-button').click();
    },
    'Opening…',
  ],
  verifying: [
    async (shopper, page) => {
      await page.route('**/checkout/verify', () => NEVER);
      await shopper.open();
      await shopper.pay();
    },
    'Confirming…',
  ],
  paid: [
    async (shopper) => {
      await shopper.open();
      await shopper.pay();
    },
    'Paid',
  ],
};

for (const [state, [arrive, name]] of Object.entries(STATES)) {
  test(`the name of the button is what is seen: ${state}`, async ({page, shopper}) => {
    await page.goto('/server-order');
    await arrive(shopper, page);
    await expect(page.locator('rzp-magic-button')).toHaveJSProperty('state', state);
    expect((await buttonNames(page))[0]).toBe(name);
  });
}
