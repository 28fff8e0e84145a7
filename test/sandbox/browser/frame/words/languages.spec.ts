// src/sandbox/browser/frame/words/languages.ts, src/sandbox/browser/frame/words/words.ts and
// src/sandbox/browser/frame/words/translated.ts;
// each language is read by a shopper in test/demo/languages.spec.ts.
import type {FrameLocator} from '@playwright/test';
import type {Words} from '../../../../../src/sandbox/browser/frame/words/en.js';
import {fill} from '../../../../../src/sandbox/browser/frame/words/fill.js';
import {wordsIn} from '../../../../../src/sandbox/browser/frame/words/languages.js';
import {translated} from '../../../../../src/sandbox/browser/frame/words/translated.js';
import * as failures from '../../../../../src/sandbox/model/payment-failures.js';
import {MANDATE_DECLINED} from '../../../../../src/sandbox/model/charge-failures.js';
import {LANGUAGES, type Language} from '../../../../../src/wire/languages.js';
import {englishIn} from '../../../../fixtures/sandbox/english.js';
import {expect, test} from '../../../../fixtures/sandbox/magic.js';

const OTHERS = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== 'en');

/** What stands on the screen in English. What the merchant calls itself and its goods is its own. */
const leftIn = (frame: FrameLocator) =>
  englishIn(frame.locator('body'), '#business, .order .name, .unseen[hidden]');

test('an unknown language is English', async ({endpoints, frame, magic}) => {
  await magic.toPayment({config: {display: {language: 'toString'}}});
  await expect(frame.getByRole('heading', {name: 'Payment options'})).toBeVisible();
  expect(endpoints.asked('/shipping-info')).toHaveLength(1);
});

for (const language of OTHERS) {
  const details = language === 'hi' ? {} : {tag: '@visual'};
  test(`no English is left on any screen in ${language}`, details, async ({frame, merchant}) => {
    const words = wordsIn(language);
    const button = (name: string) => frame.getByRole('button', {name, exact: true});
    const pay = () => button(fill(words.pay, {amount: '₹500'})).click();
    const check = async (heading: string) => {
      await expect(frame.getByRole('heading', {name: heading, exact: true})).toBeVisible();
      expect(await leftIn(frame), heading).toEqual([]);
    };
    await merchant.start({config: {display: {language}}, name: 'चाय', timeout: 600});
    await check(words.contactDetails);
    await frame.getByRole('textbox', {name: words.mobileNumber}).fill('09876543210');
    await button(words.continue).click();
    await expect(frame.getByText(words.badCountryCode)).toBeVisible();
    await frame.getByRole('textbox', {name: words.mobileNumber}).fill('9876543210');
    await button(words.continue).click();

    await check(words.paymentOptions);
    for (const method of ['card', 'netbanking', 'wallet', 'upi'] as const) {
      await button(words[method]).click();
      expect(await leftIn(frame), method).toEqual([]);
    }
    await frame.getByRole('textbox', {name: words.upiId}).fill('asha@okaxis');
    await pay();
    await check(words.bankPage);
    await button(words.failure).click();
    await expect(frame.getByRole('alert')).toContainText(words.payment_failed);
    await check(words.paymentOptions);

    await button(words.card).click();
    await frame.getByRole('textbox', {name: words.cardNumber}).fill('4100280000001007');
    await frame.getByRole('textbox', {name: words.expiry}).fill('12/39');
    await frame.getByRole('textbox', {name: words.cvv}).fill('123');
    await pay();
    await check(words.confirmPayment);
    await frame.getByRole('textbox', {name: words.otp}).fill('1');
    await button(words.submitOtp).click();
    await expect(frame.getByRole('alert')).toContainText(words.invalid_otp);

    await button(words.netbanking).click();
    await pay();
    await check(words.bankPage);
    await expect(frame.locator('.bank-name [lang=en]')).toHaveText('HDFC Bank');
  });
}

test('in Hindi the merchant’s failures are told, and what is wrong is marked as English', async ({
  endpoints,
  frame,
  magic,
}) => {
  const words = wordsIn('hi');
  endpoints.answers['/shipping-info'] = [500, {}];
  await magic.open({config: {display: {language: 'hi'}}});
  await frame.getByRole('textbox', {name: words.mobileNumber}).fill('9876543210');
  await frame.getByRole('button', {name: words.continue}).click();
  await frame.getByRole('textbox', {name: words.pincode}).fill('560001');
  await expect(frame.getByText(words.deliveryFailed)).toBeVisible();
  await expect(frame.locator('.serviceability code')).toHaveAttribute('lang', 'en');
  await expect(frame.getByRole('option', {name: 'संयुक्त राज्य'})).toBeAttached();
  expect(await leftIn(frame)).toEqual([]);
});

test("the shop's own words are marked as the language of its page, and only where that is another", async ({
  frame,
  merchant,
}) => {
  const head = '<script>document.documentElement.lang = "en-IN"</script>';
  for (const [language, lang] of [
    ['hi', 'en-IN'],
    ['en', null],
  ] as const) {
    const options = {config: {display: {language}}, name: 'Tea house', description: 'Fine teas'};
    await merchant.start(options, {head});
    const shopsOwn = frame.locator('h1, .names p, .order .name > span');
    await expect(shopsOwn).toHaveText(['Tea house', 'Fine teas', 'Darjeeling, first flush']);
    for (const each of await shopsOwn.all()) {
      expect(await each.getAttribute('lang')).toBe(lang);
    }
  }
});

test('each reason why a payment fails has words in each language', () => {
  const {CANCELLED, ORDER_ALREADY_PAID, TIMED_OUT, UNSUCCESSFUL, WRONG_OTP} = failures;
  const all = [
    ...[CANCELLED, MANDATE_DECLINED, ORDER_ALREADY_PAID, TIMED_OUT, UNSUCCESSFUL, WRONG_OTP],
    ...failures.FAILING_CARDS.map(([number]) => failures.cardFailure(number)),
  ];
  for (const language of OTHERS) {
    for (const {description, reason} of all) {
      const said = translated(language, description, reason);
      expect(said.lang, `${language} ${reason}`).toBeUndefined();
      expect(said.text).not.toBe(description);
    }
  }
  expect(translated('en', UNSUCCESSFUL.description, UNSUCCESSFUL.reason).text).toBe(
    UNSUCCESSFUL.description,
  );
});

test('what is said in no language but English is marked', () => {
  expect(translated('hi', 'Something of tomorrow')).toEqual({
    text: 'Something of tomorrow',
    lang: 'en',
  });
});

for (const language of Object.keys(LANGUAGES) as Language[]) {
  test(`every sentence in ${language} has the slots of the English one`, () => {
    const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    const words = wordsIn(language);
    for (const [key, english] of Object.entries(wordsIn('en')) as [keyof Words, string][]) {
      expect(slots(words[key]), key).toEqual(slots(english));
    }
  });
}

test('Tamil says payment as its speakers do, and Hindi item', () => {
  const payment = ({paymentOptions, paymentFailed, paymentSuccessful, leaveText}: Words) => [
    paymentOptions,
    paymentFailed,
    paymentSuccessful,
    leaveText,
  ];
  for (const text of payment(wordsIn('tam'))) expect(text).toContain('பேமெண்ட்');
  const {items, manyItems, namelessItem, oneItem} = wordsIn('hi');
  for (const text of [items, manyItems, namelessItem, oneItem]) expect(text).toContain('आइटम');
});
