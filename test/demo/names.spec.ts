// What screen readers are told of the button in each state, by the browser's own accessibility tree,
// and where the focus goes. Of the till's states: till-accessibility.spec.ts; of an order that is placed: magic.spec.ts.
import type {Page} from '@playwright/test';
import type {Sandbox} from 'rzp-magic-button/sandbox.js';
import {seenOn, toldOf} from '../fixtures/demo/accessibility-tree.js';
import {expect, type Shopper, test} from '../fixtures/demo/shop.js';

const TAG = 'rzp-magic-button';
const NEVER = new Promise<void>(() => undefined);

type Arrive = (shopper: Shopper, sandbox: Sandbox) => Promise<unknown>;

/** How the button comes to each state, and what it says then. */
const STATES: Record<string, [Arrive, string]> = {
  idle: [({page}) => page.goto('/server-order'), 'Pay ₹349'],
  preparing: [
    async ({page}) => {
      await page.route('**/checkout/orders', () => NEVER);
      await page.goto('/server-order');
      await page.locator(TAG).click();
    },
    'Opening…',
  ],
  open: [
    async (shopper) => {
      // Where it comes, the page behind the checkout is not told of at all.
      await shopper.page.route('**/behind-*.js', (route) => route.abort());
      await shopper.start('/server-order');
    },
    'Waiting for payment…',
  ],
  verifying: [
    async (shopper) => {
      await shopper.page.route('**/checkout/verify', () => NEVER);
      await shopper.buy('/server-order');
    },
    'Confirming…',
  ],
  unconfirmed: [
    (shopper, sandbox) => shopper.buyUnconfirmed('/server-order', sandbox),
    'Not confirmed',
  ],
  paid: [(shopper) => shopper.buy('/server-order'), 'Paid'],
};

for (const [state, [arrive, name]] of Object.entries(STATES))
  test(`the button that is ${state} is called what is seen on it`, async ({
    page,
    sandbox,
    shopper,
  }) => {
    await arrive(shopper, sandbox);
    await expect(page.locator(TAG)).toHaveJSProperty('state', state);
    expect(await seenOn(page, TAG)).toBe(name);
    const isOver = state === 'paid' || state === 'unconfirmed';
    expect(await toldOf(page, TAG)).toEqual(isOver ? undefined : {role: 'button', name});
  });

test('the button behind an open checkout is not told of', async ({page, shopper}) => {
  await shopper.start('/server-order');
  await expect.poll(() => toldOf(page, TAG)).toBeUndefined();
});

/** What has the focus: the text of the button in the component, or an element of the page. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const {activeElement} = document;
    const inner = activeElement?.shadowRoot?.activeElement;
    return inner?.getAttribute('part') === 'action'
      ? inner.textContent
      : (inner?.getAttribute('part') ?? activeElement?.localName);
  });

/** Presses an action as somebody does who has no mouse. */
async function press(page: Page, action: string): Promise<void> {
  await page.getByRole('button', {name: action}).focus();
  await page.keyboard.press('Enter');
}

test('the focus follows what may be done about a payment that failed', async ({page, shopper}) => {
  await shopper.buy('/server-order', 'failure@razorpay');
  await shopper.frame.getByRole('alert').waitFor();
  await shopper.frame.getByRole('button', {name: 'Close checkout'}).click();
  const answer = page.waitForResponse(/\/checkout\/status/);
  await press(page, 'I was charged, check again');
  expect(['button', 'I was charged, check again']).toContain(await focused(page));
  await answer;
  await expect.poll(() => focused(page)).toBe('I was charged, check again');
  await press(page, 'Try again');
  await expect.poll(() => focused(page)).toMatch(/^(button|iframe)$/);
  await shopper.pay();
  await shopper.expectPaid();
  expect(await focused(page)).toBe('button statement');
  await expect(async () => {
    await press(page, 'Buy again');
    expect(await focused(page)).toBe('button');
  }).toPass();
});
