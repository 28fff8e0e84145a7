import {expect} from '@playwright/test';
import {rmSync} from 'node:fs';
import {fastFolder} from '../fixtures/fast-folder.js';
import {test} from '../fixtures/server/test.js';
import {counts, readCounts} from './wtr-counts.js';

const suiteOf = (tests: Record<string, boolean | 'skipped'>) => ({
  tests: Object.entries(tests).map(([name, passed]) => ({
    name,
    passed: passed !== false,
    skipped: passed === 'skipped',
  })),
  suites: [],
});
const sessionOf = (testFile: string, tests: Record<string, boolean | 'skipped'>) => ({
  testFile,
  passed: !Object.values(tests).includes(false),
  testResults: {tests: [], suites: [suiteOf(tests)]},
});

let folder: string;
test.beforeEach(() => (folder = fastFolder()));
test.afterEach(() => rmSync(folder, {recursive: true}));

const told = (...sessions: ReturnType<typeof sessionOf>[]) => {
  counts(folder).onTestRunFinished({sessions});
  return readCounts(folder);
};

test('what failed is told by its title and by its file', () => {
  expect(
    told(
      sessionOf('/cart.test.ts', {sells: true, 'gives back': false, 'on Firefox': 'skipped'}),
      sessionOf('/till.test.ts', {waits: true}),
    ),
  ).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    failures: ['gives back'],
    failedFiles: ['/cart.test.ts'],
  });
});

test('a file that does not load counts as one that failed', () => {
  expect(told({...sessionOf('/cart.test.ts', {}), passed: false})).toMatchObject({
    passed: 0,
    failed: 1,
    failures: ['/cart.test.ts'],
    failedFiles: ['/cart.test.ts'],
  });
});

test('files that run once more have the last word, and the others keep theirs', () => {
  told(
    sessionOf('/cart.test.ts', {sells: true, 'gives back': false}),
    sessionOf('/till.test.ts', {waits: true}),
  );

  expect(told(sessionOf('/cart.test.ts', {sells: true, 'gives back': true}))).toEqual({
    passed: 3,
    failed: 0,
    skipped: 0,
    failures: [],
    failedFiles: [],
  });
});

test('of a runner that broke before it counted nothing is told', () => {
  expect(readCounts(folder)).toBeUndefined();
});
