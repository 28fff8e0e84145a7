// Before the script of a button has come, and without it: with the style sheet that is there for that.
import {expect, test, type Page} from '@playwright/test';
import {readFileSync} from 'node:fs';

const SHOP = 'http://shop.test/';
const TAGS = {
  'rzp-magic-button': 'order-url="/orders" verify-url="/verify" load="click"',
  'rzp-pos-button':
    'order-url="/orders" status-url="/status" device-url="/devices" device-mode="wired" business-name="Shop" description="Tea"',
} as const;
type Tag = keyof typeof TAGS;

/** What a page may have, as it is written in the tag and between the tags. */
const BUTTONS: Readonly<Record<Tag, readonly [string, string][]>> = {
  'rzp-magic-button': [
    ['', 'Pay ₹349'],
    ['', 'Pay <b>₹349</b> with any UPI app, card or wallet, or when it is there, at the door'],
    ['type="pay" amount="34900"', ''],
    ['type="pay" amount="34900"', '\n  <a slot="fallback" href="/form">Order by form</a>\n'],
    ['', ''],
    ['size="small" variant="outline"', 'Pay ₹349'],
    ['size="large"', 'Pay ₹349'],
    ['marks="upi card cod"', 'Pay ₹349'],
    ['type="buy" secured', ''],
    ['type="buy" amount="34900" marks="upi card" secured size="large"', ''],
    ['marks="upi visa rupay netbanking cod" secured', 'Pay ₹349'],
    ['marks="" secured="false"', 'Pay ₹349'],
    ['width="fill" shape="pill"', 'Pay ₹349'],
    ['width="hug" shape="square" size="small"', 'Pay ₹349'],
  ],
  'rzp-pos-button': [
    ['', ''],
    ['size="large"', 'Send ₹349'],
    ['variant="outline"', 'Send ₹349'],
    ['width="fill"', 'Send ₹349'],
    ['width="hug"', 'Send ₹349'],
  ],
};

interface Setting {
  readonly tag: Tag;
  readonly buttons?: readonly [string, string][];
  /** What comes of a file of the package: nothing where it is blocked. */
  readonly comes?: (file: string) => Promise<boolean> | boolean;
}

async function open(page: Page, {tag, buttons, comes = () => true}: Setting): Promise<void> {
  const written = (buttons ?? BUTTONS[tag]).map(([attributes, label]) => {
    const button = `<${tag} ${TAGS[tag]} ${attributes}>${label}</${tag}>`;
    // In a column so narrow, nobody knows yet how many lines it takes what is not written in the page.
    const isWritten = label.trim() && !attributes.includes('type=');
    const narrow = !isWritten ? '' : `<div style="inline-size: 120px">${button}</div>`;
    return `<p>Text beside ${button} and after.</p>${narrow}<div class="own">${button}</div>`;
  });
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Shop</title><link rel="stylesheet" href="/cdn/before.css">
    <style>.own > * {margin: 1rem 0; font-size: 1.25rem}</style>
    <script type="module" src="/cdn/${tag}.js"></script><h1>Shop</h1>${written.join('')}<p>The end`;
  await page.route('**/*', async (route) => {
    const {pathname} = new URL(route.request().url());
    const file = pathname.startsWith('/cdn/') ? pathname.slice(5) : '';
    if (file && !(await comes(file))) return route.abort();
    if (!file) return route.fulfill({contentType: 'text/html', body: html});
    return route.fulfill({
      contentType: file.endsWith('.css') ? 'text/css' : 'text/javascript',
      body: readFileSync(`dist/cdn/${file}`, 'utf8'),
    });
  });
  await page.goto(SHOP, {waitUntil: 'commit'});
}

const boxes = (page: Page, tag: Tag) =>
  page.locator(`${tag}, p`).evaluateAll((elements) =>
    elements.map((element) => {
      const {x, y, width, height} = element.getBoundingClientRect();
      const label = element.outerHTML.slice(0, 200);
      return {label, box: [x, y, width, height].map((each) => Math.round(each * 10) / 10)};
    }),
  );

test('is six lines, and has no rule in a rule, which the oldest browsers do not read', () => {
  const rules = readFileSync('dist/cdn/before.css', 'utf8');
  expect(rules.trimEnd().split('\n')).toHaveLength(6);
  // What is between a brace that opens and the next brace: declarations, or what an at-rule holds.
  const opened = [...rules.matchAll(/([^{};]*)\{([^{}]*)([{}])/g)];
  expect(opened.length).toBeGreaterThan(9);
  const nesting = opened.filter(([, before = '', , next]) => next === '{' && !/^\s*@/.test(before));
  expect(nesting.map(([text]) => text)).toEqual([]);
  expect(rules).not.toContain('&');
});

for (const tag of ['rzp-magic-button', 'rzp-pos-button'] as const)
  test.describe(`<${tag}>`, () => {
    for (const width of [390, 1280])
      test(`has the same box from the first paint on, ${width} pixels wide`, async ({page}) => {
        await page.setViewportSize({width, height: 900});
        let release: () => void = () => undefined;
        const held = new Promise<void>((resolve) => (release = resolve));
        await page.addInitScript(() => {
          const shifts: unknown[] = Object.assign(window, {shifts: []}).shifts;
          new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
            type: 'layout-shift',
            buffered: true,
          });
        });
        const comes = async (file: string) => {
          if (file.endsWith('.js')) await held;
          return true;
        };
        await open(page, {tag, comes});
        await page.locator('p').last().waitFor();
        // Painted without it.
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
        );
        await page.waitForFunction(() => performance.getEntriesByName('first-paint').length);
        const before = await boxes(page, tag);
        expect(before.length).toBeGreaterThan(5);

        release();
        await page.waitForFunction((name) => customElements.get(name), tag);
        if (tag === 'rzp-magic-button')
          await expect(page.locator('small').getByText('Secured by Razorpay')).toHaveCount(7);
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
        );
        expect(await boxes(page, tag)).toEqual(before);
        const shifts = await page.evaluate(
          () => (window as unknown as {shifts: {value: number}[]}).shifts,
        );
        expect(shifts.reduce((sum, {value}) => sum + value, 0)).toBe(0);
      });

    const buttons: Setting['buttons'] = [
      ['', 'Pay ₹349 <a slot="fallback" href="/form">By form</a>'],
    ];

    test('has a way to buy where its script is blocked', async ({page}) => {
      await open(page, {tag, buttons, comes: (file) => !file.endsWith('.js')});
      const link = page.getByRole('link', {name: 'By form'}).first();
      // Not at once: the script may be on its way.
      await expect(link).toBeHidden();
      await expect(link).toBeVisible();
      await link.click();
      await expect(page).toHaveURL(`${SHOP}form`);
    });

    test('has none beside the button that works', async ({page}) => {
      await open(page, {tag, buttons});
      await expect(page.getByRole('button', {name: 'Pay ₹349'}).first()).toBeVisible();
      await expect(page.getByText('By form')).toHaveCount(3);
      for (const link of await page.getByText('By form').all()) await expect(link).toBeHidden();
    });

    test('has it where what a press loads is blocked', async ({page}) => {
      await open(page, {tag, buttons, comes: (file) => !/^(press|sale)-/.test(file)});
      await page.getByRole('button', {name: 'Pay ₹349'}).first().click();
      await expect(page.getByText('could not be loaded').first()).toBeVisible();
      await expect(page.getByRole('link', {name: 'By form'})).toHaveCount(1);
    });

    test.describe('where no script runs', () => {
      test.use({javaScriptEnabled: false});
      test('has a way to buy at once', async ({page}) => {
        await open(page, {tag, buttons});
        const link = page.getByRole('link', {name: 'By form'}).first();
        await expect(link).toBeVisible({timeout: 3_000});
        await link.click();
        await expect(page).toHaveURL(`${SHOP}form`);
      });
    });
  });
