// All that the checkout says: src/sandbox/browser/frame/words/en.ts,
// src/sandbox/browser/frame/words/hi.ts, src/sandbox/browser/frame/words/ben.ts,
// src/sandbox/browser/frame/words/mar.ts, src/sandbox/browser/frame/words/guj.ts,
// src/sandbox/browser/frame/words/tam.ts, src/sandbox/browser/frame/words/tel.ts and
// src/sandbox/browser/frame/words/kan.ts, filled in by src/sandbox/browser/frame/words/fill.ts.
import type {CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';
import {fill} from '../../src/sandbox/browser/frame/words/fill.js';
import {wordsIn} from '../../src/sandbox/browser/frame/words/languages.js';
import {LANGUAGES, type Language} from '../../src/wire/languages.js';
import {expect, newNumber, orderOf, test} from '../fixtures/demo/shop.js';

/** Each language of the checkout once, from the shop to the shop, on a narrow phone. */

test.use({delivers: true, viewport: {width: 360, height: 740}});

/** What is cut off, or hangs over the side of what it is in. */
const overflowing = ({frame}: CheckoutDriver) =>
  frame
    .locator('html')
    .evaluate((page) =>
      [...page.querySelectorAll<HTMLElement>('body :not(svg, svg *, option, .unseen)')]
        .filter(
          (element) =>
            element.getBoundingClientRect().right > page.clientWidth + 0.5 ||
            (element.scrollWidth > element.clientWidth + 1 &&
              getComputedStyle(element).display !== 'inline' &&
              !element.matches('input')),
        )
        .map(({outerHTML}) => outerHTML.slice(0, 120)),
    );

for (const [language, tag] of Object.entries(LANGUAGES) as [Language, string][])
  test(`a shopper pays in ${language}, and no word is cut off`, async ({checkout, page, shop}) => {
    const words = wordsIn(language);
    const {frame} = checkout;
    const heading = frame.getByRole('heading', {level: 2});
    const contact = newNumber();
    await page.goto(`/?language=${language}`);
    const order = await orderOf(page, () => page.getByRole('button', {name: 'Pay'}).click());

    await expect(heading).toHaveText(words.contactDetails);
    await expect(frame.locator('html')).toHaveAttribute('lang', tag);
    expect(await overflowing(checkout)).toEqual([]);
    await frame.getByRole('textbox', {name: words.mobileNumber}).fill(contact);
    await frame.getByRole('button', {name: words.continue}).click();

    await expect(heading).toHaveText(words.deliveryAddress);
    await frame.getByRole('button', {name: words.continue}).click();
    await expect(frame.getByText(words.badPincode)).toBeVisible();
    await frame.getByRole('textbox', {name: words.pincode}).fill('560001');
    await expect(frame.getByText(words.serviceable)).toBeVisible();
    expect(await overflowing(checkout)).toEqual([]);

    await checkout.toPayment({address: {}, delivery: 'By post'});
    await expect(heading).toHaveText(words.paymentOptions);
    await frame.getByRole('button', {name: words.cod}).click();
    await expect(frame.getByText(fill(words.codText, {amount: '₹428'}))).toBeVisible();
    expect(await overflowing(checkout)).toEqual([]);

    await frame.getByRole('button', {name: new RegExp(`^${words.upi}`)}).click();
    await frame.getByRole('textbox', {name: words.upiId}).fill('success@razorpay');
    await frame.getByRole('button', {name: fill(words.pay, {amount: '₹398'})}).click();
    await expect(heading).toHaveText(words.paymentSuccessful);
    expect(await overflowing(checkout)).toEqual([]);

    await expect(page.locator('#thanks')).toContainText(order);
    expect(await shop.checkout.order(order)).toMatchObject({
      status: 'paid',
      payment: {amount: 39_800},
    });
  });
