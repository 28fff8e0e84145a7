import {expect, test} from '../fixtures/demo/shop.js';

// A purchase by the submit button of a form: demo/pages/gift-page.ts.

for (const width of [390, 1280])
  test(
    `an order form is filled in, paid by Enter and sent with the payment, ${width} px wide`,
    {tag: width === 390 ? [] : ['@visual']},
    async ({page, shopper, records}) => {
      await page.setViewportSize({width, height: 844});
      await page.goto('/order-form');
      const button = page.locator('rzp-magic-button');

      await test.step('what is missing is shown, and nothing is bought', async () => {
        await button.click();
        await expect(page.getByLabel('For whom')).toBeFocused();
        await expect(page.locator('#log li')).toHaveCount(0);
      });

      await page.getByLabel('Tea').selectOption('masala');
      await page.getByLabel('How many').fill('2');
      await page.getByLabel('On the card').fill('Happy birthday');
      await page.getByLabel('For whom').fill('Asha');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const orderId = await shopper.orderOf(() => page.getByLabel('For whom').press('Enter'));
      await expect(button).toHaveAttribute('data-state', 'open');
      await shopper.pay();

      await expect(page.getByRole('heading', {level: 1})).toHaveText('Your gift is on its way');
      const came = page.locator('.came');
      for (const text of ['masala', 'Asha', 'Happy birthday', orderId, 'razorpay_signature'])
        await expect(came).toContainText(text);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect((await records.order(orderId)).amount).toBe(59_800);
    },
  );

test('a form that nobody has paid for is refused', async ({page}) => {
  await page.goto('/order-form');
  const status = await page.evaluate(async () => {
    const body = new URLSearchParams({recipient: 'Asha', razorpay_signature: 'forged'});
    return (await fetch('/gift', {method: 'POST', body})).status;
  });
  expect(status).toBe(402);
});
