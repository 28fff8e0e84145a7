import {expect, test} from '@playwright/test';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {generateReference, REFERENCE, type Reference} from '../tools/reference/generate.js';

// Made once for all of these tests: they stay in one worker.
test.describe.configure({mode: 'default'});

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

const read = (file: string) => readFileSync(file, 'utf8');
