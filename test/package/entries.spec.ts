import {expect, test} from '@playwright/test';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';

interface Manifest {
  exports: Record<string, string | {types: string; default: string}>;
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

test('the manifest for editors names every attribute and event', () => {
  const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
    modules: {declarations: {attributes: {name: string}[]; events: {name: string}[]}[]}[];
  };
  const [element, till, ...others] = modules.flatMap(({declarations}) => declarations);
  expect(others).toEqual([]);
  expect(till!.attributes.map(({name}) => name)).toEqual(
    expect.arrayContaining(['device-url', 'device-mode', 'disabled', 'order-data']),
  );
  expect(till!.attributes).toHaveLength(18);
  expect(till!.events).toHaveLength(6);
  const attributes = element!.attributes.map(({name}) => name);
  expect(attributes).toEqual(
    expect.arrayContaining(['key-id', 'prefill-contact', 'order-url', 'order-data']),
  );
  expect(attributes).toHaveLength(46);
  expect(element!.events.map(({name}) => name)).toContain('rzp-success');
  expect(element!.events).toHaveLength(9);
});
