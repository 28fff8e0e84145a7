import {expect} from '@playwright/test';
import {test} from '../fixtures/package/run-pasted.js';

test('the till in one file runs as pasted, and is paid by a tap', async ({page, runPasted}) => {
  const {url, said, type} = await runPasted('demo/docs/till.md');
  await page.goto(url);
  const button = page.locator('rzp-pos-button');
  await button.getByRole('button').first().click();
  await expect(button).toHaveAttribute('data-state', 'processing');
  type('\n');

  await expect(button).toHaveAttribute('data-state', 'paid');
  await expect.poll(said).toMatch(/^order_\w+ is paid\.$/m);
  expect(said().match(/is paid/g)).toHaveLength(1);
});
