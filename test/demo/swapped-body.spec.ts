import type {Page} from '@playwright/test';
import type {} from 'rzp-magic-button';
import {expect, type Shopper, test} from '../fixtures/demo/shop.js';

/** How routers put the next page into this one, whose vendor script and its container are from before. */
const SWAPS = {
  'another body, as Turbo does': {
    swap: (page: Page) =>
      page.evaluate(async () => {
        const html = await (await fetch(location.href)).text();
        document.body.replaceWith(new DOMParser().parseFromString(html, 'text/html').body);
      }),
    details: {},
  },
  'another content of the body, as htmx does': {
    swap: (page: Page) =>
      page.evaluate(async () => {
        const html = await (await fetch(location.href)).text();
        document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
      }),
    details: {tag: '@variant'},
  },
};

/** The page has no alert to click away. */
const alerts = (page: Page) => {
  const said: string[] = [];
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    void dialog.dismiss();
  });
  return said;
};

async function buyHere(shopper: Shopper): Promise<string> {
  const body = shopper.page.locator('body');
  const order = await shopper.orderOf(() => shopper.open());
  await expect(body).toHaveCSS('overflow', 'hidden');
  await shopper.pay();
  await shopper.expectPaid();
  await expect(body).not.toHaveCSS('overflow', 'hidden');
  return order;
}

for (const [what, {swap, details}] of Object.entries(SWAPS)) {
  test(
    `a page that gets ${what}, sells when the vendor's script had loaded before`,
    details,
    async ({page, records, shopper}) => {
      const said = alerts(page);
      await page.goto('/server-order');
      await page.locator('rzp-magic-button').hover();
      await expect(page.locator('.razorpay-container')).toHaveCount(1);
      await swap(page);
      await expect(page.locator('.razorpay-container')).toHaveCount(0);
      await records.expectShippedOnce(await buyHere(shopper));
      expect(said).toEqual([]);
    },
  );

  test(
    `a page that gets ${what}, sells also where it had brought the script itself`,
    details,
    async ({page, records, shopper}) => {
      const said = alerts(page);
      await page.goto('/server-order');
      const url = await page.locator('rzp-magic-button').getAttribute('script-url');
      await page.addScriptTag({url: url!});
      await expect(page.locator('.razorpay-container')).toHaveCount(1);
      await swap(page);
      await records.expectShippedOnce(await buyHere(shopper));
      expect(said).toEqual([]);
    },
  );

  test(
    `a page that gets ${what}, while the checkout is open, asks what became of it and is free`,
    details,
    async ({page, records, shopper}) => {
      const said = alerts(page);
      await page.goto('/server-order');
      const order = await shopper.orderOf(() => shopper.open());
      const asked = page.waitForRequest(/\/checkout\/status/);
      await swap(page);
      expect((await asked).url()).toContain(order);
      await expect(page.locator('body')).not.toHaveCSS('overflow', 'hidden');
      await records.expectShippedOnce(await buyHere(shopper));
      expect(said).toEqual([]);
    },
  );
}

test('a checkout that is gone is told as closed, to the document where its button is gone too', async ({
  page,
  shopper,
}) => {
  await page.goto('/server-order');
  await page.evaluate(() => {
    document.addEventListener('rzp-dismiss', (event) =>
      document.documentElement.setAttribute('data-heard', event.reason),
    );
  });
  await shopper.open();
  await page.evaluate(() => document.body.replaceWith(document.createElement('body')));
  await expect(page.locator('html')).toHaveAttribute('data-heard', 'closed');
  await expect(shopper.log('rzp-dismiss')).toHaveCount(0);
});

test('the checkout that is gone takes nothing of the money that it has taken', async ({
  page,
  records,
  sandbox,
  shopper,
  webhooks,
}) => {
  await page.goto('/server-order');
  const order = await shopper.orderOf(() => shopper.open());
  webhooks.start();
  await sandbox.pay(order);
  await sandbox.settled();
  webhooks.stop();
  await page.locator('.razorpay-container').evaluate((container) => container.remove());
  await shopper.expectPaid();
  await expect(shopper.frame.locator('body')).toHaveCount(0);
  await records.expectShippedOnce(order);
});
