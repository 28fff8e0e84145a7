import {expect} from '@playwright/test';
import {test} from '../fixtures/server/test.js';
import {summarize} from './summary.js';

const types = {part: 'types', ok: true, seconds: 9.04};
const unit = {part: 'unit', ok: true, seconds: 20, counts: {passed: 10, failed: 0, skipped: 0}};
const server = {
  part: 'server+shop',
  ok: true,
  seconds: 120,
  counts: {passed: 6, failed: 0, skipped: 2},
};
const run = {rows: [types, unit, server], seconds: 130.4, isCi: false};
const notProven = ['PostgreSQL: no build for this machine'];

test('the summary adds up what the runners counted', () => {
  expect(summarize(run)).toEqual({
    lines: [
      'Summary',
      '  ok      types           9.0 s',
      '  ok      unit           20.0 s      10 passed',
      '  ok      server+shop   120.0 s       6 passed',
      '',
      '16 passed, 0 failed, 2 skipped, in 130 s',
    ],
    passed: true,
  });
});

test('the summary ends with what this machine could not prove', () => {
  const {lines, passed} = summarize({...run, notProven});

  expect(lines.slice(-2)).toEqual([
    '16 passed, 0 failed, 2 skipped, in 130 s',
    'NOT PROVEN: PostgreSQL: no build for this machine',
  ]);
  expect(passed).toBe(true);
});

test('what could not be proven fails in CI', () => {
  const {lines, passed} = summarize({...run, notProven, isCi: true});

  expect(lines.slice(-2)).toEqual([
    '16 passed, 1 failed, 2 skipped, in 130 s',
    'NOT PROVEN: PostgreSQL: no build for this machine (with CI set this counts as failed)',
  ]);
  expect(passed).toBe(false);
});

test('what passed only when it was tried again is named', () => {
  const rows = [{...server, counts: {...server.counts, unsteady: ['webhook.spec.ts › waits']}}];
  const {lines, passed} = summarize({...run, rows});

  expect(lines.at(-1)).toBe('UNSTEADY: webhook.spec.ts › waits (passed when it was tried again)');
  expect(passed).toBe(true);
});

for (const [what, rows, failed] of [
  ['a test that failed', [types, {...unit, ok: false, counts: {...unit.counts, failed: 1}}], 1],
  ['a part that failed', [{...types, ok: false}, unit], 1],
  ['a runner that left no report', [{part: 'unit', ok: false, seconds: 1}], 1],
  ['a runner that broke after its tests had passed', [types, {...unit, ok: false}], 1],
  [
    'a part that failed beside tests that failed',
    [
      {...types, ok: false},
      {...unit, ok: false, counts: {...unit.counts, failed: 2}},
    ],
    3,
  ],
] as const)
  test(`${what} counts as failed`, () => {
    const {lines, passed} = summarize({...run, rows: [...rows]});

    expect(lines.at(-1)).toContain(`${failed} failed`);
    expect(lines.join('\n')).toContain('  FAILED  ');
    expect(passed).toBe(false);
  });
