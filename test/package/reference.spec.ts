import {expect, test} from '@playwright/test';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {compileSnippets} from '../fixtures/package/compile-snippets.js';
import {runExamples} from '../fixtures/package/run-examples.js';
import {
  generateReference,
  REFERENCE,
  type DocumentedExport,
  type Reference,
} from '../tools/reference/generate.js';

// Made once for all of these tests: they stay in one worker.
test.describe.configure({mode: 'default', timeout: 600_000});

let reference: Reference;
test.beforeAll(async () => {
  reference = await generateReference();
});

test('the reference is what the docstrings say (else: npm run docs:reference)', () => {
  const kept = readdirSync(REFERENCE).map((file) => [file, read(join(REFERENCE, file))]);
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(reference.pages));
});

test('the reference knows every value that an entry exports', async () => {
  const entries = [...new Set(reference.exports.flatMap((documented) => documented.entries))];
  const lacking = await Promise.all(
    entries.map(async (entry) => {
      const documented = reference.exports.filter(({entries}) => entries.includes(entry));
      const names = documented.map(({name}) => name);
      const exported = Object.keys((await import(entry)) as object);
      return exported.filter((name) => !names.includes(name)).map((name) => `${entry}: ${name}`);
    }),
  );
  // Playwright documents its own.
  expect(lacking.flat()).toEqual(['rzp-magic-button/sandbox/playwright.js: expect']);
});

test('every export has a sentence and an example that begins with where it is imported from', () => {
  const lacking = reference.exports.filter(
    ({isDeprecated, sentence, entries, examples}) =>
      // An old name has the name to use instead.
      !isDeprecated && (!sentence || !examples.some((code) => isImported(code, entries))),
  );
  expect(lacking.map(({name, entries}) => `${entries[0]!}: ${name}`)).toEqual([]);
});

test('every example compiles', () => {
  expect(compileSnippets(examplesOf(reference))).toBe('');
});

test('every example of the server and of the sandbox runs and prints what it says', async () => {
  const examples = examplesOf(reference, ({entries}) => entries.some((entry) => RUN.has(entry)));
  expect(await runExamples(examples)).toEqual({});
});

/** What needs neither a browser nor a database of its own. */
const RUN = new Set([
  'rzp-magic-button/server.js',
  'rzp-magic-button/server/sqlite.js',
  'rzp-magic-button/sandbox.js',
]);

/** The examples of a kind of exports, by file name. */
const examplesOf = (
  {exports}: Reference,
  kind: (documented: DocumentedExport) => boolean = () => true,
) =>
  new Map(
    exports
      .filter(kind)
      .flatMap(({name, examples, entries}) =>
        examples.map(
          (code, index) =>
            [`${entries[0]!.replaceAll('/', '.')}-${name}-${index}.ts`, code] as const,
        ),
      ),
  );

const isImported = (code: string, entries: readonly string[]) =>
  entries.includes(/^import (?:[^'"]* from )?'([^']+)';/.exec(code)?.[1] ?? '');

const read = (file: string) => readFileSync(file, 'utf8');
