// A purchase by the keyboard alone, in Hindi: from the page to "paid", and the focus back to the button.
import type {Locator, Page} from '@playwright/test';
import {fill} from '../../src/sandbox/browser/frame/words/fill.js';
import {wordsIn} from '../../src/sandbox/browser/frame/words/languages.js';
import {words as ours} from '../../src/checkout/words/hi.js';
import {englishIn} from '../fixtures/demo/english.js';
import {toldOf, toldOfTags} from '../fixtures/demo/accessibility-tree.js';
import {expect, test} from '../fixtures/demo/shop.js';

const TAG = 'rzp-magic-button';

/** Goes on by Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(async () => {
    if (await target.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
    expect(await target.evaluate((element) => element.matches(':focus'))).toBe(true);
  }).toPass({intervals: [0]});
}

test('a shopper buys in Hindi by the keyboard alone, and reads no English on the way', async ({
  page,
  records,
  shopper,
}) => {
  const {frame} = shopper;
  const words = wordsIn('hi');
  const button = page.locator(TAG);
  const body = frame.locator('body');
  const expectNoEnglish = async () => {
    expect(await englishIn(button)).toEqual([]);
    if (await body.isVisible()) expect(await englishIn(body)).toEqual([]);
  };
  const named = (role: 'button' | 'textbox', name: string) =>
    frame.getByRole(role, {name: new RegExp(`^${name}`)});

  await page.goto('/without-label?language=hi');
  const label = ours.type.pay[1].replace('{amount}', '₹349');
  await expect.poll(() => toldOf(page, TAG)).toEqual({role: 'button', name: label});
  await expectNoEnglish();
  await tabTo(page, page.locator(`${TAG} >> [part=button]`));
  const order = await shopper.orderOf(() => page.keyboard.press('Enter'));

  await named('textbox', words.mobileNumber).waitFor();
  await expectNoEnglish();
  await tabTo(page, named('textbox', words.mobileNumber));
  await page.keyboard.type('9000090000');
  await tabTo(page, named('button', words.continue));
  await page.keyboard.press('Enter');

  await expect(frame.getByRole('heading', {level: 2})).toHaveText(words.paymentOptions);
  await expectNoEnglish();
  await tabTo(page, named('button', words.upi));
  await page.keyboard.press('Enter');
  await tabTo(page, named('textbox', words.upiId));
  await page.keyboard.type('success@razorpay');
  await expectNoEnglish();
  await tabTo(page, named('button', fill(words.pay, {amount: '₹349'})));
  await page.keyboard.press('Enter');

  await shopper.expectPaid();
  await expectNoEnglish();
  await expect(page.locator(`${TAG} >> [part~=button]`)).toBeFocused();
  const [told] = await toldOfTags(page);
  expect(told?.box?.name).toBe(ours.label.paid);
  expect(told?.message?.role).toBe('status');
  expect(told?.message?.name).toContain(ours.notice.paid.title);
  await tabTo(page, button.getByRole('button', {name: ours.action.buyAgain}));
  await records.expectPaid(order);
});
