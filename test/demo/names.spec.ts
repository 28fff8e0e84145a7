// What screen readers are told of the button in each state, by the browser's own accessibility tree,
// and where the focus goes. Of the till's states: till-accessibility.spec.ts; of an order that is placed: magic.spec.ts.
import type {Page} from '@playwright/test';
import {seenOn, toldOf} from '../fixtures/demo/accessibility-tree.js';
import {expect, test} from '../fixtures/demo/shop.js';

const TAG = 'rzp-magic-button';

/** Holds back the answer of an endpoint; gives what lets it go. */
async function hold(page: Page, endpoint: string): Promise<() => void> {
  let release: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(endpoint, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

/** The button is in a state, and called what is seen on it; it is no button any more once all is over. */
async function expectCalled(page: Page, state: string, name: string): Promise<void> {
  await expect(page.locator(TAG)).toHaveJSProperty('state', state);
  expect(await seenOn(page, TAG)).toBe(name);
  const isOver = state === 'paid' || state === 'unconfirmed';
  expect(await toldOf(page, TAG)).toEqual(isOver ? undefined : {role: 'button', name});
}

test('the button is called what is seen on it, from the first view to paid', async ({
  page,
  shopper,
}) => {
  // Where it comes, the page behind the checkout is not told of at all.
  await page.route('**/behind-*.js', (route) => route.abort());
  const makeOrder = await hold(page, '**/checkout/orders');
  const verify = await hold(page, '**/checkout/verify');
  await page.goto('/server-order');
  await expectCalled(page, 'idle', 'Pay ₹349');
  await page.locator(TAG).click();
  await expectCalled(page, 'preparing', 'Opening…');
  makeOrder();
  await expectCalled(page, 'open', 'Waiting for payment…');
  await shopper.pay();
  await expectCalled(page, 'verifying', 'Confirming…');
  verify();
  await expectCalled(page, 'paid', 'Paid');
});

test('the button that is unconfirmed is called what is seen on it', async ({
  page,
  sandbox,
  shopper,
}) => {
  await shopper.buyUnconfirmed('/server-order', sandbox);
  await expectCalled(page, 'unconfirmed', 'Checking payment…');
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
