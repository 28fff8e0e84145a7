// The words of the UPI app and of the page behind a registration link: src/sandbox/upi/words/*.ts, which
// are src/sandbox/upi/words/en.ts, src/sandbox/upi/words/hi.ts, src/sandbox/upi/words/mar.ts,
// src/sandbox/upi/words/ben.ts, src/sandbox/upi/words/guj.ts, src/sandbox/upi/words/tam.ts,
// src/sandbox/upi/words/tel.ts, src/sandbox/upi/words/kan.ts, with src/sandbox/upi/words/rhythms.ts, and
// src/sandbox/upi/words/languages.ts, which chooses.
import type {Page} from '@playwright/test';
import type {Sandbox} from 'rzp-magic-button/sandbox.js';
import {CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';
import type {Words} from '../../../../src/sandbox/upi/words/en.js';
import {wordsIn} from '../../../../src/sandbox/upi/words/languages.js';
import {LANGUAGES, type Language} from '../../../../src/wire/languages.js';
import {callApi} from '../../../fixtures/sandbox/api.js';
import {englishIn} from '../../../fixtures/sandbox/english.js';
import {expect, test} from '../../../fixtures/sandbox/merchant.js';
import {initiate} from '../../../fixtures/sandbox/pos.js';

const ALL = Object.keys(LANGUAGES) as Language[];
const OTHERS = ALL.filter((language) => language !== 'en');
const DAY_SECONDS = 24 * 60 * 60;

/** A link to a mandate of ₹2,00,000 a month; the merchant's own words have no letter of Latin. */
async function makeLink(sandbox: Sandbox) {
  const {body} = await callApi(sandbox, 'POST', '/subscription_registration/auth_links', {
    customer: {name: 'आशा', contact: '9876543210'},
    type: 'link',
    amount: 100,
    currency: 'INR',
    description: '☕ 1',
    subscription_registration: {method: 'upi', max_amount: 2_000_000, frequency: 'monthly'},
  });
  return {
    id: String(body.id),
    url: String(body.short_url),
    customerId: String(body.customer_id),
  };
}

/** Has the mandate charged, as the merchant's server does. */
async function charge(sandbox: Sandbox, customerId: string, amount: number): Promise<void> {
  const {body} = await callApi(sandbox, 'POST', '/orders', {amount, currency: 'INR'});
  const {status} = await callApi(sandbox, 'POST', '/payments/create/recurring', {
    email: 'asha@example.com',
    contact: '9876543210',
    amount,
    currency: 'INR',
    order_id: body.id,
    customer_id: customerId,
    token: sandbox.tokens()[0]?.id,
    recurring: '1',
  });
  expect(status).toBe(200);
}

/** Looks at the page in a language: its `lang`, and that no English is left. */
async function check(page: Page, language: Language): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', LANGUAGES[language]);
  expect(await page.title()).not.toMatch(/[a-z]/);
  expect(await englishIn(page.locator('body'), 'code')).toEqual([]);
}

for (const language of OTHERS) {
  test(
    `no English is left in the app, nor behind a link, in ${language}`,
    {tag: language === 'hi' ? [] : '@visual'},
    async ({page, sandbox}) => {
      const words = wordsIn(language);
      const press = (name: keyof Words) =>
        page.getByRole('button', {name: words[name], exact: true}).click();
      const {url, customerId} = await makeLink(sandbox);
      await page.goto(`${url}?language=${language}`);
      await expect(page.getByText('₹20,000')).toBeVisible();
      await check(page, language);

      await press('continueByUpi');
      await check(page, language);
      await press('decline');
      await press('continueByUpi');
      await press('approve');
      await expect(page.getByRole('status')).toHaveText(words.linkPaid);
      await check(page, language);

      await sandbox.advance(60);
      await page.goto(`${sandbox.url}/upi?customer=${customerId}&language=${language}`);
      await press('pause');
      await expect(page.getByText(words.paused, {exact: true})).toBeVisible();
      await check(page, language);
      await press('resume');
      await expect(page.locator('.status').first()).toHaveText(words.confirmed);
      await charge(sandbox, customerId, 50_000);
      await sandbox.advance(2 * DAY_SECONDS);
      await page.reload();
      await expect(page.getByRole('listitem')).toContainText('₹500');
      await check(page, language);
      await press('revoke');
      await expect(page.locator('.status').first()).toHaveText(words.cancelled);
      await check(page, language);
    },
  );
}

test('a debit says when it is taken, and why it failed by the word of the API', async ({
  page,
  sandbox,
}) => {
  const {id, customerId} = await makeLink(sandbox);
  await sandbox.approveMandate(id);
  const approve = page.getByRole('button', {name: wordsIn('hi').approveDebit, exact: true});
  await page.goto(`${sandbox.url}/upi?language=hi`);
  await charge(sandbox, customerId, 1_550_000);
  await page.reload();
  await expect(page.getByRole('listitem')).toContainText(/^\s*\d+ \S+ \d{4} को ₹15,500 लिए जाएँगे/);
  await expect(approve).toBeVisible();
  await check(page, 'hi');
  sandbox.faults.set({charge: 'insufficient-funds'});
  await approve.click();
  await expect(approve).toHaveCount(0);
  await sandbox.advance(2 * DAY_SECONDS);
  await page.reload();
  await expect(page.getByRole('listitem')).toContainText('₹15,500 नहीं लिए जा सके');
  await expect(page.getByRole('listitem').locator('[lang=en]')).toHaveText('insufficient_funds');
});

test.describe('in a browser of Tamil', () => {
  test.use({locale: 'ta-IN'});

  test('the app speaks Tamil, unless an address asks for another language', async ({
    page,
    sandbox,
  }) => {
    await page.goto(`${sandbox.url}/upi`);
    await expect(page.getByRole('heading', {level: 1})).toHaveText(wordsIn('tam').upiApp);
    await check(page, 'tam');
    await page.goto(`${sandbox.url}/upi?language=kn-IN`);
    await check(page, 'kan');
    await page.goto(`${sandbox.url}/upi?language=en`);
    await expect(page.getByText('no mandate yet')).toBeVisible();
  });

  test('what a device asks for is asked for in Tamil, and answered so', async ({page, sandbox}) => {
    const words = wordsIn('tam');
    const {body} = await initiate(sandbox, {fields: {name: 'தேநீர்', description: '1'}});
    await page.goto(`${sandbox.url}/upi/device/${String(body.id)}`);
    await expect(page.getByRole('heading', {level: 2})).toHaveText('₹199 செலுத்து');
    await check(page, 'tam');
    await page.getByRole('button', {name: words.decline, exact: true}).click();
    await expect(page.getByRole('status')).toHaveText(words.saleDeclined);
    await check(page, 'tam');
  });
});

test.describe('in a browser of French', () => {
  test.use({locale: 'fr-FR'});

  test('the app speaks English', async ({page, sandbox}) => {
    await page.goto(`${sandbox.url}/upi?language=toString`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('the checkout leads into the app in its own language', async ({
  frame,
  merchant,
  page,
  sandbox,
}) => {
  const customer = await callApi(sandbox, 'POST', '/customers', {name: 'Asha Rao'});
  const order = await callApi(sandbox, 'POST', '/orders', {
    amount: 100,
    currency: 'INR',
    customer_id: customer.body.id,
    method: 'upi',
    token: {max_amount: 200_000, frequency: 'monthly'},
  });
  await merchant.visit({script: sandbox.checkoutScriptUrl});
  await merchant.open({
    key: sandbox.keyId,
    order_id: String(order.body.id),
    recurring: '1',
    config: {display: {language: 'guj'}},
  });
  await new CheckoutDriver(page).approveMandate({outcome: 'asked'});
  const link = frame.locator('.open-app');
  await expect(link).toHaveAttribute('href', /language=guj$/);
  await expect(frame.locator('.qr')).toHaveAttribute('src', /qr\.svg\?language=guj$/);
  const [app] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await expect(app.getByRole('button', {name: wordsIn('guj').approve, exact: true})).toBeVisible();
  await check(app, 'guj');
});

for (const language of ALL) {
  test(`every sentence of the app in ${language} has the slots of the English one`, () => {
    const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    const words = wordsIn(language);
    for (const [key, english] of Object.entries(wordsIn('en')) as [keyof Words, string][]) {
      expect(slots(words[key]), key).toEqual(slots(english));
    }
  });
}
