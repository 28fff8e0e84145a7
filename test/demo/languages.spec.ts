// All that the checkout says: src/sandbox/browser/frame/words/en.ts,
// src/sandbox/browser/frame/words/hi.ts, src/sandbox/browser/frame/words/ben.ts,
// src/sandbox/browser/frame/words/mar.ts, src/sandbox/browser/frame/words/guj.ts,
// src/sandbox/browser/frame/words/tam.ts, src/sandbox/browser/frame/words/tel.ts and
// src/sandbox/browser/frame/words/kan.ts, filled in by src/sandbox/browser/frame/words/fill.ts.
import type {Page} from '@playwright/test';
import type {Words} from '../../src/sandbox/browser/frame/words/en.js';
import {fill} from '../../src/sandbox/browser/frame/words/fill.js';
import {wordsIn} from '../../src/sandbox/browser/frame/words/languages.js';
import {LANGUAGES, type Language} from '../../src/wire/languages.js';
import {expect, newNumber, type Shopper, test} from '../fixtures/demo/shop.js';

/** Each language of the checkout, from the shop to the shop, on a narrow phone. */

test.use({delivers: true, viewport: {width: 360, height: 740}});

const ALL = Object.entries(LANGUAGES) as [Language, string][];

/** Which languages a test goes through. */
const SPOKEN = [
  ['Hindi', ALL.filter(([language]) => language === 'hi'), {}],
  ['every language', ALL, {tag: '@visual'}],
] as const;

/** What is cut off, or hangs over the side of what it is in. */
const overflowing = ({frame}: Shopper) =>
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

for (const [spoken, languages, details] of SPOKEN) {
  test(
    `the language of the button is that of the checkout, in ${spoken}`,
    details,
    async ({page, shopper}) => {
      for (const [language, tag] of languages) {
        await page.goto(`/?language=${language}`);
        await page.getByRole('button', {name: 'Pay'}).click();
        await expect(shopper.frame.getByRole('heading', {level: 2})).toHaveText(
          wordsIn(language).contactDetails,
        );
        await expect(shopper.frame.locator('html')).toHaveAttribute('lang', tag);
      }
    },
  );

  test(
    `a shopper pays in ${spoken}, and no word is cut off`,
    details,
    async ({page, records, shopper}) => {
      const {frame} = shopper;
      const heading = frame.getByRole('heading', {level: 2});
      const textbox = (name: string) => frame.getByRole('textbox', {name});
      const button = (name: string | RegExp) => frame.getByRole('button', {name});
      /** Looks at the screen in each language; the last one stays. */
      const inEach = async (look: (words: Words) => Promise<unknown>) => {
        for (const [language, tag] of languages) {
          await test.step(language, async () => {
            await speak(page, language);
            await expect(frame.locator('html')).toHaveAttribute('lang', tag);
            await look(wordsIn(language));
            expect(await overflowing(shopper)).toEqual([]);
          });
        }
      };
      const words = wordsIn(languages.at(-1)![0]);

      await page.clock.install();
      await page.goto('/');
      const order = await shopper.orderOf(() => shopper.open());
      await inEach(async ({contactDetails, mobileNumber, ...words}) => {
        await expect(heading).toHaveText(contactDetails);
        await expect(textbox(mobileNumber)).toBeVisible();
        await expect(button(words.continue)).toBeVisible();
      });
      await textbox(words.mobileNumber).fill(newNumber());
      await button(words.continue).click();

      await inEach(async ({badPincode, deliveryAddress, ...words}) => {
        await expect(heading).toHaveText(deliveryAddress);
        await button(words.continue).click();
        await expect(frame.getByText(badPincode)).toBeVisible();
      });
      await textbox(words.pincode).fill('560001');
      await inEach(async ({pincode, serviceable}) => {
        await expect(textbox(pincode)).toHaveValue('560001');
        await expect(frame.getByText(serviceable)).toBeVisible();
      });

      await shopper.checkout.toPayment({address: {}, delivery: 'By post'});
      await button(words.cod).click();
      await inEach(async ({cod, codText, paymentOptions}) => {
        await expect(heading).toHaveText(paymentOptions);
        await expect(button(cod)).toBeVisible();
        await expect(frame.getByText(fill(codText, {amount: '₹428'}))).toBeVisible();
      });
      await button(new RegExp(`^${words.upi}`)).click();
      await textbox(words.upiId).fill('success@razorpay');
      await inEach(async ({pay, upiId}) => {
        await expect(textbox(upiId)).toHaveValue('success@razorpay');
        await expect(button(fill(pay, {amount: '₹398'}))).toBeVisible();
      });

      // Success stays on the screen for as long as the clock stands still.
      await page.clock.pauseAt(Date.now() + 60_000);
      await button(fill(words.pay, {amount: '₹398'})).click();
      await expect(heading).toHaveText(words.waiting);
      await page.clock.runFor(500);
      await inEach(({paymentSuccessful}) => expect(heading).toHaveText(paymentSuccessful));
      await page.clock.resume();

      await expect(page.locator('#thanks')).toContainText(order);
      expect(await records.order(order)).toMatchObject({status: 'paid', payment: {amount: 39_800}});
    },
  );
}

/** Has the open checkout speak another language, as the page script does with a changed option. */
const speak = (page: Page, language: Language): Promise<void> =>
  page.evaluate((language) => {
    const data = {'config.display': {language}};
    document
      .querySelector<HTMLIFrameElement>('iframe.razorpay-checkout-frame')!
      .contentWindow!.postMessage(JSON.stringify({event: 'update_options', data}), '*');
  }, language);
