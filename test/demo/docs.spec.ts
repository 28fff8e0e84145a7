// The documentation site, beside the shop as `npm start` shows it: demo/docs/site.
import AxeBuilder from '@axe-core/playwright';
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {expect, test} from '../fixtures/demo/shop.js';
import {brotliBytes} from '../fixtures/package/brotli.js';

const SITE = 'dist/site';

// Written once for all of them: they stay in one worker.
test.describe.configure({mode: 'default'});
test.beforeAll(() => {
  const {status, stderr} = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', "(await import('./test/tools/site.js')).buildSite()"],
    // The pages run what `npm run docs` builds, not what a test runner's mode would have built.
    {encoding: 'utf8', env: {...process.env, NODE_ENV: 'production'}},
  );
  expect(status, stderr).toBe(0);
});

const filesIn = (folder: string, extension: string) =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((file) =>
    file.endsWith(extension),
  );
const read = (file: string) => readFileSync(join(SITE, file), 'utf8');

/** A page of each kind. */
const KINDS = ['index', 'playground', 'events', 'go-live', 'reference/error-codes'];
/** What has more on it than text: knobs, and boxes to tick. */
const WITH_MORE = ['playground', 'go-live'];

test('each guide and each page of the reference is on the site, as a page and as text', () => {
  const guides = filesIn('demo/docs', '.md')
    .filter((file) => file !== 'README.md')
    .map((file) => file.replace(/\.md$/, '').replace('reference/README', 'reference/index'));
  expect(guides.length).toBeGreaterThan(25);
  expect(guides.filter((guide) => !existsSync(join(SITE, `${guide}.html`)))).toEqual([]);
  expect(guides.filter((guide) => !existsSync(join(SITE, `${guide}.md`)))).toEqual([]);
});

test('no link of the site leads nowhere', () => {
  const dead = filesIn(SITE, '.html').flatMap((page) =>
    [...read(page).matchAll(/ (?:href|src)="([^"]*)"/g)]
      .map(([, link]) => link!)
      .filter((link) => !/^(https?|mailto|data):/.test(link) && !leads(page, link))
      .map((link) => `${page}: ${link}`),
  );
  expect(dead).toEqual([]);
});

test('no link of its texts leads nowhere', () => {
  const dead = filesIn(SITE, '.md').flatMap((text) =>
    [
      ...read(text)
        .replace(/^ *```.*?^ *```$/gms, '')
        .matchAll(/\]\(([^)\s#]+)[^)]*\)/g),
    ]
      .map(([, link]) => link!)
      .filter((link) => !/^(https?|mailto):/.test(link))
      .filter((link) => !existsSync(join(SITE, dirname(text), link)))
      .map((link) => `${text}: ${link}`),
  );
  expect(dead).toEqual([]);
});

function leads(page: string, link: string): boolean {
  const [path = '', place] = link.split('#');
  const file = path ? normalize(join(dirname(page), path)) : page;
  if (!existsSync(join(SITE, file))) return false;
  // A knob is made by the script of the playground, from the same list as the link.
  const id = place?.replace(/^knob-(.*)$/, '"name":"$1"');
  if (!id) return true;
  const text = read(file);
  return id === place ? text.includes(` id="${decodeURIComponent(id)}"`) : text.includes(id);
}

test('code in the braces of JSX has the colours of code, and a tag those of a tag', () => {
  const page = read('frameworks/react/src/shop-tsx.html');
  // The arrow of a listener ends no tag.
  expect(page).toContain('=&gt; <span class="hljs-title function_">setPaid</span>(orderId)');
  expect(page).toMatch(
    /<span class="hljs-attr">orderData<\/span>=\{.*<span class="hljs-attr">items<\/span>/,
  );
});

test('the front page and the README say what a page view loads', () => {
  const bytes = brotliBytes([readFileSync('dist/cdn/rzp-magic-button.js', 'utf8')]);
  expect(read('index.html')).toContain(`${(bytes / 1000).toFixed(1)} kB`);
  for (const text of ['start.md', 'install.md'])
    expect(read(text)).toContain(`loads about ${Math.round(bytes / 1000)} kB`);
});

test('llms.txt names a text for each topic, and each is there', () => {
  const links = [...read('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
  expect(links).toEqual(expect.arrayContaining(['start.md', 'server.md', 'reference/tag.md']));
  expect(links.filter((link) => !existsSync(join(SITE, link)))).toEqual([]);
  // Files of examples are no topics: guides lead to them.
  const texts = filesIn(SITE, '.md').filter(
    (file) => !/^(changelog|security)\.md$|^(frameworks|recipes)\//.test(file),
  );
  expect(links.toSorted()).toEqual(texts.toSorted());
});

test('each attribute of both tags has its place', () => {
  const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
    modules: {declarations: {attributes?: {name: string}[]}[]}[];
  };
  const [button, till] = modules
    .flatMap(({declarations}) => declarations)
    .flatMap(({attributes}) => (attributes ? [attributes.map(({name}) => name)] : []));
  const page = read('attributes.html');
  // What is written as JSON or many times stands in the text.
  const named = (names: string[] = []) => names.filter((name) => name !== 'order-data');
  for (const name of named(button)) expect(page).toContain(`id="${name}"`);
  for (const name of named(till)) expect(page).toContain(`id="till-${name}"`);
});

test('each row of the error codes has its place, where what is printed beside a code leads', () => {
  const [text, page] = [read('reference/error-codes.md'), read('reference/error-codes.html')];
  const rows = [...text.matchAll(/^\| <a id="([^"]+)"><\/a>/gm)].map(([, id]) => id!);
  expect(rows).toEqual(expect.arrayContaining(['config_invalid', 'till-device_busy', 'exit-2']));
  expect(rows.filter((id) => page.split(` id="${id}"`).length !== 2)).toEqual([]);
});

test('the playground sells what its knobs say, and lists each event without the signature', async ({
  page,
  checkout,
}) => {
  const chunks = new Set<string>();
  page.on('request', (request) => {
    const [, chunk] = /\/cdn\/(\w+)-[\w-]{6}\.js$/.exec(request.url()) ?? [];
    if (chunk) chunks.add(chunk);
  });
  await page.goto('/docs/playground.html');
  const tag = page.getByLabel('The tag');
  await page.getByLabel('type', {exact: true}).selectOption('donate');
  await page.getByLabel('variant', {exact: true}).selectOption('outline');
  await page.getByLabel('secured', {exact: true}).selectOption('');
  await expect(tag).toHaveText(
    '<rzp-magic-button order-url="/checkout/orders" verify-url="/checkout/verify" status-url="/checkout/status" amount="34900" marks="upi card cod" type="donate" variant="outline" ></rzp-magic-button>',
  );
  await page.locator('#place').getByRole('button', {name: 'Donate ₹349'}).click();
  await checkout.pay();

  const log = page.locator('docs-log');
  await expect(log).toContainText('rzp-success');
  await expect(log).toContainText('"status":"paid"');
  await expect(log).toContainText('"razorpay_signature":"…"');
  await expect(log).toContainText('rzp-statechange');
  // What the front page counts. What looks for mistakes comes after a press, the line below as asked for.
  const counted = ['behind', 'notice', 'press', 'speech', 'words_en'];
  expect([...chunks].filter((chunk) => !/^(advice|advise|foot)$/.test(chunk)).toSorted()).toEqual(
    counted,
  );
});

test('the button of the front page takes a colour and a language', async ({page}) => {
  await page.goto('/docs/');
  await page.getByRole('radio', {name: 'Leaf'}).check();
  await page.getByLabel('Language').selectOption('hi');
  await expect(page.getByRole('button', {name: '₹349 का भुगतान करें'})).toBeVisible();
  await expect(page.locator('rzp-magic-button')).toHaveCSS('--rzp-accent', '#15803d');
});

test('a press is stopped where no shop stands behind the site', async ({page}) => {
  await page.route('**/docs/live.json', (route) => route.fulfill({status: 404}));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/docs/events.html');
  await page.getByRole('button', {name: 'Pay ₹349'}).click();
  await expect(page.locator('docs-log')).toContainText('"reason":"prevented"');
  expect(asked.filter((path) => path.startsWith('/checkout'))).toEqual([]);
});

test('the search finds a place, which a link of the keyboard leads to', async ({page}) => {
  await page.goto('/docs/');
  await page.keyboard.press('/');
  // Of a symbol's accessors, Get and Set, each is called as the symbol: guides stand first.
  await page.keyboard.type('signature');
  await expect(page.getByRole('search').getByRole('link').first()).toContainText(
    /The server|The wire|A server/i,
  );
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('line items');
  const found = page.getByRole('search').getByRole('link', {name: 'Line items The server'});
  await expect(found).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('search').getByRole('link').first()).toBeFocused();
  await found.click();
  await expect(page).toHaveURL(/\/docs\/server\.html#line-items$/);
});

test('the search knows a code, an attribute, and what people call things', async ({page}) => {
  await page.goto('/docs/');
  const first = page.getByRole('search').getByRole('link').first();
  for (const [wanted, place] of [
    ['checkout_fault', 'reference/error-codes.html#checkout_fault'],
    ['theme color', 'attributes.html#theme-color'],
    ['csp', 'recipe-csp.html'],
    ['nextjs', 'recipe-next.html'],
    ['refund', 'server.html#refunds'],
  ] as const) {
    await page.keyboard.press('/');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(wanted);
    await expect(first).toHaveAttribute('href', new RegExp(`/${place}$`));
  }
});

test('a page begins at its top, with its place in the list in sight', async ({page}) => {
  await page.goto('/docs/reference/error-codes.html');
  await expect(page.locator('.side [aria-current=page]')).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a list to tick keeps what was ticked', async ({page}) => {
  await page.goto('/docs/go-live.html');
  const box = page.getByRole('checkbox', {name: /The database is backed up/});
  await box.check();
  await page.reload();
  await expect(box).toBeChecked();
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('each text is there, and the menu leads to all pages', async ({page}) => {
    await page.setViewportSize({width: 390, height: 844});
    await page.goto('/docs/');
    await expect(page.getByRole('heading', {level: 1})).toContainText('A payment button');
    await page.getByText('Menu', {exact: true}).click();
    await page.getByRole('link', {name: 'Attributes', exact: true}).first().click();
    await expect(page.locator('#order-url')).toContainText('POST creates the order');
    await page.goto('/docs/playground.html');
    await expect(page.getByRole('main')).toContainText('needs JavaScript');
  });
});

for (const [which, kinds, scheme, details] of [
  ['a page with knobs, and one with boxes to tick', WITH_MORE, 'light', {}],
  ['a page of each kind', KINDS, 'light', {tag: '@visual'}],
  ['a page of each kind', KINDS, 'dark', {tag: '@visual'}],
] as const)
  test(`axe finds nothing on ${which}, ${scheme}`, details, async ({page}) => {
    test.slow();
    await page.setViewportSize({width: 390, height: 844});
    await page.emulateMedia({colorScheme: scheme, reducedMotion: 'reduce'});
    for (const kind of kinds) {
      await page.goto(`/docs/${kind}.html`);
      const {passes, violations} = await new AxeBuilder({page: page as never}).analyze();
      expect(passes.length).toBeGreaterThan(15);
      expect(
        violations.map(({id, nodes}) => [
          id,
          nodes.map(({target, failureSummary}) => [target.flat().join(' '), failureSummary]),
        ]),
        kind,
      ).toEqual([]);
    }
  });

for (const [what, details, isShown] of [
  ['a page of each kind', {}, (page: string) => KINDS.includes(page)],
  ['each page', {tag: '@visual'}, () => true],
] as const)
  test(`${what} fits a screen of 320 px`, details, async ({page}) => {
    test.slow();
    await page.setViewportSize({width: 320, height: 568});
    const wide: string[] = [];
    for (const file of filesIn(SITE, '.html').filter((file) =>
      isShown(file.replace('.html', '')),
    )) {
      await page.goto(`/docs/${file}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) wide.push(`${file}: ${over} px`);
    }
    expect(wide).toEqual([]);
  });
