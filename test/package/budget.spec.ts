import {expect, test} from '@playwright/test';
import {readdirSync, readFileSync} from 'node:fs';
import {brotliCompressSync, constants} from 'node:zlib';

const CDN = 'dist/cdn/';
const SHELL = 'rzp-magic-button.js';

const read = (file: string) => readFileSync(CDN + file, 'utf8');

/** Bytes of all files together, each at brotli 11. */
const size = (files: Iterable<string>) =>
  [...files].reduce(
    (sum, file) =>
      sum +
      brotliCompressSync(readFileSync(CDN + file), {
        params: {[constants.BROTLI_PARAM_QUALITY]: 11},
      }).length,
    0,
  );

/** A file and what it imports statically, all the way down. */
function closure(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name] of read(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) {
    closure(name!, found);
  }
  return found;
}

const chunkOf = (file: string) => /import\(\s*["'`]\.\/([^"'`]+)["'`]\s*\)/.exec(read(file))?.[1];

test('the shell, with Lit, is 7.5 kB at most', () => {
  const bytes = size(closure(SHELL));
  console.log(`shell: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(7_500);
});

test('what a click adds is 13 kB at most', () => {
  const chunk = chunkOf(SHELL);
  expect(chunk).toBeTruthy();
  const shell = closure(SHELL);
  const added = [...closure(chunk!)].filter((file) => !shell.has(file));
  const bytes = size(added);
  console.log(`intent chunk: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(13_000);
});

test('the classic script is 7.5 kB at most', () => {
  const bytes = size(['rzp-magic-button.iife.js']);
  console.log(`classic script: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(7_500);
});

test('no file uses syntax that the browser floor lacks', () => {
  const files = readdirSync(CDN).filter((file) => file.endsWith('.js'));
  expect(files.length).toBeGreaterThanOrEqual(4);
  expect(files.filter((file) => /\bstatic\s*\{|\/[a-z]*v[a-z]*\.test/.test(read(file)))).toEqual(
    [],
  );
});
