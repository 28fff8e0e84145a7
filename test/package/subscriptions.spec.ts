import {expect} from '@playwright/test';
import {CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';
import {test} from '../fixtures/package/run-pasted.js';

test('the subscription in one file runs as pasted, and its mandate is confirmed', async ({
  page,
  runPasted,
}) => {
  const {url, said} = await runPasted('demo/docs/subscriptions.md');
  await page.goto(url);
  await page.getByRole('button', {name: 'Subscribe'}).click();
  await new CheckoutDriver(page).approveMandate();

  await expect(page.getByText('Thank you')).toBeVisible();
  await expect.poll(said).toMatch(/^token_\w+ is initiated\.$/m);
  await expect.poll(said).toMatch(/^token_\w+ is confirmed\.$/m);
});
