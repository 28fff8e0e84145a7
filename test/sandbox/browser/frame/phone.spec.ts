// The checkout on a phone: what is folded, and what is on the screen without a search.
import type {FrameLocator} from '@playwright/test';
import {expect, test} from '../../../fixtures/sandbox/magic.js';

/** From where to where something reaches, in pixels from the top of the checkout. */
async function spanOf(frame: FrameLocator, selector: string) {
  const {height, y} = (await frame.locator(selector).first().boundingBox())!;
  return {top: y, bottom: y + height};
}

for (const [width, height, details] of [
  [320, 568, {}],
  [390, 664, {tag: '@visual'}],
  [390, 844, {tag: '@visual'}],
  // With the keyboard open, and a phone on its side.
  [390, 420, {tag: '@visual'}],
  [844, 390, {tag: '@visual'}],
] as const) {
  test(
    `at ${width} × ${height} the chosen method's field stands above the button that pays`,
    details,
    async ({frame, magic, page}) => {
      await page.setViewportSize({width, height});
      await magic.toPayment();
      const isShown = async () => {
        const field = await spanOf(frame, '.methods .chosen .field');
        const bar = await spanOf(frame, '.actions');
        return field.top >= 0 && field.bottom <= bar.top + 0.5;
      };
      await expect(frame.getByRole('textbox', {name: 'UPI ID'})).toBeVisible();
      await expect.poll(isShown).toBe(true);
      for (const method of ['Wallet', 'Card', 'Netbanking', 'UPI']) {
        await frame.getByRole('button', {name: method, exact: true}).click();
        await expect.poll(isShown, method).toBe(true);
      }
    },
  );
}

test('a failure is read before the fields: nothing scrolls past it', async ({
  frame,
  magic,
  page,
}) => {
  await page.setViewportSize({width: 320, height: 568});
  await magic.toPayment();
  await frame.getByRole('button', {name: 'Wallet'}).click();
  await frame.getByRole('button', {name: /^Pay ₹/}).click();
  await frame.getByRole('button', {name: 'Cancel payment'}).click();
  await expect(frame.getByRole('alert')).toBeInViewport({ratio: 0.9});
});

test('coupons are folded to one line, which unfolds by the keyboard too', async ({
  frame,
  magic,
  page,
}) => {
  await page.setViewportSize({width: 320, height: 700});
  await magic.toPayment();
  const line = frame.getByRole('button', {name: 'Coupons TEA50'});
  const code = frame.getByRole('textbox', {name: 'Coupon code'});
  await expect(line).toHaveAttribute('aria-expanded', 'false');
  await expect(code).toBeHidden();
  expect((await frame.locator('.coupons').boundingBox())!.height).toBeLessThan(56);
  await line.press('Enter');
  await expect(code).toBeVisible();
  await code.fill('NOPE');
  await code.press('Enter');
  await expect(frame.getByText('There is no such coupon.')).toBeVisible();
  await frame.getByRole('button', {name: 'Use TEA50'}).click();
  await frame.getByRole('button', {name: 'Remove coupon'}).click();
  await frame.getByRole('button', {name: 'Coupons'}).click();
  await expect(code).toBeHidden();
});

test('coupons that are refused before anybody unfolds them say why', async ({
  endpoints,
  frame,
  magic,
  page,
}) => {
  await page.setViewportSize({width: 390, height: 844});
  await magic.toPayment({prefill: {coupon_code: 'NOPE'}});
  expect(endpoints.asked('/promotions/apply')).toHaveLength(1);
  await expect(frame.getByText('There is no such coupon.')).toBeVisible();
  // They stay unfolded while another code is typed.
  const code = frame.getByRole('textbox', {name: 'Coupon code'});
  await code.fill('TEA');
  await expect(frame.getByText('There is no such coupon.')).toHaveCount(0);
  await expect(code).toBeVisible();
});

for (const [width, details] of [
  [320, {}],
  [390, {tag: '@visual'}],
] as const) {
  test(
    `at ${width} the header keeps clear of the button that closes, and nothing is cut off`,
    details,
    async ({frame, magic, page}) => {
      await page.setViewportSize({width, height: 700});
      await magic.open({name: 'The Very Long Established Tea Company of Darjeeling', timeout: 600});
      const close = (await frame.getByRole('button', {name: 'Close checkout'}).boundingBox())!;
      const names = (await frame.locator('.names').boundingBox())!;
      expect(names.x + names.width).toBeLessThanOrEqual(close.x);
      const cut = await frame
        .locator('.panel :not(img)')
        .evaluateAll((elements) =>
          elements
            .filter(({clientWidth, scrollWidth}) => clientWidth > 0 && scrollWidth > clientWidth)
            .map(({outerHTML}) => outerHTML.slice(0, 80)),
        );
      expect(cut).toEqual([]);
    },
  );
}
