import type {Page} from '@playwright/test';
import {expect, test} from '../fixtures/demo/shop.js';

/** Where a page may have its button when it is pressed. */
const PLACES: Record<string, (page: Page) => Promise<unknown>> = {
  'in a cart that is a modal dialog': (page) =>
    page.evaluate(() => {
      const cart = document.createElement('dialog');
      cart.append(document.querySelector('rzp-magic-button')!);
      document.body.prepend(cart);
      cart.showModal();
    }),
  'in a dialog above another': (page) =>
    page.evaluate(() => {
      const outer = document.createElement('dialog');
      const inner = document.createElement('dialog');
      inner.append(document.querySelector('rzp-magic-button')!);
      document.body.append(inner, outer);
      outer.showModal();
      inner.showModal();
    }),
  'in a dialog that a component keeps to itself': (page) =>
    page.evaluate(() => {
      const drawer = document.createElement('div');
      const root = drawer.attachShadow({mode: 'open'});
      root.innerHTML = '<dialog><slot></slot></dialog>';
      drawer.append(document.querySelector('rzp-magic-button')!);
      document.body.append(drawer);
      root.querySelector('dialog')!.showModal();
    }),
  'in an open popover': (page) =>
    page.evaluate(() => {
      const cart = document.createElement('div');
      cart.popover = 'auto';
      cart.style.cssText = 'inline-size: 100%; block-size: 100%';
      cart.append(document.querySelector('rzp-magic-button')!);
      document.body.append(cart);
      cart.showPopover();
    }),
  'below a notice that covers the page but for its button': (page) =>
    page.evaluate(() => {
      const notice = document.createElement('div');
      notice.popover = 'manual';
      notice.style.cssText = 'inline-size: 100%; block-size: 100%; margin-block-start: 120px';
      const button = document.querySelector<HTMLElement>('rzp-magic-button')!;
      button.style.cssText = 'position: fixed; inset-block-start: 10px';
      document.body.append(notice);
      notice.showPopover();
    }),
  'in an element that fills the screen': async (page) => {
    await page.evaluate(() => {
      const stage = document.createElement('div');
      const fill = document.createElement('button');
      fill.textContent = 'Fill the screen';
      fill.onclick = () => stage.requestFullscreen();
      stage.append(fill, document.querySelector('rzp-magic-button')!);
      document.body.prepend(stage);
    });
    await page.getByRole('button', {name: 'Fill the screen'}).click();
    await page.waitForFunction(() => document.fullscreenElement !== null);
  },
};

/** A frame that is moved loads again in the one, and goes on in the other. */
const BROWSERS: Record<string, (page: Page) => Promise<unknown>> = {
  'a browser of today': () => Promise.resolve(),
  'a browser that can not move frames': (page) =>
    page.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'moveBefore')),
};

const CLOSES = 'that closes as soon as the checkout is open';
const REOPENS = 'after its checkout was closed';

/**
 * One place stands for all of its kind: a dialog, a popover, what fills the screen. Where a frame loads
 * again, the dialog stands for all. Of what becomes of its cart, each is tried where the frame has more
 * to lose: a cart that closes where it loads again, one that is there again where it has gone on.
 */
const FIRST_OF_A_KIND: Readonly<Record<string, readonly string[]>> = {
  'a browser of today': [
    'in a cart that is a modal dialog',
    'in an open popover',
    'in an element that fills the screen',
    REOPENS,
  ],
  'a browser that can not move frames': ['in a cart that is a modal dialog', CLOSES],
};

const tagOf = (browser: string, where: string) =>
  FIRST_OF_A_KIND[browser]!.includes(where) ? {} : {tag: '@variant'};

for (const [browser, prepare] of Object.entries(BROWSERS)) {
  for (const [where, arrange] of Object.entries(PLACES)) {
    test(
      `a button ${where} sells in ${browser}`,
      tagOf(browser, where),
      async ({page, records, shopper}) => {
        await prepare(page);
        await page.goto('/server-order');
        // Its frame is there before.
        await page.locator('rzp-magic-button').hover();
        await expect(page.locator('.razorpay-container')).toHaveCount(1);
        await arrange(page);
        const order = await shopper.orderOf(() => shopper.open());
        await shopper.pay();
        await shopper.expectPaid();
        await records.expectShippedOnce(order);
        const container = page.locator('.razorpay-container');
        await expect(container).toBeHidden();
        await expect(container).not.toHaveAttribute('popover');
      },
    );
  }

  test(
    `a cart ${CLOSES} sells in ${browser}`,
    tagOf(browser, CLOSES),
    async ({page, records, shopper}) => {
      await prepare(page);
      await page.goto('/server-order');
      await PLACES['in a cart that is a modal dialog']!(page);
      await page.evaluate(() => {
        document.addEventListener('rzp-statechange', ({state}) => {
          if (state === 'open') document.querySelector('dialog')?.close();
        });
      });
      const order = await shopper.orderOf(() => shopper.open());
      await shopper.pay();
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      await shopper.expectPaid();
      await records.expectShippedOnce(order);
    },
  );

  test(
    `a cart is there, and sells, ${REOPENS} in ${browser}`,
    tagOf(browser, REOPENS),
    async ({page, records, shopper}) => {
      await prepare(page);
      await page.goto('/server-order');
      await PLACES['in a cart that is a modal dialog']!(page);
      await shopper.open();
      await page.locator('rzp-magic-button').evaluate((button) => {
        (button as HTMLElement & {close(): boolean}).close();
      });
      await expect(page.locator('.razorpay-container')).toBeHidden();
      await expect(page.locator('dialog')).toBeVisible();
      const order = await shopper.orderOf(() => shopper.open());
      await shopper.pay();
      await shopper.expectPaid();
      await records.expectShippedOnce(order);
    },
  );
}
