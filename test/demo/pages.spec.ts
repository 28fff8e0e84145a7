// What the pages of the demo say around the button.
import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {SITUATIONS} from '../../demo/situations/situations.js';
import {expect, test} from '../fixtures/demo/shop.js';

/** Whether an element is seen as a whole when the page opens, and no other lies over it. */
const isInFirstView = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) =>
    elements.every((element) => {
      const {left, right, top, bottom} = element.getBoundingClientRect();
      const corners = [
        [left + 1, top + 1],
        [right - 1, bottom - 1],
      ] as const;
      return corners.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
    }),
  );

for (const [width, height] of [
  [390, 844],
  [320, 568],
] as const)
  test(`the first view of the shop says what to do in three steps, ${width} px wide`, async ({
    page,
    sandbox,
  }) => {
    await page.setViewportSize({width, height});
    await page.goto('/');
    const steps = page.getByRole('list', {name: 'How to try it'}).getByRole('listitem');
    await expect(steps).toHaveCount(3);
    await expect(steps.nth(1)).toContainText('success@razorpay pays, failure@razorpay is declined');
    await expect(steps.getByRole('link', {name: 'the sandbox'})).toHaveAttribute(
      'href',
      sandbox.url,
    );
    expect(await isInFirstView(page, '.steps li')).toBe(true);
    expect(await isInFirstView(page, '#pay')).toBe(true);
    // Not in the way: what is sold begins in the same view.
    expect(await isInFirstView(page, 'article:first-of-type h2')).toBe(true);
  });

test('what is sold stays within a narrow screen when its text is doubled', async ({page}) => {
  await page.setViewportSize({width: 320, height: 568});
  await page.goto('/');
  await page.addStyleTag({content: ':root {font-size: 200%}'});
  const wide = await page
    .locator('article')
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().right).filter((right) => right > innerWidth),
    );
  expect(wide).toEqual([]);
  await expect(page.locator('article')).toHaveCount(3);
});

test('the shop lists each situation once, under what it is about, with a line', async ({page}) => {
  await page.goto('/');
  const nav = page.getByRole('navigation', {name: 'Demo pages'});
  for (const {path, line} of SITUATIONS)
    await expect(nav.locator('li', {has: page.locator(`a[href="${path}"]`)})).toContainText(line);
  await expect(nav.getByRole('link', {name: 'Gallery'})).toHaveAttribute('href', '/gallery');
});

test('each link of the shop leads to a page, and marks itself there alone', async ({page}) => {
  await page.goto('/');
  const nav = page.getByRole('navigation', {name: 'Demo pages'});
  const links = await nav
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(SITUATIONS.length + 10);
  for (const link of links) {
    const reply = await page.request.get(link);
    expect([link, reply.status()]).toEqual([link, 200]);
    const marked = [...(await reply.text()).matchAll(/href="([^"]*)"\s+aria-current="page"/g)];
    const isApart = /^\/(gallery|till)/.test(link);
    expect(marked.map(([, href]) => href)).toEqual(isApart ? [] : [link]);
  }
});

test('what is in another language says so, and a page which language or fault it has', async ({
  page,
}) => {
  await page.goto('/without-label?language=tam');
  await expect(page.locator('h1')).toHaveText('Without a label: தமிழ்');
  await expect(page.locator('h1 [lang=ta]')).toHaveText('தமிழ்');
  await expect(page.locator('nav a[lang=ta]')).toHaveAttribute('aria-current', 'page');
  const label = page.locator('rzp-magic-button >> [part=label] [lang]');
  await expect(label).toHaveText('₹349 செலுத்து');
  await expect(label).toHaveAttribute('lang', 'ta');
  await page.goto('/server-order?fault=script-slow');
  await expect(page.locator('h1')).toHaveText('Order made on a click: Slow script');
  await expect(page).toHaveTitle(/^Order made on a click: Slow script/);
});

test('the log of events is read out to nobody', async ({page}) => {
  await page.goto('/server-order');
  const live = await page.locator('#log').evaluate((log) => {
    const around = log.closest('[aria-live], [role=log], [role=status], [role=alert], output');
    return around?.outerHTML;
  });
  expect(live).toBeUndefined();
});

test('axe finds nothing on the page of the shop, and on that of a language', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  for (const path of ['/', '/without-label?language=hi']) {
    await page.goto(path);
    const {passes, violations} = await new AxeBuilder({page: page as never}).analyze();
    expect(passes.length).toBeGreaterThan(15);
    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  }
});
