import {expect, test} from '@playwright/test';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';

interface Manifest {
  exports: Record<string, string | {types: string; default: string}>;
  files: string[];
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

for (const [entry, target] of Object.entries(manifest.exports))
  test(`the entry ${entry} exists, with its types`, () => {
    const files = typeof target === 'string' ? [target] : [target.types, target.default];
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

for (const entry of Object.keys(manifest.exports).filter(
  (entry) => entry !== './cdn' && !entry.endsWith('.json'),
))
  test(`the entry ${entry} imports cleanly in Node`, () => {
    const name = entry.replace('.', 'rzp-magic-button');
    const {status, stderr} = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', `await import('${name}')`],
      {encoding: 'utf8'},
    );
    expect({status, stderr}).toEqual({status: 0, stderr: ''});
  });

test('the tag is registered by the main entry alone', () => {
  const names = (entry: string) =>
    spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const {RzpMagicButton} = await import('${entry}'); console.log(String(customElements.get('rzp-magic-button') === RzpMagicButton))`,
      ],
      {encoding: 'utf8'},
    ).stdout.trim();
  expect(names('rzp-magic-button')).toBe('true');
  expect(names('rzp-magic-button/element.js')).toBe('false');
});

test('what is published passes publint', () => {
  const {status, stdout} = spawnSync(
    process.execPath,
    ['node_modules/publint/src/cli.js', '--strict'],
    {
      encoding: 'utf8',
    },
  );
  expect(status, stdout).toBe(0);
});

test('what is published has types that resolve', () => {
  const {status, stdout} = spawnSync(
    process.execPath,
    [
      'node_modules/@arethetypeswrong/cli/dist/index.js',
      '--pack',
      '.',
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      'cdn',
      'custom-elements.json',
    ],
    {encoding: 'utf8'},
  );
  expect(status, stdout).toBe(0);
});

test('what is published holds no test, of the demo only the guides, and no path of a machine', () => {
  const {stdout} = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [{files}] = JSON.parse(stdout) as [{files: {path: string}[]}];
  const paths = files.map(({path}) => path);
  expect(paths).toContain('dist/cdn/rzp-magic-button.iife.js');
  expect(paths).toContain('demo/docs/reference/server.md');
  expect(paths).toContain('.github/CHANGELOG.md');
  const own = /^(test|src)\/|^demo\/(?!docs\/)|dist\/(demo|test)\//;
  expect(paths.filter((path) => own.test(path))).toEqual([]);
  const machine = process.cwd();
  expect(paths.filter((path) => readFileSync(path, 'utf8').includes(machine))).toEqual([]);
});

test('the manifest for editors names every attribute and event', () => {
  const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
    modules: {declarations: {attributes: {name: string}[]; events: {name: string}[]}[]}[];
  };
  const [element] = modules.flatMap(({declarations}) => declarations);
  const attributes = element!.attributes.map(({name}) => name);
  expect(attributes).toEqual(expect.arrayContaining(['key-id', 'prefill-contact', 'order-url']));
  expect(attributes).toHaveLength(40);
  expect(element!.events.map(({name}) => name)).toContain('rzp-success');
  expect(element!.events).toHaveLength(9);
});
