import {test as base, type FrameLocator, type Page} from '@playwright/test';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {packageRoot, startShop, type Shop} from '../../demo/shop.js';

export {expect} from '@playwright/test';

/** The demo shop, paid through the sandbox: one of each per worker, with a ledger of its own. */
export const test = base.extend<object, {delivers: boolean; sandbox: Sandbox; shop: Shop}>({
  /** Whether the shop ships and has coupons, so that the checkout asks for an address. */
  delivers: [false, {option: true, scope: 'worker'}],
  sandbox: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
    async ({}, use) => {
      const sandbox = await createSandbox();
      await use(sandbox);
      await sandbox.close();
    },
    {scope: 'worker'},
  ],
  shop: [
    async ({sandbox, delivers}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'shop-'));
      const {keyId, keySecret, webhookSecret, url, scriptUrl} = sandbox;
      const shop = await startShop({
        port: 0,
        razorpay: {keyId, keySecret, webhookSecret, baseUrl: url},
        scriptUrl,
        delivers,
        file: join(folder, 'shop.sqlite'),
        root: packageRoot(import.meta.url.replace('/test/e2e/', '/demo/')),
      });
      if (delivers) {
        Object.assign(sandbox.merchant, {
          shippingInfoUrl: `${shop.url}/checkout/shipping-info`,
          promotionsUrl: `${shop.url}/checkout/promotions`,
          applyPromotionUrl: `${shop.url}/checkout/promotions/apply`,
        });
      }
      await use(shop);
      await shop.close();
      rmSync(folder, {recursive: true});
    },
    {scope: 'worker'},
  ],
  baseURL: async ({shop}, use) => use(shop.url),
});

/** The open checkout. */
export const checkoutOf = (page: Page): FrameLocator =>
  page.frameLocator('iframe.razorpay-checkout-frame');

/** Gives a phone number, unless the checkout has one, and goes on to the ways to pay. */
export async function passContact(page: Page): Promise<void> {
  const checkout = checkoutOf(page);
  const number = checkout.getByRole('textbox', {name: 'Mobile number'});
  if (!(await number.inputValue())) await number.fill('9000090000');
  await checkout.getByRole('button', {name: 'Continue'}).click();
}

/** Pays by UPI, as a shopper does. */
export async function payByUpi(page: Page, vpa: string): Promise<void> {
  const checkout = checkoutOf(page);
  await checkout.getByRole('button', {name: /^UPI/}).click();
  await checkout.getByRole('textbox', {name: 'UPI ID'}).fill(vpa);
  await checkout.getByRole('button', {name: /^Pay ₹/}).click();
}

/** Presses the button and waits for the open checkout's contact page. */
export async function openCheckout(page: Page, label: RegExp | string = /^Pay/): Promise<void> {
  await page.getByRole('button', {name: label}).click();
  await checkoutOf(page).getByRole('heading', {name: 'Contact details'}).waitFor();
}

/** The order that the page asked the shop for, once it has the answer. */
export async function orderOf(page: Page, act: () => Promise<unknown>): Promise<string> {
  const [response] = await Promise.all([page.waitForResponse('**/checkout/orders'), act()]);
  return ((await response.json()) as {order_id: string}).order_id;
}

/** The events in the log of a demo page, as text. */
export const logOf = (page: Page, type: string) =>
  page.locator('#log').locator(`li[data-type="${type}"]`);
