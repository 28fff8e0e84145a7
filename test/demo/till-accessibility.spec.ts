// The till's button for everybody: axe looks at each of its states, in both schemes and on two screens.
import AxeBuilder from '@axe-core/playwright';
import type {Page, Route} from '@playwright/test';
import {seenOn, toldOf} from '../fixtures/demo/accessibility-tree.js';
import type {CashierDriver} from '../fixtures/demo/cashier.js';
import {expect, test} from '../fixtures/demo/cashier.js';

// Axe looks at each state four times, which takes a busy machine its time.
test.slow();

const EMPTY = /no money left/;
const UPI = /Pay by UPI/;
const NEVER = new Promise<void>(() => undefined);

/** How the till comes to each state; what it then says. */
const STATES: Record<
  string,
  [(cashier: CashierDriver, page: Page) => Promise<void>, RegExp | null]
> = {
  disabled: [() => Promise.resolve(), null],
  idle: [(cashier) => cashier.ringUp('Masala chai'), null],
  preparing: [
    async (cashier, page) => {
      await page.route('**/checkout/orders', () => NEVER);
      await cashier.ringUp('Masala chai');
      await cashier.button(/^Send ₹/).click();
      await cashier.expectState('preparing');
    },
    null,
  ],
  processing: [
    async (cashier) => {
      await cashier.ringUp('Masala chai');
      await cashier.send();
    },
    /on the device/,
  ],
  unconfirmed: [
    async (cashier, page) => {
      await cashier.ringUp('Masala chai');
      await cashier.send();
      const cut = (route: Route) => route.abort();
      await page.route('**/checkout/devices**', cut);
      await page.route('**/checkout/devices/**', cut);
      await page.route('**/checkout/status**', cut);
      await cashier.expectState('unconfirmed');
    },
    /Do not charge again/,
  ],
  failed: [
    async (cashier) => {
      await cashier.ringUp('Masala chai');
      await cashier.send();
      await cashier.onDevice(EMPTY);
      await cashier.expectState('failed');
    },
    /Nothing was paid/,
  ],
  paid: [
    async (cashier) => {
      await cashier.ringUp('Masala chai');
      await cashier.send();
      await cashier.onDevice(UPI);
      await cashier.expectState('paid');
    },
    /./,
  ],
};

interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

const PHONE: Look = {colorScheme: 'light', width: 390, height: 844};
const LOOKS: readonly Look[] = [
  {colorScheme: 'light', width: 1280, height: 800},
  PHONE,
  {colorScheme: 'dark', width: 1280, height: 800},
  {...PHONE, colorScheme: 'dark'},
];

/** The state that says and offers the most stands for all on a phone. */
const CASES = [
  {state: 'unconfirmed', how: 'on a phone', looks: [PHONE], details: {}},
  ...Object.keys(STATES).map((state) => ({
    state,
    how: 'light and dark, wide and narrow',
    looks: LOOKS,
    details: {tag: '@visual'},
  })),
];

for (const {state, how, looks, details} of CASES)
  test(`the till is accessible while it is ${state}, ${how}`, details, async ({cashier, page}) => {
    const [reach, message] = STATES[state]!;
    const button = page.locator('rzp-pos-button');
    await reach(cashier, page);
    if (message) await expect(button.locator('[part=message]')).toHaveText(message);
    const name = await seenOn(page, 'rzp-pos-button');
    expect(name).not.toBe('');
    expect(await toldOf(page, 'rzp-pos-button')).toEqual(
      state === 'paid' ? undefined : {role: 'button', name},
    );
    for (const {colorScheme, width, height} of looks) {
      await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
      await page.setViewportSize({width, height});
      for (const action of await button.locator('[part=action]:visible').all())
        await expect(action).toBeInViewport({ratio: 1});
      await page.screenshot({path: test.info().outputPath(`${colorScheme}-${width}.png`)});
      // The device beside it is a page of its own, with a test of its own.
      const {passes, violations} = await new AxeBuilder({page: page as never})
        .exclude('.device iframe')
        .analyze();
      expect(passes.length).toBeGreaterThan(10);
      expect(
        violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]),
        `${colorScheme}, ${width} px`,
      ).toEqual([]);
    }
    if (state === 'processing' || state === 'unconfirmed') {
      // The device is free for the next test.
      await page.unrouteAll({behavior: 'ignoreErrors'});
      await page.setViewportSize({width: 1280, height: 800});
      await cashier.onDevice(/red key/);
      await cashier.expectState('idle');
    }
  });
