// Where the package's files are sought: src/checkout/shell/beside-shell.ts for
// src/button/load-press-beside-module.ts, and src/button/files-property.ts (src/face/cdn/files-property.ts) for who says so.
import {expect, test, type Page} from '@playwright/test';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {build, type Rolldown} from 'vite';

const SHOP = 'http://127.0.0.1:4999';
const read = (file: string) => readFileSync(`dist/cdn/${file}`, 'utf8');
const classic = () => read('rzp-magic-button.iife.js');
const module = () => read('rzp-magic-button.js');

/** What a page holds, and what is given out beside it. */
interface Visit {
  html: string;
  files?: Record<string, string>;
  policy?: string;
}

const NONCE = 'Unit0000';

/** What optimisers make of the script: each is served, or stands in the page. */
const MOVES: Record<string, () => Visit> = {
  'the classic script in the page': () => ({html: `<script nonce=${NONCE}>${classic()}</script>`}),
  'the classic script merged with others, elsewhere': () => ({
    files: {'/cache/all.js': `var before = 1;\n${classic()}`},
    html: `<script nonce=${NONCE} src="/cache/all.js"></script>`,
  }),
  'the classic script run from a text': () => ({
    files: {'/text.js': classic()},
    html: `<script nonce=${NONCE}>
      fetch('/text.js').then((reply) => reply.text()).then((text) => {
        const url = URL.createObjectURL(new Blob([text], {type: 'text/javascript'}));
        document.head.append(Object.assign(document.createElement('script'), {src: url}));
      });
    </script>`,
  }),
  'the module in the page': () => ({
    html: `<script nonce=${NONCE} type="module">${module()}</script>`,
  }),
  'the module merged with others, elsewhere': () => ({
    files: {'/cache/all.js': `${module()}\nexport const after = 1;`},
    html: `<script nonce=${NONCE} type="module" src="/cache/all.js"></script>`,
  }),
};

/** How the page says where the files are, which lie at `/assets/rzp/`. */
const WAYS: Record<string, (files: string) => string> = {
  'a string before the script': (files) =>
    `<script nonce=${NONCE}>window[Symbol.for('rzp-magic-button')] = {files: '${files}'}</script>`,
  'the property of the class': (files) =>
    `<script nonce=${NONCE}>customElements.whenDefined('rzp-magic-button').then(
      () => customElements.get('rzp-magic-button').files = '${files}')</script>`,
};

/** The property is the same wherever the script was moved to. */
const tagOf = (what: string, how: string) =>
  how === 'the property of the class' && what !== 'the classic script in the page'
    ? {tag: '@variant'}
    : {};

/** A shop with the files of the package at `/assets/rzp/`, and what its console says. */
async function visit(page: Page, {files = {}, html, policy}: Visit): Promise<string[]> {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.unrouteAll();
  await page.route('**', (route) => {
    const {pathname} = new URL(route.request().url());
    const text = files[pathname];
    if (text !== undefined) return route.fulfill({contentType: 'text/javascript', body: text});
    if (pathname.startsWith('/assets/rzp/')) {
      return route.fulfill({path: pathname.replace('/assets/rzp', 'dist/cdn')});
    }
    if (pathname !== '/tea/assam') return route.fulfill({status: 404, body: 'Not here'});
    return route.fulfill({
      contentType: 'text/html',
      headers: policy ? {'Content-Security-Policy': policy} : {},
      body: `<!doctype html><meta charset="utf-8">${html}`,
    });
  });
  await page.goto(`${SHOP}/tea/assam`, {waitUntil: 'domcontentloaded'});
  return said;
}

const BUTTON = `<rzp-magic-button order-url="/orders" nonce=${NONCE}></rzp-magic-button>`;
const button = (page: Page) => page.locator('rzp-magic-button');

/** What the code of a click says of a button whose payments nobody would confirm. */
const CLICKED = 'Nobody would confirm the payment.';

async function expectFound(page: Page, moved: Visit): Promise<void> {
  const said = await visit(page, moved);
  await button(page).click();
  await expect.poll(() => said.join()).toContain(CLICKED);
}

for (const [what, move] of Object.entries(MOVES)) {
  test(`${what} has the console say why it does not find its files, and what to write`, async ({
    page,
  }) => {
    const {html, ...moved} = move();
    const said = await visit(page, {...moved, html: html + BUTTON});
    const told = page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          document.addEventListener('rzp-error', ({error}) =>
            resolve(`${error.code} ${error.message}`),
          ),
        ),
    );
    await button(page).click();
    await expect(button(page)).toContainText('This button could not be loaded.');
    await expect.poll(() => said.join()).toContain('This button could not be loaded: ');
    for (const text of [said.join(), await told]) {
      expect(text).toMatch(/Failed to fetch dynamically imported module: .*press-|Invalid URL/);
      expect(text).toContain("customElements.get('rzp-magic-button').files = '…/'");
      expect(text).toContain("window[Symbol.for('rzp-magic-button')] = {files: '…/'}");
    }
    expect(await told).toMatch(/^chunk_failed /);
    expect(said.join()).toContain('/codes.html#chunk_failed');
  });

  for (const [how, say] of Object.entries(WAYS)) {
    test(`${what} finds its files where ${how} says`, tagOf(what, how), async ({page}) => {
      const {html, ...moved} = move();
      for (const files of ['/assets/rzp/', '../assets/rzp', `${SHOP}/assets/rzp/`])
        await expectFound(page, {...moved, html: say(files) + html + BUTTON});
    });
  }
}

for (const policy of [
  `script-src 'nonce-${NONCE}' 'strict-dynamic'; require-trusted-types-for 'script'`,
  `script-src 'nonce-${NONCE}' ${SHOP}/assets/; base-uri 'none'`,
]) {
  for (const what of ['the classic script in the page', 'the module in the page']) {
    test(`${what} finds its files under ${policy}`, async ({page}) => {
      const {html} = MOVES[what]!();
      const say = WAYS['a string before the script']!;
      await expectFound(page, {policy, html: say('/assets/rzp/') + html + BUTTON});
    });
  }
}

test('a button whose files were not found finds them once the page has said where they are', async ({
  page,
}) => {
  const {html} = MOVES['the classic script in the page']!();
  const said = await visit(page, {html: html + BUTTON});
  await button(page).click();
  await expect(button(page)).toContainText('This button could not be loaded.');
  await page.evaluate(() =>
    Object.assign(customElements.get('rzp-magic-button')!, {files: '/assets/rzp/'}),
  );
  // Below it stands the message by now.
  await button(page).getByRole('button').click();
  await expect.poll(() => said.join()).toContain(CLICKED);
});

test('no attribute, meta, base or named element says where the files are', async ({page}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const said = await visit(page, {
    html: `<base href="/assets/rzp/"><meta name="rzp-magic-button" content="/assets/rzp/">
      <a id="files" href="/assets/rzp/"></a><a name="rzp-magic-button" id="rzp-magic-button" href="/assets/rzp/"></a>
      <a id="RzpMagicButton"></a><a id="RzpMagicButton" name="files" href="/assets/rzp/"></a>
      <script files="/assets/rzp/" data-files="/assets/rzp/">${classic()}</script>
      <rzp-magic-button files="/assets/rzp/" order-url="/orders"></rzp-magic-button>`,
  });
  await button(page).click();
  await expect.poll(() => said.join()).toContain('This button could not be loaded: ');
  expect(asked.join()).not.toContain('/assets/rzp/');
});

test('a bundler that takes the module in finds the file for a click', async () => {
  const folder = mkdtempSync(resolve('dist/merchant-'));
  try {
    writeFileSync(join(folder, 'shop.js'), "import 'rzp-magic-button/cdn';\n");
    const {output} = (await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: {write: false, rolldownOptions: {input: join(folder, 'shop.js')}},
    })) as Rolldown.RolldownOutput;
    const chunks = output.filter((file) => file.type === 'chunk');
    expect(chunks.filter(({isEntry}) => isEntry)).toHaveLength(1);
    expect(chunks.some(({code}) => code.includes('No payment has reached us so far'))).toBe(true);
  } finally {
    rmSync(folder, {recursive: true});
  }
});
