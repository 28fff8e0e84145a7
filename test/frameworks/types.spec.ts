// The types of the tags, as a merchant's compiler and checkers read them of the packed package:
// src/types/react.d.ts, src/types/preact.d.ts, src/types/solid.d.ts, src/types/vue.d.ts,
// src/types/svelte.d.ts, and what test/tools/tag-types.js writes.
import {expect, test} from '@playwright/test';
import {install} from '../fixtures/package/installed.js';

test.describe.configure({mode: 'parallel', timeout: 600_000});

const TEMPLATES = 'test/frameworks/templates';

const settings = (options: object, rest: object = {}) => ({
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'bundler',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      strict: true,
      noEmit: true,
      types: [],
      ...options,
    },
    ...rest,
  }),
});

const COMPILED = {
  'react-19.tsx': [{'@types/react': '19.3.0'}, {jsx: 'react-jsx'}],
  'react-18.tsx': [{'@types/react': '18.3.32'}, {jsx: 'react-jsx'}],
  'preact.tsx': [{preact: '11.2.0'}, {jsx: 'react-jsx', jsxImportSource: 'preact'}],
  'solid.tsx': [{'solid-js': '1.9.19'}, {jsx: 'preserve', jsxImportSource: 'solid-js'}],
} as const;

for (const [file, [dependencies, options]] of Object.entries(COMPILED))
  test(`${file} takes what is right, and refuses what is wrong`, () => {
    const folder = install(
      {...dependencies, typescript: '7.0.2'},
      {[file]: `${TEMPLATES}/${file}`},
      settings({...options, skipLibCheck: false}, {files: [file]}),
    );
    expect(folder.run('node_modules/typescript/bin/tsc', '-p', '.')).toEqual({status: 0, said: ''});
    folder.remove();
  });

test("vue-tsc's strict templates take what is right, and refuse what is wrong", () => {
  const folder = install(
    {vue: '3.5.45', 'vue-tsc': '3.3.14', typescript: '5.9.3'},
    {'Vue.vue': `${TEMPLATES}/Vue.vue`},
    settings(
      {jsx: 'preserve', skipLibCheck: true},
      {vueCompilerOptions: {strictTemplates: true}, include: ['*.vue']},
    ),
  );
  expect(folder.run('node_modules/vue-tsc/bin/vue-tsc.js', '-p', '.')).toEqual({
    status: 0,
    said: '',
  });
  folder.remove();
});

test('svelte-check takes what is right, and refuses each line that is wrong', () => {
  const folder = install(
    {svelte: '5.57.3', 'svelte-check': '4.7.8', typescript: '5.9.3'},
    Object.fromEntries(['Right.svelte', 'Wrong.svelte'].map((f) => [f, `${TEMPLATES}/${f}`])),
    settings(
      {types: ['svelte'], verbatimModuleSyntax: true, skipLibCheck: true},
      {include: ['*.svelte']},
    ),
  );
  const {said} = folder.run(
    'node_modules/svelte-check/bin/svelte-check',
    ...['--tsconfig', 'tsconfig.json', '--output', 'machine'],
  );
  const errors = [...said.matchAll(/ERROR "(\S+)" (\d+):/g)].map(([, file, line]) => [file, line]);
  expect(errors, said).toEqual(
    ['8', '9', '10', '11', '12', '13'].map((line) => ['Wrong.svelte', line]),
  );
  folder.remove();
});

/** One of each line of the compiler, the oldest first. */
const COMPILERS = ['5.5.4', '5.6.3', '5.7.3', '5.8.3', '5.9.3', '6.0.3', '7.0.2'];

test('no compiler since TypeScript 5.5 finds anything wrong in a file of the package', () => {
  const folder = install(
    {
      ...Object.fromEntries(
        COMPILERS.map((version) => [`ts-${version}`, `npm:typescript@${version}`]),
      ),
      ...{'@playwright/test': '1.64.1', '@types/node': '20.19.0', '@types/pg': '8.23.1'},
      ...{'@types/react': '19.3.0', kysely: '0.28.18', pg: '8.23.1', react: '19.3.0'},
    },
    {'entries.ts': `${TEMPLATES}/entries.ts`},
    {},
  );
  for (const version of COMPILERS)
    for (const [module, moduleResolution] of [
      ['ESNext', 'bundler'],
      ['NodeNext', 'NodeNext'],
    ] as const) {
      const {said} = folder.run(
        `node_modules/ts-${version}/bin/tsc`,
        ...['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'ES2022'],
        ...['--lib', 'ES2023,DOM,DOM.Iterable', '--types', 'node'],
        ...['--module', module, '--moduleResolution', moduleResolution, 'entries.ts'],
      );
      // What others have wrong in their own files is theirs.
      const ours = said.split('\n').filter((line) => /rzp-magic-button|^entries/.test(line));
      expect(ours, `TypeScript ${version}, ${moduleResolution}`).toEqual([]);
    }
  folder.remove();
});
