import {expect, test as base} from '@playwright/test';
import {createSandbox, type Sandbox, type SandboxSettings} from 'rzp-magic-button/sandbox.js';
import {CheckoutDriver} from './checkout-driver.js';

export {expect};
export {CheckoutDriver};
export type {CheckoutStep, PayInFrame, ShopperAddress} from './checkout-driver.js';

interface TestFixtures {
  /** Switches off after each test what it had go wrong, so that the next one begins without. */
  readonly faultsOff: undefined;
  /** Does in the checkout what a shopper does there. */
  readonly checkout: CheckoutDriver;
}

interface WorkerFixtures {
  /** The sandbox of this worker; it starts with the first test that names it. */
  readonly sandbox: Sandbox;
  /**
   * How it starts; a free port unless one is named, which then only one worker can have:
   * `test.use({sandboxSettings: {port: 4000, merchant: 'http://127.0.0.1:3000/checkout'}})`.
   */
  readonly sandboxSettings: SandboxSettings;
}

/** The sandboxes of this worker that have started. */
const running = new Set<Sandbox>();

/** Playwright's `test` with a sandbox, and with a shopper who pays in it. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sandboxSettings: [{}, {scope: 'worker', option: true}],
  sandbox: [
    async ({sandboxSettings}, use) => {
      const sandbox = await createSandbox(sandboxSettings);
      running.add(sandbox);
      await use(sandbox);
      running.delete(sandbox);
      await sandbox.close();
    },
    {scope: 'worker'},
  ],
  faultsOff: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
    async ({}, use) => {
      await use(undefined);
      for (const {faults} of running) faults.clear();
    },
    {auto: true, box: true},
  ],
  checkout: async ({page}, use) => {
    await use(new CheckoutDriver(page));
  },
});
