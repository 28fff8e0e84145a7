import {expect, test as base} from '@playwright/test';
import {createSandbox, type Sandbox, type SandboxSettings} from 'rzp-magic-button/sandbox.js';
import {CheckoutDriver} from './driver/checkout-driver.js';

export {expect};
export {CheckoutDriver};
export type {
  ApproveInFrame,
  CheckoutStep,
  PayInFrame,
  ShopperAddress,
} from './driver/checkout-driver.js';

interface TestFixtures {
  /** Switches all faults off after each test and clears the POS devices, so that the next one begins without. */
  readonly faultsOff: undefined;
  /** Fills in and pays in the checkout as a shopper does. */
  readonly checkout: CheckoutDriver;
}

interface WorkerFixtures {
  /** The sandbox of this worker; it starts with the first test. */
  readonly sandbox: Sandbox;
  /**
   * How it starts; a free port unless one is named, which then only one worker can have:
   * `test.use({sandboxSettings: {port: 4000, merchant: 'http://127.0.0.1:3000/checkout'}})`.
   */
  readonly sandboxSettings: SandboxSettings;
}

/**
 * Playwright's `test` with a sandbox, and with a shopper who pays in it.
 *
 * Its fixtures beside Playwright's own: `sandbox` is the worker's `Sandbox`, `checkout` a
 * `CheckoutDriver` of the page, and `sandboxSettings` an option for `test.use()`: how the sandbox
 * starts. What a test had go wrong is switched off after it,
 * and its POS devices are plugged in, with nothing on them.
 *
 * @example
 * ```ts
 * import {expect, test} from 'rzp-magic-button/sandbox/playwright.js';
 *
 * test('sells tea', async ({checkout, page, sandbox}) => {
 *   await page.goto('http://127.0.0.1:3000'); // a shop with script-url and baseUrl of the sandbox
 *   await page.getByRole('button', {name: 'Pay'}).click();
 *   await checkout.pay();
 *   await expect(page.getByText('Thank you')).toBeVisible();
 *   expect(sandbox.payments()[0]?.status).toBe('captured');
 * });
 * ```
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sandboxSettings: [{}, {scope: 'worker', option: true}],
  sandbox: [
    async ({sandboxSettings}, use) => {
      const sandbox = await createSandbox(sandboxSettings);
      await use(sandbox);
      await sandbox.close();
    },
    {scope: 'worker'},
  ],
  faultsOff: [
    async ({sandbox}, use) => {
      await use(undefined);
      sandbox.faults.clear();
      clearDevices(sandbox);
    },
    {auto: true, box: true},
  ],
  checkout: async ({page}, use) => {
    await use(new CheckoutDriver(page));
  },
});

function clearDevices({device}: Sandbox): void {
  for (const {id, screen} of device.list()) {
    device.plugIn(id);
    if (screen === 'ready' || screen === 'qr' || screen === 'pin') device.cancel(id);
  }
}
