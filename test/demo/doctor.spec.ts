// What `debug` says on a page: src/checkout/doctor, in the built files.
import type {Page} from '@playwright/test';
import {expect, test} from '../fixtures/demo/shop.js';

/** What the console hears, line by line. */
function listen(page: Page): string[] {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  return lines;
}

test('debug says what is wrong with page, tag and order, and asks nobody', async ({
  page,
  sandbox,
  shopper,
}) => {
  const lines = listen(page);
  const heard = (text: string) =>
    expect.poll(() => lines.filter((line) => line.includes(text)).length, text).toBe(1);
  // Its order has no line items, as one that a server makes which was written for the Standard Checkout.
  await page.route('**/checkout/orders', async (route) => {
    const {keyId, keySecret, url} = sandbox;
    const reply = await fetch(`${url}/v1/orders`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`,
      },
      body: JSON.stringify({amount: 34_900, currency: 'INR', receipt: 'doctor'}),
    });
    const {id} = (await reply.json()) as {id: string};
    await route.fulfill({json: {order_id: id, key_id: keyId}});
  });
  await page.goto('/');
  await page.evaluate(() => {
    document.querySelector('meta[name=viewport]')?.remove();
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "img-src 'self'";
    document.head.append(policy);
    const button = document.querySelector('rzp-magic-button');
    const written = {
      'sucess-url': '/paid',
      'retry-max-count': '3',
      'prefill-contact': '090000 90001',
    };
    for (const [name, value] of Object.entries(written)) button?.setAttribute(name, value);
    button?.setAttribute('debug', '');
  });

  await heard('rzp-magic-button: the doctor has found');
  await heard('sucess-url is no attribute of <rzp-magic-button>');
  await heard('retry-max-count does nothing in a browser');
  await heard('is sent as "+••••••••••01"');
  await heard('has no <meta name="viewport">');

  await page.evaluate(() => (new Image().src = 'https://pictures.example/tea.png'));
  await heard("Have it say: img-src 'self' https://pictures.example;");

  await page.getByRole('button', {name: 'Pay'}).click();
  await expect(page.locator('rzp-magic-button')).toHaveAttribute('data-state', 'open');
  await shopper.frame.getByRole('button').first().waitFor();
  await page.evaluate(() => document.querySelector('rzp-magic-button')?.close());
  await heard('The order has probably opened the Standard Checkout');
  expect(lines.join('\n')).not.toContain('90001');
});
