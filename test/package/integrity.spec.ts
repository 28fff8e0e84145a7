// What `npx rzp-magic-button integrity` prints, in a page: src/integrity/import-map.ts.
import {expect, test, type Page} from '@playwright/test';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

const SHOP = 'http://127.0.0.1:4999';

function printed(...args: string[]) {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ['dist/cli.js', 'integrity', ...args],
    {encoding: 'utf8'},
  );
  return {status, stdout, stderr};
}

/** Opens a page with what was printed; a file of the CDN may have become another on the way. */
async function visit(page: Page, script: string, isSwapped = (_file: string) => false) {
  await page.route(`${SHOP}/**`, async (route) => {
    const {pathname} = new URL(route.request().url());
    if (!pathname.startsWith('/rzp/'))
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html>${script}<rzp-magic-button order-url="/orders" verify-url="/verify"
          load="click">Pay</rzp-magic-button>`,
      });
    const file = pathname.slice('/rzp/'.length);
    const body = readFileSync(`dist/cdn/${file}`, 'utf8');
    return route.fulfill({
      contentType: 'text/javascript',
      headers: {'Access-Control-Allow-Origin': '*'},
      body: isSwapped(file) ? `${body}\nwindow.swapped = true;` : body,
    });
  });
  await page.addInitScript(() => {
    document.addEventListener('rzp-error', ({error}) => {
      document.title = error.code;
    });
    document.addEventListener('rzp-open', (event) => {
      document.title = 'opens';
      event.preventDefault();
    });
  });
  await page.goto(SHOP);
}

const isPress = (file: string) => file.startsWith('press-');

for (const way of [[], ['--classic']])
  test(`a press of the tag works with what is printed, and not with another file: ${way.join() || 'module'}`, async ({
    page,
    browser,
  }) => {
    const {stdout} = printed('--base', `${SHOP}/rzp/`, ...way);
    await visit(page, stdout);
    await page.getByRole('button', {name: 'Pay'}).click();
    await expect(page).toHaveTitle('opens');

    const other = await browser.newPage();
    await visit(other, stdout, isPress);
    await other.getByRole('button', {name: 'Pay'}).click();
    await expect(other).toHaveTitle('chunk_failed');
    expect(await other.evaluate(() => 'swapped' in window)).toBe(false);
    await other.close();
  });

test('a shell that is another is not run', async ({page}) => {
  await visit(
    page,
    printed('--base', `${SHOP}/rzp/`).stdout,
    (file) => file === 'rzp-magic-button.js',
  );
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => customElements.get('rzp-magic-button') === undefined)).toBe(
    true,
  );
});

test('without --base it is for jsDelivr and the whole version', () => {
  const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string};
  const {stdout} = printed('--tag', 'rzp-pos-button');
  const base = `https://cdn.jsdelivr.net/npm/rzp-magic-button@${version}/dist/cdn/`;
  expect(stdout).toContain(
    `<script type="module" src="${base}rzp-pos-button.js" integrity="sha384-`,
  );
  expect(stdout).not.toContain(`${base}rzp-magic-button.js`);
  expect(stdout).toContain(`"${base}sale_words_hi-`);
});

for (const [args, says] of [
  [['--tag', 'pay-button'], '--tag is "pay-button". Write rzp-magic-button or rzp-pos-button.'],
  [['--base', 'cdn'], '--base is "cdn". Write an address or a path that ends with a slash.'],
] as const)
  test(`${args.join(' ')} is refused with what to write`, () => {
    expect(printed(...args)).toMatchObject({status: 2, stderr: `${says}\n`});
  });
