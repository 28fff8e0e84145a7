// The page of a POS device: src/sandbox/pos/pos-app.ts, drawn by src/sandbox/pos/device-page.ts with
// src/sandbox/pos/screen.ts and src/sandbox/pos/receipt.ts, kept up to date by
// src/sandbox/browser/device/device-script.ts on src/sandbox/browser/match-element.ts. The code on its
// screen leads to src/sandbox/pos/upi-request-page.ts.
import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import type {Sandbox} from 'rzp-magic-button/sandbox.js';
import {expect, test} from '../../fixtures/sandbox/merchant.js';
import {close, initiate, orderAt} from '../../fixtures/sandbox/pos.js';

const screenOf = (page: Page) => page.locator('#screen').getByRole('status').last();
const key = (page: Page, name: string) =>
  page.getByRole('form', {name: 'Keypad'}).getByRole('button', {name, exact: true});
const card = (page: Page, name: string) => page.getByRole('button', {name: `Tap ${name}`});

test('a sale appears by itself, is declined, and is paid with another card', async ({
  page,
  sandbox,
}) => {
  await page.goto(`${sandbox.url}/`);
  await page.getByRole('link', {name: 'where the shopper pays at the counter'}).click();
  await expect(screenOf(page)).toHaveText(/Waiting for the till/);

  const order = await orderAt(sandbox);
  await initiate(sandbox, {order});
  await expect(screenOf(page)).toHaveText(/Acme Corp\s*₹199\s*POS Transaction/);
  await card(page, 'Visa 0001').click();
  await expect(screenOf(page)).toHaveText(/Not paid\s*Insufficient funds\s*CARD_DECLINED/);

  await initiate(sandbox, {order});
  await card(page, 'RuPay 1005').click();
  await expect(screenOf(page)).toHaveText(/Approved\s*₹199/);
  const receipt = page.getByRole('form', {name: 'Receipt'});
  await expect(receipt).toContainText(sandbox.device.state().sale!.paymentId!);
  await expect(receipt).toContainText('RuPay ···· 1005');
  await receipt.getByRole('button', {name: 'Tear off'}).click();
  await expect(receipt).toHaveCount(0);
  await key(page, 'Enter, the green key').click();
  await expect(screenOf(page)).toHaveText(/Waiting for the till/);
  expect(sandbox.order(order).status).toBe('paid');
});

test('a PIN is typed on the keyboard and on the keys, and the red key cancels', async ({
  page,
  sandbox,
}) => {
  await page.goto(`${sandbox.url}/device/counter-a`);
  const sale = {mode: 'wireless', deviceId: 'counter-a', amount: 600_000} as const;
  await initiate(sandbox, sale);
  await expect(screenOf(page)).toContainText('₹6,000');
  // What has the focus is pressed by Enter, and then the keys go to the device.
  await card(page, 'Visa 1007').focus();
  await page.keyboard.press('Enter');
  await expect(screenOf(page)).toContainText('Enter PIN');
  await page.keyboard.type('99');
  await expect(screenOf(page)).toContainText('2 digits typed');
  await page.keyboard.press('Backspace');
  await expect(screenOf(page)).toContainText('0 digits typed');
  await page.keyboard.type('0000');
  await key(page, 'Enter, the green key').click();
  await expect(screenOf(page)).toContainText('Wrong PIN. 2 tries left');
  for (const digit of '1234') await key(page, digit).click();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('Enter');
  await expect(screenOf(page)).toContainText('Approved');
  await expect(page.getByRole('form', {name: 'Receipt'})).toContainText('PIN');

  await initiate(sandbox, sale);
  await expect(screenOf(page)).toContainText('₹6,000');
  await page.keyboard.press('Escape');
  await expect(screenOf(page)).toContainText('Cancelled');
  expect(sandbox.device.state('counter-a').errorCode).toBe('TRANSACTION_CANCELLED');
});

test('the code leads to a UPI app, in which the shopper approves', async ({page, sandbox}) => {
  await initiate(sandbox, {fields: {prefill: {method: 'upi'}}});
  await page.goto(`${sandbox.url}/device`);
  await expect(page.getByRole('img', {name: 'Code to pay by UPI'})).toBeVisible();
  await page.getByRole('button', {name: 'Card', exact: true}).click();
  await page.getByRole('button', {name: 'UPI code'}).click();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', {name: 'what it leads to'}).click();
  const phone = await opened;
  await expect(phone.getByRole('heading', {name: 'Pay ₹199'})).toBeVisible();
  await phone.getByRole('button', {name: 'Approve'}).click();
  await expect(phone.getByText('Paid. Thank you.')).toBeVisible();
  await expect(screenOf(page)).toContainText('Approved');
});

test.describe('on a phone', () => {
  test.use({viewport: {width: 390, height: 844}});

  const SCREENS = [
    ['light', ({device}: Sandbox) => device.state()],
    ['dark', ({device}: Sandbox) => device.tap()],
    ['light', ({device}: Sandbox) => device.enterPin()],
  ] as const;

  for (const [what, screens, details] of [
    ['all of it can be read, and nothing is cut off', SCREENS.slice(0, 1), {}],
    ['all of it can be read on each screen, light and dark', SCREENS, {tag: '@visual'}],
  ] as const)
    test(what, details, async ({page, sandbox}) => {
      await initiate(sandbox, {amount: 600_000});
      await page.goto(`${sandbox.url}/device`);
      for (const [colorScheme, act] of screens) {
        const shown = act(sandbox).screen;
        await page.emulateMedia({colorScheme});
        await expect(page.locator('[data-screen]')).toHaveAttribute('data-screen', shown);
        const {violations} = await new AxeBuilder({page: page as never}).analyze();
        expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    });
});

test.describe('without a script', () => {
  test.use({javaScriptEnabled: false});

  test('the keys are forms: the PIN is typed, and the cable pulled', async ({page, sandbox}) => {
    await initiate(sandbox, {amount: 600_000});
    await page.goto(`${sandbox.url}/device`);
    await card(page, 'MasterCard 1002').click();
    for (const digit of '1234') await key(page, digit).click();
    await page.getByRole('button', {name: 'Unplug'}).click();
    await expect(page.getByText('The till can not reach the device.')).toBeAttached();
    await key(page, 'Enter, the green key').click();
    await expect(screenOf(page)).toContainText('Approved');
    await page.getByRole('button', {name: 'Plug in'}).click();
    await expect(page.getByText('The gateway reaches the device.')).toBeVisible();
  });

  test('what came too late is what the screen says', async ({page, sandbox}) => {
    await initiate(sandbox);
    await page.goto(`${sandbox.url}/device`);
    await close(sandbox);
    await card(page, 'Visa 1007').click();
    await expect(screenOf(page)).toContainText('Cancelled');
    sandbox.faults.set({device: 'paper-out'}, {times: 1});
    await initiate(sandbox);
    await page.reload();
    await page.getByRole('button', {name: 'Pay by UPI'}).click();
    await expect(page.getByText('Paper is out', {exact: true})).toBeVisible();
  });
});

test('another site can not press the keys', async ({sandbox}) => {
  const body = new URLSearchParams({press: 'tap:visa'});
  await initiate(sandbox);
  for (const [origin, status] of [
    ['https://elsewhere.example', 403],
    [sandbox.url, 303],
  ] as const) {
    const response = await fetch(`${sandbox.url}/device/wired`, {
      method: 'POST',
      headers: {origin},
      body,
      redirect: 'manual',
    });
    expect(response.status).toBe(status);
  }
  expect(sandbox.device.state().screen).toBe('approved');
});
