// Who works the till by keyboard never loses the place: an action that goes hands the focus on.
import type {Page, Route} from '@playwright/test';
import {expect, test} from '../fixtures/demo/cashier.js';

const EMPTY = /no money left/;
const UPI = /Pay by UPI/;

/** What has the focus in the till's button; nothing where it is elsewhere. */
const focused = (page: Page) =>
  page.locator('rzp-pos-button').evaluate((button) => {
    const inner = button.shadowRoot?.activeElement;
    return inner?.getAttribute('part') === 'action'
      ? inner.textContent
      : inner?.getAttribute('part');
  });

async function press(page: Page, action: RegExp): Promise<void> {
  await page.locator('rzp-pos-button').getByRole('button', {name: action}).focus();
  await page.keyboard.press('Enter');
}

test('the focus stays in the till from Cancel to the next sale', async ({cashier, page}) => {
  await cashier.ringUp('Masala chai');
  await cashier.send();
  await press(page, /^Cancel/);
  await cashier.expectState('idle');
  expect(await focused(page)).toBeTruthy();
});

test('the focus stays in the till where a sale failed and is tried again', async ({
  cashier,
  page,
}) => {
  await cashier.ringUp('Masala chai');
  await cashier.send();
  await cashier.onDevice(EMPTY);
  await cashier.expectState('failed');
  await press(page, /^Try again/);
  await cashier.expectState('processing');
  expect(await focused(page)).toBeTruthy();
  await cashier.onDevice(UPI);
  await cashier.expectState('paid');
});

test('the focus stays in the till where nobody knows, and is asked', async ({cashier, page}) => {
  await cashier.ringUp('Masala chai');
  await cashier.send();
  const cut = (route: Route) => route.abort();
  await page.route(/\/checkout\/(devices|status)/, cut);
  await cashier.expectState('unconfirmed');
  await press(page, /^Check again/);
  expect(await focused(page)).toBe('button');
  await page.unrouteAll({behavior: 'ignoreErrors'});
  await press(page, /^Check again/);
  await cashier.expectState('processing');
  expect(await focused(page)).toBeTruthy();
  await cashier.onDevice(/red key/);
  await cashier.expectState('idle');
});
