import {expect, test as base, type FrameLocator, type Page} from '@playwright/test';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';
import {packageRoot, startShop, type Shop} from '../../demo/shop/shop.js';

export {expect};

const SIGNATURE_SECRET = 'sandbox_signature_secret';

/** The demo shop, paid through the sandbox: one of each per worker, with a ledger of its own. */
export const test = base.extend<
  {checkout: CheckoutDriver},
  {delivers: boolean; sandbox: Sandbox; shop: Shop}
>({
  /** A shopper in the open checkout. */
  checkout: async ({page}, use) => use(new CheckoutDriver(page)),
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
        razorpay: {
          keyId,
          keySecret,
          webhookSecret,
          signatureSecret: SIGNATURE_SECRET,
          baseUrl: url,
        },
        scriptUrl,
        delivers,
        dashboard: sandbox,
        file: join(folder, 'shop.sqlite'),
        root: packageRoot(import.meta.url.replace('/test/e2e/', '/demo/')),
      });
      if (delivers) {
        Object.assign(sandbox.merchant, {
          shippingInfoUrl: `${shop.url}/checkout/shipping-info`,
          promotionsUrl: `${shop.url}/checkout/promotions`,
          applyPromotionUrl: `${shop.url}/checkout/promotions/apply`,
          signatureSecret: SIGNATURE_SECRET,
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

/** Presses the button and waits for the open checkout's contact page. */
export async function openCheckout(page: Page, label: RegExp | string = /^Pay/): Promise<void> {
  await page.getByRole('button', {name: label}).click();
  await checkoutOf(page).getByRole('heading', {name: 'Contact details'}).waitFor();
}

let shoppers = 0;

/** A mobile number that nobody gave before: one that is known has a saved address. */
export const newNumber = () =>
  `98${String(Date.now() % 1e5).padStart(5, '0')}${String(shoppers++).padStart(3, '0')}`;

/** Gives a phone number, unless the checkout has one, and goes on to the ways to pay. */
export async function passContact(page: Page): Promise<void> {
  const checkout = checkoutOf(page);
  const number = checkout.getByRole('textbox', {name: 'Mobile number'});
  if (!(await number.inputValue())) await number.fill('9000090000');
  await checkout.getByRole('button', {name: 'Continue'}).click();
}

/** Pays by UPI, as a shopper does. */
export async function payByUpi(page: Page, vpa = 'success@razorpay'): Promise<void> {
  const checkout = checkoutOf(page);
  await checkout.getByRole('button', {name: /^UPI/}).click();
  await checkout.getByRole('textbox', {name: 'UPI ID'}).fill(vpa);
  await checkout.getByRole('button', {name: /^Pay ₹/}).click();
}

/** The order that the page asked the shop for, once it has the answer. */
export async function orderOf(page: Page, act: () => Promise<unknown>): Promise<string> {
  const [response] = await Promise.all([page.waitForResponse('**/checkout/orders'), act()]);
  return ((await response.json()) as {order_id: string}).order_id;
}

/** Opens the checkout of a demo page; resolves with the order. */
export async function startOrder(page: Page, path: string): Promise<string> {
  await page.goto(path);
  return orderOf(page, () => openCheckout(page));
}

/** Pays on a demo page without waiting for what becomes of it; resolves with the order. */
export async function payOrder(page: Page, path: string, vpa?: string): Promise<string> {
  const order = await startOrder(page, path);
  await passContact(page);
  await payByUpi(page, vpa);
  return order;
}

/** The button says so. */
export const expectPaid = (page: Page) =>
  expect(page.getByRole('button', {name: 'Paid'})).toBeVisible();

/** The shop's own table says so, whatever the button says. */
export async function expectShippedOnce(shop: Shop, order: string): Promise<void> {
  expect((await shop.shipments()).filter((id) => id === order)).toHaveLength(1);
}

/** The events in the log of a demo page, as text. */
export const logOf = (page: Page, type: string) =>
  page.locator('#log').locator(`li[data-type="${type}"]`);
