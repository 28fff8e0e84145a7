import {expect, test} from '@playwright/test';
import {readdirSync, readFileSync} from 'node:fs';
import {LANGUAGES} from '../../src/wire/languages.js';
import {brotliBytes} from '../fixtures/package/brotli.js';

const CDN = 'dist/cdn/';
const SHELL = 'rzp-magic-button.js';
const CLASSIC_SHELL = 'rzp-magic-button.iife.js';
/** Of the till: src/pos-cdn.ts. */
const POS_SHELL = 'rzp-pos-button.js';
const CLASSIC_POS_SHELL = 'rzp-pos-button.iife.js';

const scripts = () => readdirSync(CDN).filter((file) => file.endsWith('.js'));
const read = (file: string) => readFileSync(CDN + file, 'utf8');
const bytesOf = (files: Iterable<string>) => brotliBytes([...files].map(read));

/** A file and what it imports statically, all the way down. */
function closure(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name] of read(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) {
    closure(name!, found);
  }
  return found;
}

/** What a file may import later, with a path or with an address that is made from a name. */
const laterImports = (file: string) => [
  ...new Set(
    [...read(file).matchAll(/["'`](?:\.\/)?(\w+-[\w-]{6,8}\.js)["'`]/g)].map(([, name]) => name!),
  ),
];

/** What a click adds to a page view: the one file that its shell loads, and what that file needs. */
function clickOf(shell: string): Set<string> {
  const [file, ...others] = laterImports(shell).filter((name) => !/(speech|form)-/.test(name));
  expect(others).toEqual([]);
  return closure(file!);
}

/** By what a shell speaks other languages than English, and the words of each. */
function speechOf(shell: string): {speech: string; words: string[]} {
  const [speech, ...others] = laterImports(shell).filter((name) => name.includes('speech-'));
  expect(others).toEqual([]);
  const later = laterImports(speech!);
  // What makes the colours for a browser that cannot, and what tells the developer of mistakes.
  const isOther = (file: string) => /^(sale_)?(advise|complaints|foot|form|paint)-/.test(file);
  expect(later.filter(isOther)).toHaveLength(shell.includes('pos') ? 2 : 5);
  return {speech: speech!, words: later.filter((file) => !isOther(file))};
}

for (const [what, [file, most]] of Object.entries({
  'the module': [SHELL, 7_500],
  'the classic script': [CLASSIC_SHELL, 7_500],
  'the module of the till': [POS_SHELL, 6_500],
  'the classic script of the till': [CLASSIC_POS_SHELL, 6_500],
} as const))
  test(`a page view with ${what} is ${most} bytes at most`, () => {
    const bytes = bytesOf(closure(file));
    console.log(`${file}: ${bytes} bytes`);
    expect(bytes).toBeLessThanOrEqual(most);
  });

test('what a click adds is 15 kB at most', () => {
  const bytes = bytesOf(clickOf(SHELL));
  console.log(`click: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(15_000);
});

test('what makes an open checkout modal comes beside a click, 2.1 kB at most', () => {
  const [file] = [...clickOf(SHELL)]
    .flatMap(laterImports)
    .filter((name) => name.startsWith('behind-'));
  const bytes = bytesOf([file!]);
  console.log(`behind an open checkout: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(2_100);
});

test('what a button does in a form is a file of its own, 2.4 kB at most', () => {
  const [file] = laterImports(speechOf(SHELL).speech).filter((name) => name.startsWith('form-'));
  console.log(`in a form: ${bytesOf([file!])} bytes`);
  expect(bytesOf([file!])).toBeLessThanOrEqual(2_400);
});

test('both shells load the same file on a click', () => {
  expect(clickOf(CLASSIC_SHELL)).toEqual(clickOf(SHELL));
  expect(clickOf(CLASSIC_POS_SHELL)).toEqual(clickOf(POS_SHELL));
});

test('what a press of the till adds is 12.5 kB at most, and nothing that protects money comes later', () => {
  const press = [...clickOf(POS_SHELL)];
  console.log(`press of the till: ${bytesOf(press)} bytes`);
  expect(bytesOf(press)).toBeLessThanOrEqual(12_500);
  const code = press.map(read).join('');
  for (const text of ['Do not charge again', 'rzp-magic-button:sale:', 'close_checkout'])
    expect(code).toContain(text);
  const later = press.flatMap(laterImports).map((file) => file.replace(/-.*/, ''));
  expect(later.sort()).toEqual(['notice', 'refusals']);
  // The vendor's script has no place in a till.
  expect(code).not.toContain('magic-checkout.js');
});

for (const [shell, classicShell, most] of [
  [SHELL, CLASSIC_SHELL, 1_500],
  [POS_SHELL, CLASSIC_POS_SHELL, 1_500],
] as const)
  test(`a language is ${most} bytes at most, for ${shell}`, () => {
    const {speech, words} = speechOf(shell);
    expect(speechOf(classicShell)).toEqual({speech, words});
    console.log(`${speech}: ${bytesOf([speech])} bytes`);
    expect(bytesOf([speech])).toBeLessThanOrEqual(shell === SHELL ? 4_300 : 1_250);
    const languages = words.map((file) => file.replace(/-.*/, '').slice(-2));
    // English comes with each press of the till.
    if (shell === POS_SHELL) languages.push('en');
    expect(languages.sort()).toEqual(Object.values(LANGUAGES).sort());
    for (const file of words) {
      console.log(`${file}: ${bytesOf([file])} bytes`);
      // Nothing else comes with it.
      expect([...closure(file)]).toEqual([file]);
      expect(bytesOf([file])).toBeLessThanOrEqual(most);
    }
  });

test('what protects money comes with the click, and only what few clicks need comes later', () => {
  const click = [...clickOf(SHELL)];
  const code = click.map(read).join('');
  for (const text of [
    // The words of who asks what became of a checkout, of who checks earlier orders, and the row.
    'No payment has reached us so far',
    'Please do not pay again',
    'Your earlier order',
    'rzp-magic-button:checkout:',
  ])
    expect(code).toContain(text);
  const later = click.flatMap(laterImports).map((file) => file.replace(/-.*/, ''));
  expect(later.sort()).toEqual(['behind', 'notice', 'refusals', 'resume']);
});

test('who tells a developer of misspelt attributes brings no doctor', () => {
  for (const shell of [SHELL, POS_SHELL]) {
    const advise = laterImports(speechOf(shell).speech).find((file) => file.includes('advise-'));
    const brought = [...closure(advise!)].map((file) => file.replace(/-.*/, ''));
    expect(brought).toEqual([shell === SHELL ? 'advise' : 'sale_advise', 'advice']);
  }
});

test('each file is there once', () => {
  const withoutHash = scripts().map((file) => file.replace(/-(?!button)[\w-]{6,8}\.js$/, '.js'));
  expect(withoutHash.sort()).toEqual([
    'advice.js',
    'advise.js',
    'behind.js',
    'checkout_doctor.js',
    'complaints.js',
    'doctor.js',
    'doctor_looks.js',
    'foot.js',
    'form.js',
    'notice.js',
    'paint.js',
    'press.js',
    'refusals.js',
    'resume.js',
    'resume_doctor.js',
    CLASSIC_SHELL,
    SHELL,
    CLASSIC_POS_SHELL,
    POS_SHELL,
    'sale.js',
    'sale_advise.js',
    'sale_doctor.js',
    'sale_speech.js',
    ...['bn', 'gu', 'hi', 'kn', 'mr', 'ta', 'te'].map((language) => `sale_words_${language}.js`),
    'speech.js',
    ...['bn', 'en', 'gu', 'hi', 'kn', 'mr', 'ta', 'te'].map((language) => `words_${language}.js`),
  ]);
});

test('no file uses syntax that the browser floor lacks', () => {
  const modern = /\bstatic\s*\{|\/[a-z]*v[a-z]*\.test/;
  expect(scripts().filter((file) => modern.test(read(file)))).toEqual([]);
});
