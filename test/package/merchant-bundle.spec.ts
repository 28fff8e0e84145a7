import {expect, test} from '@playwright/test';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {build, type Rolldown} from 'vite';
import {brotliBytes} from '../fixtures/package/brotli.js';
import {pack, unpack} from '../fixtures/package/packed.js';

/** Bundles a script of a page as a merchant with Vite does: for production, with Vite's own settings. */
async function bundle(
  root: string,
  input: string,
  onLog: Rolldown.InputOptions['onLog'] = (_, {message}) => console.warn(message),
): Promise<Rolldown.OutputChunk[]> {
  const result = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {write: false, rolldownOptions: {input: join(root, input), onLog}},
  })) as Rolldown.RolldownOutput;
  return result.output.filter((file) => file.type === 'chunk');
}

/** Each tag with the name of its entry, words of what only a press loads, and what a page view may be. */
const TAGS = {
  'rzp-magic-button': ['rzp-magic-button', 'No payment has reached us so far', 7_500],
  'rzp-pos-button': ['rzp-magic-button/pos.js', 'Do not charge again', 6_500],
} as const;

let folder: string;
test.beforeAll(() => {
  // Inside of the repository, where the dependencies are installed.
  folder = mkdtempSync(resolve('dist/merchant-'));
  unpack(pack(folder), join(folder, 'node_modules/rzp-magic-button'));
});
test.afterAll(() => {
  rmSync(folder, {recursive: true});
});

for (const [tag, [entry, words, most]] of Object.entries(TAGS))
  test(`what npm users load for a page view with <${tag}> is ${most} bytes at most`, async () => {
    writeFileSync(join(folder, `${tag}.js`), `import '${entry}';\n`);
    const chunks = await bundle(folder, `${tag}.js`);
    const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
    const loaded = new Set(chunks.filter(({isEntry}) => isEntry).map(({fileName}) => fileName));
    for (const file of loaded) for (const more of named.get(file)!.imports) loaded.add(more);

    const bytes = brotliBytes([...loaded].map((file) => named.get(file)!.code));
    console.log(`page view of npm users: ${bytes} bytes in ${loaded.size} files`);
    expect(bytes).toBeLessThanOrEqual(most);
    // Bundled whole, and split: what a press needs is another file.
    const code = [...loaded].map((file) => named.get(file)!.code).join('');
    expect(code).toContain(tag);
    expect(code).not.toContain(words);
    expect(chunks.map(({code}) => code).join('')).toContain(words);
  });

test('a bundler has nothing to warn of, whatever of it a page imports', async () => {
  const entries = ['rzp-magic-button', 'rzp-magic-button/pos.js', 'rzp-magic-button/checkout.js'];
  const uses = entries.map(
    (entry, n) => `import * as used${n} from '${entry}';\nkeep(used${n});\n`,
  );
  writeFileSync(join(folder, 'all.js'), uses.join(''));
  const warnings: string[] = [];
  const chunks = await bundle(folder, 'all.js', (_, {message}) => warnings.push(message));
  expect(chunks.length).toBeGreaterThan(1);
  expect(warnings).toEqual([]);
});

/** What one may import alone: from which entry, and what a bundle with it may be. */
const ALONE = {
  CheckoutError: ['element.js', 500],
  OrderRefused: ['server.js', 500],
  PAGE_POLICY: ['server.js', 500],
  verifyPaymentSignature: ['server.js', 1_000],
} as const;

for (const [name, [entry, most]] of Object.entries(ALONE))
  test(`who imports ${name} alone gets nothing else of ${entry}`, async () => {
    writeFileSync(
      join(folder, `${name}.js`),
      `import {${name}} from 'rzp-magic-button/${entry}';\nconsole.log(${name});\n`,
    );
    const chunks = await bundle(folder, `${name}.js`);
    expect(chunks.map(({code}) => code.length)).toEqual([expect.any(Number)]);
    expect(chunks[0]!.code.length).toBeLessThanOrEqual(most);
  });
