import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {fill} from '../../../../src/sandbox/browser/frame/words/fill.js';
import {wordsIn} from '../../../../src/sandbox/browser/frame/words/languages.js';
import {expect, test} from '../../../fixtures/sandbox/magic.js';
import {chooseDelivery, giveAddress, giveContact} from '../../../fixtures/sandbox/shopper.js';

// Axe looks at each screen, which takes a busy machine its time.
test.slow();

const LOOKS = [
  {name: 'by day', media: {colorScheme: 'light'}, details: {}},
  {name: 'by night', media: {colorScheme: 'dark'}, details: {tag: '@visual'}},
  {
    name: 'in forced colours',
    media: {colorScheme: 'dark', forcedColors: 'active'},
    details: {tag: '@visual'},
  },
] as const;

for (const look of LOOKS) {
  test(
    `each screen is accessible on a desk, ${look.name}`,
    {tag: '@visual'},
    async ({frame, merchant, page}) => {
      await page.emulateMedia(look.media);
      await page.setViewportSize({width: 1280, height: 800});
      const check = () => expectAccessible(page);
      await merchant.start({name: 'Tea house', timeout: 600});
      await frame.getByRole('button', {name: 'Continue'}).click();
      await expect(frame.getByRole('textbox', {name: 'Mobile number'})).toBeFocused();
      await check();
      await giveContact(frame);
      for (const method of ['UPI', 'Card', 'Netbanking']) {
        await frame.getByRole('button', {name: method, exact: true}).click();
        await check();
      }
      await frame.getByRole('button', {name: /^Pay ₹/}).click();
      await expect(frame.getByRole('heading', {name: 'Demo bank page'})).toBeFocused();
      await check();
      await frame.getByRole('button', {name: 'Close checkout'}).click();
      await check();
      await frame.getByRole('button', {name: 'Stay'}).click();
      await frame.getByRole('button', {name: 'Failure'}).click();
      await frame.getByRole('alert').waitFor();
      await check();
    },
  );

  test(
    `each screen of Magic Checkout is accessible on a phone, ${look.name}`,
    {tag: '@visual'},
    async ({endpoints, frame, magic, page}) => {
      await page.emulateMedia(look.media);
      await page.setViewportSize({width: 390, height: 844});
      const check = async (name: string): Promise<void> => {
        await expectAccessible(page);
        await page.screenshot({path: test.info().outputPath(`${name}.png`)});
      };
      await magic.toAddress();
      await frame.getByRole('textbox', {name: 'Pincode'}).fill('560001');
      await frame.getByText('We deliver to this pincode.').waitFor();
      await check('address');
      await giveAddress(frame);
      await frame.getByRole('radio', {name: /Standard/}).waitFor();
      await check('delivery');
      await chooseDelivery(frame);
      const coupons = frame.getByRole('button', {name: 'Coupons'});
      await expect(coupons).toContainText('TEA50');
      await check('payment');
      await coupons.click();
      await frame.getByRole('button', {name: 'Use TEA50'}).waitFor();
      await check('coupons');
      await frame.getByRole('button', {name: 'Use TEA50'}).click();
      await frame.getByRole('button', {name: 'Cash on delivery'}).click();
      await frame
        .locator('details')
        .evaluate((details: HTMLDetailsElement) => (details.open = true));
      await frame.getByRole('button', {name: 'Remove coupon'}).waitFor();
      await check('cash-on-delivery');
      await frame.getByRole('button', {name: 'Remove coupon'}).click();
      endpoints.answers['/promotions/apply'] = [
        400,
        {failure_code: 'LOGIN_REQUIRED', failure_reason: 'Log in first.'},
      ];
      await frame.getByRole('button', {name: 'Use TEA50'}).click();
      await frame.getByRole('textbox', {name: 'OTP'}).waitFor();
      await check('login');
    },
  );

  test(
    `methods and the page of the bank are accessible in Hindi on a phone, ${look.name}`,
    look.details,
    async ({frame, merchant, page}) => {
      const words = wordsIn('hi');
      await page.emulateMedia(look.media);
      await page.setViewportSize({width: 390, height: 844});
      await merchant.start({config: {display: {language: 'hi'}}});
      await frame.getByRole('textbox', {name: words.mobileNumber}).fill('9876543210');
      await frame.getByRole('button', {name: words.continue}).click();
      const check = () => expectAccessible(page);
      await frame.getByRole('button', {name: words.netbanking}).click();
      await check();
      await frame.getByRole('button', {name: fill(words.pay, {amount: '₹500'})}).click();
      await expect(frame.getByRole('heading', {name: words.bankPage})).toBeFocused();
      await check();
    },
  );
}

test('every target is large enough on a phone', async ({frame, merchant, page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await merchant.start();
  await giveContact(frame);
  await frame.getByRole('button', {name: 'Card', exact: true}).click();
  for (const target of await frame.locator('button, input, select').all()) {
    if (!(await target.isVisible())) continue;
    const box = await target.boundingBox();
    expect(box?.height, await target.innerText()).toBeGreaterThanOrEqual(44);
  }
});

/**
 * Holds the checkout to what axe finds. Axe gives a frame one second to take it in, and leaves out,
 * without a word, one on a machine that is too busy for that: it looks until it has seen the frame.
 */
async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({page: page as never}).include([
    'iframe.razorpay-checkout-frame',
    'html',
  ]);
  let found: unknown;
  await expect(async () => {
    const {passes, violations} = await axe.analyze();
    expect(passes.length).toBeGreaterThan(10);
    found = violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]);
  }).toPass();
  expect(found).toEqual([]);
}
