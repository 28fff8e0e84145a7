// The shopper's UPI app and what leads to it: src/sandbox/upi/upi-app.ts, src/sandbox/upi/upi-page.ts,
// src/sandbox/upi/link-page.ts, src/sandbox/upi/page.ts; mandates in the checkout's frame.
import AxeBuilder from '@axe-core/playwright';
import type {Sandbox} from 'rzp-magic-button/sandbox.js';
import {CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';
import {wordsIn} from '../../../src/sandbox/browser/frame/words/languages.js';
import {callApi} from '../../fixtures/sandbox/api.js';
import {expect, test, type Merchant} from '../../fixtures/sandbox/merchant.js';
import {giveContact, payByUpi} from '../../fixtures/sandbox/shopper.js';

async function askMandate(sandbox: Sandbox, email = 'asha@example.com'): Promise<string> {
  const customer = await callApi(sandbox, 'POST', '/customers', {
    name: 'Asha Rao',
    email,
    fail_existing: '0',
  });
  const order = await callApi(sandbox, 'POST', '/orders', {
    amount: 100,
    currency: 'INR',
    customer_id: customer.body.id,
    method: 'upi',
    token: {max_amount: 200_000, frequency: 'monthly'},
  });
  return String(order.body.id);
}

async function open(merchant: Merchant, sandbox: Sandbox, options: object): Promise<string> {
  const order_id = await askMandate(sandbox);
  await merchant.visit({script: sandbox.checkoutScriptUrl});
  await merchant.open({key: sandbox.keyId, order_id, ...options});
  return order_id;
}

test.describe('in the checkout', () => {
  for (const [recurring, details] of [
    ['1', {tag: '@variant'}],
    [1, {tag: '@variant'}],
    [true, {tag: '@variant'}],
    ['preferred', {}],
  ] as const) {
    test(
      `recurring: ${JSON.stringify(recurring)} asks for the mandate, and the app approves it`,
      details,
      async ({merchant, page, sandbox}) => {
        const orderId = await open(merchant, sandbox, {recurring});
        await new CheckoutDriver(page).approveMandate();
        expect(await merchant.heard('handler')).toMatchObject({razorpay_order_id: orderId});
        const [token] = sandbox.tokens();
        expect(token?.recurring_details.status).toMatch(/initiated|confirmed/);
        await expect.poll(() => sandbox.tokens()[0]?.recurring_details.status).toBe('confirmed');
        expect(sandbox.payments(orderId)[0]).toMatchObject({
          status: 'captured',
          token_id: token!.id,
        });
      },
    );
  }

  test('a shopper who declines reads so, and can approve after all', async ({
    merchant,
    page,
    sandbox,
  }) => {
    const orderId = await open(merchant, sandbox, {recurring: '1'});
    const checkout = new CheckoutDriver(page);
    await checkout.approveMandate({outcome: 'declined'});
    await expect.poll(() => merchant.names()).toContain('payment.failed');
    await checkout.approveMandate();
    expect(sandbox.payments(orderId).map(({status}) => status)).toEqual(['captured', 'failed']);
    expect(sandbox.tokens().at(-1)?.recurring_details.status).toBe('rejected');
  });

  test('leaves the choice where it is preferred, and takes one payment without', async ({
    frame,
    merchant,
    sandbox,
  }) => {
    const orderId = await open(merchant, sandbox, {recurring: 'preferred'});
    await giveContact(frame);
    await frame.getByLabel('Approve this for later payments too').uncheck();
    await payByUpi(frame);
    await merchant.heard('handler');
    expect(sandbox.order(orderId).status).toBe('paid');
    expect(sandbox.tokens()).toEqual([]);
  });

  test('without recurring the order is paid once', async ({frame, merchant, sandbox}) => {
    const orderId = await open(merchant, sandbox, {});
    await giveContact(frame);
    await payByUpi(frame);
    await merchant.heard('handler');
    expect(sandbox.order(orderId).status).toBe('paid');
    expect(sandbox.tokens()).toEqual([]);
  });

  test('shows a QR code on a desktop, and a tab that is closed leaves no mandate', async ({
    frame,
    merchant,
    page,
    sandbox,
  }) => {
    const orderId = await open(merchant, sandbox, {recurring: '1'});
    await new CheckoutDriver(page).approveMandate({outcome: 'asked'});
    const code = frame.getByRole('img', {name: 'QR code'});
    await expect(code).toBeVisible();
    expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.close();
    await sandbox.advance(600);
    expect(sandbox.payments(orderId)[0]).toMatchObject({error_reason: 'payment_timed_out'});
    expect(sandbox.tokens()[0]?.recurring_details.status).toBe('rejected');
  });

  test('in Hindi it is asked for in Hindi, up to the QR code', async ({
    frame,
    merchant,
    page,
    sandbox,
  }) => {
    const words = wordsIn('hi');
    const display = {language: 'hi'};
    await open(merchant, sandbox, {recurring: 'preferred', config: {display}});
    const checkout = new CheckoutDriver(page);
    await checkout.toPayment();
    await expect(frame.locator('.mandate')).toContainText('हर महीने ₹2,000 तक');
    await expect(frame.getByRole('checkbox', {name: words.mandateChoice})).toBeChecked();
    await checkout.approveMandate({outcome: 'asked'});
    await expect(frame.getByRole('heading', {name: words.scanApp})).toBeVisible();
    await expect(frame.getByRole('img', {name: /का QR कोड$/})).toBeVisible();
    await expect(frame.getByRole('link', {name: words.openApp})).toBeVisible();
    await expect(frame.getByRole('status')).toHaveText(words.waiting);
    await page.screenshot({path: test.info().outputPath('qr.png')});
  });

  test('a shopper who leaves while it waits has not approved it', async ({
    frame,
    merchant,
    page,
    sandbox,
  }) => {
    const orderId = await open(merchant, sandbox, {recurring: '1'});
    const checkout = new CheckoutDriver(page);
    await checkout.approveMandate({outcome: 'asked'});
    await frame.getByRole('button', {name: 'Close checkout'}).click();
    await frame.getByRole('button', {name: 'Leave checkout'}).click();
    await merchant.heard('ondismiss');
    expect(sandbox.payments(orderId)[0]).toMatchObject({status: 'failed'});
    expect(sandbox.tokens()[0]?.recurring_details.status).toBe('rejected');
  });
});

test('the shopper pauses, resumes and revokes a mandate in the app', async ({page, sandbox}) => {
  const {token} = await sandbox.approveMandate(await askMandate(sandbox));
  await page.goto(`${sandbox.url}/`);
  await page.getByRole('link', {name: 'approves and revokes mandates'}).click();
  await page.emulateMedia({colorScheme: 'light'});
  expect((await new AxeBuilder({page: page as never}).analyze()).violations).toEqual([]);
  const status = () => sandbox.tokens()[0]?.recurring_details.status;
  await page.getByRole('button', {name: 'Pause'}).click();
  await expect(page.getByText('paused')).toBeVisible();
  expect(status()).toBe('paused');
  await page.getByRole('button', {name: 'Resume'}).click();
  await expect(page.getByText('confirmed')).toBeVisible();
  await page.getByRole('button', {name: 'Revoke'}).click();
  await expect(page.getByText('cancelled')).toBeVisible();
  expect(status()).toBe('cancelled');
  await expect(page.getByRole('button')).toHaveCount(0);
  expect(sandbox.events().at(-1)).toMatchObject({event: 'token.cancelled'});
  expect(token.id).toBe(sandbox.tokens()[0]?.id);
});

test(
  'the app with a mandate is accessible in the dark',
  {tag: '@visual'},
  async ({page, sandbox}) => {
    await sandbox.approveMandate(await askMandate(sandbox));
    await page.emulateMedia({colorScheme: 'dark'});
    await page.goto(`${sandbox.url}/upi`);
    await expect(page.getByRole('button', {name: 'Pause'})).toBeVisible();
    expect((await new AxeBuilder({page: page as never}).analyze()).violations).toEqual([]);
  },
);

test('one customer’s app shows what comes in by itself, and nobody else’s', async ({
  page,
  sandbox,
}) => {
  const [hers, his] = [await askMandate(sandbox), await askMandate(sandbox, 'ravi@example.com')];
  const customer = sandbox.order(hers).customer_id ?? '';
  await page.clock.install();
  await page.goto(`${sandbox.url}/upi?customer=${customer}`);
  await expect(page.getByText('no mandate yet')).toBeVisible();
  await sandbox.approveMandate(his);
  const {token} = await sandbox.approveMandate(hers);
  await page.clock.runFor(2_000);
  await expect(page.getByText(token.id)).toBeVisible();
  await page.getByRole('button', {name: 'Pause'}).click();
  await expect(page.getByText('paused')).toBeVisible();
  expect(page.url()).toContain(customer);
  await expect(page.locator('.card')).toHaveCount(1);
});

test.describe('behind a registration link', () => {
  const makeLink = async (
    sandbox: Sandbox,
    fields: object = {},
  ): Promise<{id: string; url: string}> => {
    const {body} = await callApi(sandbox, 'POST', '/subscription_registration/auth_links', {
      customer: {name: 'Asha Rao', contact: '9876543210'},
      type: 'link',
      amount: 100,
      currency: 'INR',
      description: 'Tea every month',
      subscription_registration: {method: 'upi', max_amount: 50_000, frequency: 'monthly'},
      ...fields,
    });
    return {id: String(body.id), url: String(body.short_url)};
  };

  test('a person approves, and reads that it is done', async ({page, sandbox}) => {
    const {id, url} = await makeLink(sandbox);
    await page.goto(url);
    await expect(page.getByText('up to ₹500 a month')).toBeVisible();
    await page.getByRole('button', {name: 'Continue with UPI'}).click();
    await page.getByRole('button', {name: 'Approve'}).click();
    await expect(page.getByRole('status')).toHaveText('Thank you. The mandate is approved.');
    expect((await callApi(sandbox, 'GET', `/invoices/${id}`)).body).toMatchObject({status: 'paid'});
    expect(sandbox.payments()[0]).toMatchObject({contact: '+919876543210', invoice_id: id});
  });

  test('a person who declines may try again', async ({page, sandbox}) => {
    const {url} = await makeLink(sandbox);
    await page.goto(url);
    await page.getByRole('button', {name: 'Continue with UPI'}).click();
    await page.getByRole('button', {name: 'Decline'}).click();
    await expect(page.getByRole('button', {name: 'Continue with UPI'})).toBeVisible();
  });

  test('a link that is cancelled or expired says so', async ({page, sandbox}) => {
    const {id, url} = await makeLink(sandbox);
    await callApi(sandbox, 'POST', `/invoices/${id}/cancel`);
    await page.goto(url);
    await expect(page.getByRole('status')).toContainText('cancelled');
    const short = await makeLink(sandbox, {expire_by: Math.floor(Date.now() / 1000) + 60});
    await sandbox.advance(61);
    await page.goto(short.url);
    await expect(page.getByRole('status')).toContainText('expired');
  });
});

test('another site can neither approve nor revoke', async ({sandbox}) => {
  const {token} = await sandbox.approveMandate(await askMandate(sandbox));
  const {status} = await fetch(`${sandbox.url}/upi`, {
    method: 'POST',
    headers: {origin: 'https://shop.example'},
    body: new URLSearchParams({action: 'revoke', id: token.id}),
  });
  expect(status).toBe(403);
  expect(sandbox.tokens()[0]?.recurring_details.status).toBe('confirmed');
});
