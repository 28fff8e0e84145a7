// While the checkout is open, nobody gets at the page behind it: not by Tab, not by a screen reader.
import type {Page} from '@playwright/test';
import {expect, type Shopper, test} from '../fixtures/demo/shop.js';

/** What has the focus, down into components. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('part') ?? at?.localName;
  });

const inert = (page: Page) => page.locator('[inert]').count();

const button = (page: Page) => page.locator('rzp-magic-button');

/** Presses the button as somebody does who has no mouse. */
async function openByKeyboard(shopper: Shopper): Promise<void> {
  await button(shopper.page).focus();
  await shopper.page.keyboard.press('Enter');
  await shopper.frame.getByRole('heading', {name: 'Contact details'}).waitFor();
}

/** How a checkout ends, and what the button says then. */
const ENDINGS: Record<string, (shopper: Shopper) => Promise<unknown>> = {
  paid: async (shopper) => {
    await shopper.pay();
    await shopper.expectPaid();
  },
  dismissed: (shopper) => shopper.checkout.dismiss(),
  'closed by the page': ({page}) =>
    button(page).evaluate((element) => (element as HTMLElement & {close(): boolean}).close()),
  'gone with its container': ({page}) =>
    page.locator('.razorpay-container').evaluate((container) => container.remove()),
};

for (const [what, end] of Object.entries(ENDINGS)) {
  test(`the page is inert until the checkout is ${what}; then the button has the focus`, async ({
    page,
    shopper,
  }) => {
    await page.goto('/server-order');
    await openByKeyboard(shopper);
    await expect.poll(() => inert(page)).toBeGreaterThan(0);
    expect(await button(page).evaluate((element) => element.closest('[inert]') !== null)).toBe(
      true,
    );
    await end(shopper);
    await expect.poll(() => inert(page)).toBe(0);
    const part = what === 'paid' ? 'button statement' : 'button';
    await expect.poll(() => focused(page)).toBe(part);
  });
}

/** What the page may do to its button meanwhile. */
const MEANWHILE = [
  ['removes its button', (page: Page) => button(page).evaluate((element) => element.remove()), {}],
  [
    'resets its button',
    (page: Page) =>
      button(page).evaluate((element) => (element as HTMLElement & {reset(): void}).reset()),
    {tag: '@variant'},
  ],
  [
    'gets another content',
    (page: Page) =>
      page.evaluate(() => document.querySelector('main')?.replaceChildren('Another page')),
    {tag: '@variant'},
  ],
] as const;

for (const [what, act, details] of MEANWHILE) {
  test(
    `a page that ${what} while the checkout is open can be used once that is closed`,
    details,
    async ({page, shopper}) => {
      await page.goto('/server-order');
      await openByKeyboard(shopper);
      await expect.poll(() => inert(page)).toBeGreaterThan(0);
      await act(page);
      expect(await inert(page)).toBeGreaterThan(0);
      await shopper.checkout.dismiss();
      await expect.poll(() => inert(page)).toBe(0);
    },
  );
}

test('Tab does not leave the open checkout, in neither direction', async ({page, shopper}) => {
  await page.goto('/server-order');
  await openByKeyboard(shopper);
  await expect.poll(() => focused(page)).toBe('iframe');
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let presses = 0; presses < 25; presses++) {
      await page.keyboard.press(key);
      // Beyond the last thing is the browser's own window, from where the next press comes back.
      expect(['iframe', 'body']).toContain(await focused(page));
    }
  }
});

test('the button waits for the payment, and a press of Escape gives the page back', async ({
  page,
  shopper,
}) => {
  await page.goto('/server-order');
  await openByKeyboard(shopper);
  await expect(button(page).locator('[part=status]')).toHaveText('Waiting for payment…');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', {name: /^Pay/})).toBeFocused();
});

test('a checkout sells where what sees to the page behind it does not come', async ({
  page,
  records,
  shopper,
}) => {
  await page.route('**/behind-*.js', (route) => route.abort());
  await page.goto('/server-order');
  const order = await shopper.orderOf(() => openByKeyboard(shopper));
  expect(await inert(page)).toBe(0);
  await shopper.pay();
  await shopper.expectPaid();
  expect(await focused(page)).toBe('button statement');
  await records.expectShippedOnce(order);
});

const SIZES = [
  ['a phone', {width: 390, height: 844}, {}],
  ['a desk', {width: 1280, height: 800}, {tag: '@visual'}],
] as const;

for (const [where, viewport, details] of SIZES) {
  test(
    `a checkout that shows nothing for 8 seconds can be left on ${where}`,
    details,
    async ({page, sandbox, shopper}, info) => {
      sandbox.faults.set({frame: 'silent'});
      await page.setViewportSize(viewport);
      await page.clock.install();
      await page.goto('/server-order');
      await button(page).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => inert(page)).toBeGreaterThan(0);
      await page.clock.fastForward(7_000);
      await expect(page.getByText('This is taking long')).toHaveCount(0);
      await page.clock.fastForward(1_000);
      await expect(page.getByText('This is taking long')).toBeVisible();
      await page.screenshot({path: info.outputPath('panel.png')});
      const way = page.getByRole('button', {name: 'Close it'});
      const box = await way.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      await page.keyboard.press('Tab');
      await expect(way).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', {name: /^Pay/})).toBeFocused();
      await expect(shopper.log('rzp-dismiss')).toHaveText(/closed/);
      expect(await inert(page)).toBe(0);
    },
  );
}

/** How little room there is: the text of a phone twice as large, and a desk at 400 %. */
const CRAMPED = {
  'with text of twice its size': {height: 568, fontSize: '200%'},
  'at 400 %': {height: 256, fontSize: '100%'},
};

for (const [how, {height, fontSize}] of Object.entries(CRAMPED))
  test(
    `the way out of a silent checkout is all on the screen ${how}`,
    {tag: '@visual'},
    async ({page, sandbox}, info) => {
      sandbox.faults.set({frame: 'silent'});
      await page.setViewportSize({width: 320, height});
      await page.clock.install();
      await page.goto('/without-label?language=tam');
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), fontSize);
      await button(page).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => inert(page)).toBeGreaterThan(0);
      await page.clock.fastForward(9_000);
      const panel = page.locator('.razorpay-container + div');
      await expect(panel).toHaveAttribute('lang', 'ta');
      const way = panel.getByRole('button');
      await way.scrollIntoViewIfNeeded();
      await page.screenshot({path: info.outputPath('panel.png')});
      await expect(way).toBeInViewport({ratio: 1});
      const {top, left, right, bottom, wider} = await panel.evaluate((host) => {
        const {top, left, right, bottom} = host.getBoundingClientRect();
        return {top, left, right, bottom, wider: host.scrollWidth - host.clientWidth};
      });
      expect(Math.min(top, left)).toBeGreaterThanOrEqual(0);
      expect([right <= 320, bottom <= height, wider]).toEqual([true, true, 0]);
      expect((await way.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    },
  );
