import {expect} from '@playwright/test';
import {CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';
import {test} from '../fixtures/package/run-pasted.js';

test('the shop in one file runs as pasted, makes an order and sells', async ({page, runPasted}) => {
  const {url, sandboxUrl, said} = await runPasted('README.md', '## A shop in one file');
  const html = await (await fetch(url)).text();
  expect(html).toContain(`script-url="${sandboxUrl}/v1/magic-checkout.js"`);
  const order = await fetch(`${url}/checkout/orders`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
    body: '{}',
  });
  const {order_id} = (await order.json()) as {order_id: string};
  expect(order_id).toMatch(/^order_/);

  await page.goto(url);
  await page.getByRole('button', {name: 'Pay ₹349'}).click();
  await new CheckoutDriver(page).pay();
  await expect(page.getByText('Thank you')).toBeVisible();
  await expect.poll(said).toMatch(/^Ship order_\w+\.$/m);
});
