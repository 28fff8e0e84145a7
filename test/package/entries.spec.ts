import {expect, test} from '@playwright/test';
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';

interface Manifest {
  exports: Record<string, string | {types: string; 'react-server'?: string; default: string}>;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

for (const [entry, target] of Object.entries(manifest.exports))
  test(`the entry ${entry} exists, with its types`, () => {
    const files = typeof target === 'string' ? [target] : [target.types, target.default];
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

for (const entry of Object.keys(manifest.exports).filter(
  (entry) => entry !== './cdn' && !/\.(json|css)$/.test(entry),
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

for (const [entry, target] of Object.entries(manifest.exports).filter(
  ([, target]) => typeof target !== 'string' && target['react-server'],
))
  // src/react-server.ts, src/pos-react-server.ts, src/react/in-server-component.ts.
  test(`a server component of React that imports ${entry} is told that no page has the tag of it`, () => {
    const name = entry.replace('.', 'rzp-magic-button');
    const exported = (...args: string[]) =>
      spawnSync(
        process.execPath,
        [
          ...args,
          '--input-type=module',
          ...['-e', `console.log(Object.keys(await import('${name}')).join())`],
        ],
        {encoding: 'utf8'},
      );
    const {stdout, stderr} = exported('--conditions=react-server');
    expect(stderr).toContain("'use client'");
    expect(stdout).toBe(exported().stdout);
    expect(existsSync((target as {'react-server': string})['react-server'])).toBe(true);
  });

test('no type of an entry is wrong to a project that has the types of its packages checked', () => {
  const {stdout} = spawnSync(
    process.execPath,
    [
      ...['node_modules/typescript7/bin/tsc', '--ignoreConfig', '--noEmit', '--strict'],
      ...['--skipLibCheck', 'false', '--target', 'ES2022', '--lib', 'ES2023,DOM,DOM.Iterable'],
      ...['--types', 'node', '--module', 'NodeNext', '--moduleResolution', 'NodeNext'],
      // Colours would stand before the names of files.
      ...['--pretty', 'false'],
      'test/frameworks/templates/entries.ts',
    ],
    {encoding: 'utf8'},
  );
  // What others have wrong in their own files is theirs.
  expect(stdout.split('\n').filter((line) => /^(dist|test)\//.test(line))).toEqual([]);
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

test('nothing of npm has Lit before what it asks the window for is out of reach of HTML', () => {
  const modules = readdirSync('dist/npm').filter((file) => file.endsWith('.js'));
  const withLit = modules
    .map((file) => readFileSync(`dist/npm/${file}`, 'utf8'))
    .filter((code) => code.includes('"@lit/reactive-element"'));
  expect(withLit.length).toBeGreaterThan(0);
  for (const code of withLit) expect(code.indexOf('import"./shield-lit.js"')).toBe(0);
});

test('the component of React says that it is for the browser', () => {
  expect(readFileSync('dist/npm/react.js', 'utf8')).toMatch(/^["']use client["'];/);
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
  expect(till!.attributes).toHaveLength(21);
  expect(till!.events).toHaveLength(6);
  const attributes = element!.attributes.map(({name}) => name);
  expect(attributes).toEqual(
    expect.arrayContaining(['key-id', 'prefill-contact', 'order-url', 'order-data', 'formaction']),
  );
  expect(attributes).toHaveLength(59);
  expect(element!.events.map(({name}) => name)).toContain('rzp-success');
  expect(element!.events).toHaveLength(9);
});

test('the manifest for editors says where the package has the tags, and names no attribute that there is not', () => {
  const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
    modules: {path: string; declarations: {members: {name: string; attribute?: string}[]}[]}[];
  };
  expect(modules.map(({path}) => path).filter((path) => !existsSync(path))).toEqual([]);
  expect(modules.map(({path}) => path)).toContain('dist/npm/index.js');
  const members = modules.flatMap(({declarations}) => declarations.flatMap(({members}) => members));
  expect(members.map(({name}) => name)).toContain('createOrder');
  expect(members.filter(({attribute}) => attribute)).toEqual([]);
});

test('editors of JetBrains and VS Code are told each attribute with its words', () => {
  const webTypes = JSON.parse(readFileSync('dist/web-types.json', 'utf8')) as {
    contributions: {html: {elements: {name: string; attributes: Attribute[]}[]}};
  };
  const {tags} = JSON.parse(readFileSync('dist/vscode.html-data.json', 'utf8')) as {
    tags: {name: string; attributes: Attribute[]}[];
  };
  const {elements} = webTypes.contributions.html;
  expect(elements.map(({name}) => name)).toEqual(['rzp-magic-button', 'rzp-pos-button']);
  const named = (list: Attribute[]) => list.map(({name}) => name);
  for (const [index, {name, attributes}] of tags.entries()) {
    expect(name).toBe(elements[index]!.name);
    expect(named(attributes)).toEqual(named(elements[index]!.attributes));
  }
  const load = ({attributes}: {attributes: Attribute[]}) =>
    attributes.find(({name}) => name === 'load');
  expect(load(tags[0]!)?.values?.map(({name}) => name)).toContain('visible');
  expect(load(elements[0]!)?.default).toBe('intent');
});

interface Attribute {
  name: string;
  default?: string;
  values?: {name: string}[];
}
