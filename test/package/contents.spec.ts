import {expect, test as base} from '@playwright/test';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, normalize} from 'node:path';
import {gzipSync} from 'node:zlib';
import {hi} from '../../src/sandbox/browser/frame/words/hi.js';
import {pack, unpack, type Packed} from '../fixtures/package/packed.js';

/** What editors and browsers read, and no compiler. */
const UNTYPED_ENTRIES = [
  'before.css',
  'custom-elements.json',
  'vscode.html-data.json',
  'web-types.json',
];

/**
 * What the tarball may be without source maps; each change that makes it larger says so here. Half of it is
 * what the sandbox and the server kit are made of.
 */
const PACKED_BYTES = 440_500;

interface Package extends Packed {
  readonly folder: string;
  read: (path: string) => string;
}

/** The package as npm would publish it, and install it. */
const test = base.extend<object, {published: Package}>({
  published: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'published-'));
      const packed = pack(folder);
      unpack(packed, join(folder, 'package'));
      const read = (path: string) => readFileSync(join(folder, 'package', path), 'utf8');
      await use({...packed, read, folder: join(folder, 'package')});
      rmSync(folder, {recursive: true});
    },
    {scope: 'worker', timeout: 600_000},
  ],
});
// Packed once for all of them.
test.describe.configure({mode: 'default'});

test('everything that package.json names is there', ({published: {files, read}}) => {
  const {exports, bin, customElements, unpkg, jsdelivr} = JSON.parse(read('package.json')) as {
    exports: Record<string, string | Record<string, string>>;
    bin: Record<string, string>;
    customElements: string;
    unpkg: string;
    jsdelivr: string;
  };
  const named = [
    ...Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target),
    ),
    ...Object.values(bin),
    ...[customElements, unpkg, jsdelivr],
  ].map(normalize);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !files.includes(path))).toEqual([]);
});

test('everything that a module or its types import by a path is there', ({published}) => {
  const {files, read} = published;
  const modules = files.filter((path) => /^dist\/.*\.(d\.ts|js)$/.test(path));
  const lost = modules.flatMap((path) =>
    [...read(path).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)]
      .map(([, to]) => join(dirname(path), to!))
      .map((to) => (path.endsWith('.d.ts') ? to.replace(/\.js$/, '.d.ts') : to))
      .filter((to) => !files.includes(to))
      .map((to) => `${path} → ${to}`),
  );
  expect(modules.length).toBeGreaterThan(50);
  expect(lost).toEqual([]);
});

test('nothing is there but what was built for others, and what a package tells of itself', ({
  published: {files, read},
}) => {
  const ALLOWED = [
    /^(package\.json|README\.md|LICENSE|\.github\/SECURITY\.md)$/,
    /^dist\/(sandbox|cli|sandbox\/playwright)\.js$/,
    /^dist\/(THIRD-PARTY-NOTICES|llms)\.txt$/,
    /^dist\/codes\.html$/,
    /^dist\/(custom-elements|vscode\.html-data|web-types)\.json$/,
    /^dist\/cdn\/([\w.-]+\.js(\.map)?|before\.css)$/,
    /^dist\/npm\/.+\.js(\.map)?$/,
    /^dist\/types\/.+\.d\.ts$/,
  ];
  expect(files.filter((path) => !ALLOWED.some((allowed) => allowed.test(path)))).toEqual([]);
  const machine = process.cwd();
  expect(files.filter((path) => read(path).includes(machine))).toEqual([]);
});

test('each source map is there, and holds the sources that it points to', ({published}) => {
  const {files, read} = published;
  const maps = files.flatMap((path) =>
    path.endsWith('.js')
      ? [...read(path).matchAll(/^\/\/# sourceMappingURL=(.+)$/gm)].map(([, map]) =>
          join(dirname(path), map!),
        )
      : [],
  );
  expect(maps.length).toBeGreaterThan(0);
  for (const map of maps) {
    expect(files).toContain(map);
    const {sources, sourcesContent} = JSON.parse(read(map)) as {
      sources: string[];
      sourcesContent: string[];
    };
    expect(sources.filter((_, index) => !sourcesContent[index])).toEqual([]);
    // Named as they lie in the package's own folder, not beside or above it.
    expect(sources.map((source) => join(dirname(map), source))).not.toContainEqual(
      expect.stringMatching(/^(\.\.|\/)/),
    );
  }
});

/** What links lead to and only the repository has: who reads of the package there finds it. */
const IN_REPOSITORY = /^(demo\/docs\/|\.github\/CHANGELOG\.md)/;

test('the links of its pages lead into the package, else to what the repository has beside it', ({
  published: {files, read},
}) => {
  const pages = files.filter((path) => path.endsWith('.md'));
  const lost = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s]+)\)|<img [^>]*src="([^"]+)"/g)]
      .map(([, link, image]) => (link ?? image)!)
      .filter((link) => !/^(https?:|mailto:|#)/.test(link))
      .map((link) => join(dirname(page), link.split('#')[0]!))
      .filter((path) => !(IN_REPOSITORY.test(path) && existsSync(path)))
      .filter((path) => !files.some((file) => file === path || file.startsWith(join(path, '/'))))
      .map((path) => `${page} → ${path}`),
  );
  expect(pages).toContain('README.md');
  expect(lost).toEqual([]);
});

test('it says whose code is bundled, and under which licence', ({published: {read}}) => {
  const notices = read('dist/THIRD-PARTY-NOTICES.txt');
  for (const name of ['@lit/reactive-element', 'lit-html', 'hono'])
    expect(notices).toMatch(new RegExp(`^${name} [\\d.]+ \\((MIT|BSD-3-Clause)\\)$`, 'm'));
  expect(notices).toContain('Redistributions in binary form must reproduce the above copyright');
});

test('llms.txt leads to the README, and to the types and the manifest, which the reference is made of', ({
  published: {files, read},
}) => {
  const links = [...read('dist/llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, link]) =>
    join('dist', link!),
  );
  expect(links.filter((link) => !files.includes(link))).toEqual([]);
  const types = files.filter((file) => /^dist\/types\/(?!shared\/|types\/).*\.d\.ts$/.test(file));
  expect([...new Set(links)].sort()).toEqual(
    ['README.md', 'dist/custom-elements.json', ...types].sort(),
  );
});

test('a line of what runs in Node is one that a terminal can show', ({
  published: {files, read},
}) => {
  // The sandbox has the files of its pages in it, each in a line.
  const kit = files.filter((file) =>
    /^dist\/(npm\/server.*|cli|sandbox\/playwright)\.js$/.test(file),
  );
  expect(kit.length).toBeGreaterThan(5);
  const longest = (file: string) =>
    Math.max(
      ...read(file)
        .split('\n')
        .map(({length}) => length),
    );
  expect(kit.filter((file) => longest(file) >= 3_000)).toEqual([]);
});

const PICTURE = /\.(png|webp|jpg|svg)$/;

test('it is no larger than it is, and the pictures of its pages are 40 kB at most', ({
  published,
}) => {
  const {files, folder} = published;
  const counted = files.filter((file) => !file.endsWith('.map'));
  const {stdout} = spawnSync('tar', ['-cf', '-', '-C', folder, ...counted], {maxBuffer: 2 ** 27});
  const {length} = gzipSync(stdout, {level: 9});
  console.log(`packed, without source maps: ${length} bytes`);
  expect(length).toBeGreaterThan(100_000);
  expect(length).toBeLessThanOrEqual(PACKED_BYTES);
  // They are shown where the repository is.
  expect(files.filter((file) => PICTURE.test(file))).toEqual([]);
  const pictures = readdirSync('demo/docs').filter((file) => PICTURE.test(file));
  expect(pictures.length).toBeGreaterThan(0);
  for (const picture of pictures)
    expect(statSync(join('demo/docs', picture)).size, picture).toBeLessThanOrEqual(40_000);
});

test('the words of the checkout are in the sandbox once', ({published: {read}}) => {
  expect(read('dist/sandbox.js').split(hi.couponWhy)).toHaveLength(2);
});

test('it passes publint', ({published: {tarball}}) => {
  run('node_modules/publint/src/cli.js', '--strict', tarball);
});

test('its types resolve', ({published: {tarball}}) => {
  run(
    'node_modules/@arethetypeswrong/cli/dist/index.js',
    tarball,
    ...['--profile', 'esm-only'],
    ...['--exclude-entrypoints', 'cdn', ...UNTYPED_ENTRIES],
  );
});

function run(...args: string[]): void {
  const {status, stdout} = spawnSync(process.execPath, args, {encoding: 'utf8'});
  expect(status, stdout).toBe(0);
}
