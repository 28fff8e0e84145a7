import {expect, test} from '@playwright/test';
import {summarize} from './summary.js';

const rows = [
  {part: 'types', ok: true, seconds: 9.04},
  {part: 'server', ok: true, seconds: 120},
];
const unit = {passed: 10, failed: 0, skipped: 0};
const playwright = {stats: {expected: 5, flaky: 1, unexpected: 0, skipped: 2}};
const notProven = ['PostgreSQL: no build for this machine'];

test('the summary adds up what the runners counted', () => {
  expect(summarize({rows, unit, playwright, isCi: true})).toEqual({
    lines: [
      'Summary',
      '  ok      types       9.0 s',
      '  ok      server    120.0 s',
      '',
      '16 passed, 0 failed, 2 skipped',
    ],
    passed: true,
  });
});

test('the summary ends with what this machine could not prove', () => {
  const {lines, passed} = summarize({rows, unit, playwright, notProven, isCi: false});

  expect(lines.slice(-2)).toEqual([
    '16 passed, 0 failed, 2 skipped',
    'NOT PROVEN: PostgreSQL: no build for this machine',
  ]);
  expect(passed).toBe(true);
});

test('what could not be proven fails in CI', () => {
  const {lines, passed} = summarize({rows, unit, playwright, notProven, isCi: true});

  expect(lines.slice(-2)).toEqual([
    '16 passed, 1 failed, 2 skipped',
    'NOT PROVEN: PostgreSQL: no build for this machine (with CI set this counts as failed)',
  ]);
  expect(passed).toBe(false);
});

for (const [what, run] of Object.entries({
  'a test that failed': {rows, unit: {...unit, failed: 1}},
  'a part that failed': {rows: [...rows, {part: 'lint', ok: false, seconds: 1}], unit},
  'a runner that left no report': {rows: [{part: 'unit', ok: false, seconds: 1}]},
}))
  test(`${what} counts as failed`, () => {
    const {lines, passed} = summarize({...run, isCi: false});

    expect(lines.at(-1)).toContain('1 failed');
    expect(passed).toBe(false);
  });
