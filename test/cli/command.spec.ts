// How a command is told its options: src/cli/command.ts, src/cli/say-error.ts, src/cli/failures.ts. What src/cli/sandbox.ts,
// src/cli/reconcile.ts, src/cli/doctor.ts and src/cli/integrity.ts do with theirs, the built program is
// asked for in test/cli.spec.ts, test/doctor and test/package/integrity.spec.ts.
import {expect} from '@playwright/test';
import {command} from '../../src/cli/command.js';
import {sayError} from '../../src/cli/say-error.js';
import {test} from '../fixtures/server/test.js';

const given: object[] = [];
const serve = command({
  help: 'serve [--port 4000] [--quiet]',
  options: {port: {type: 'string'}, quiet: {type: 'boolean'}},
  work: ({port = '4000', quiet = false}) => {
    given.push({port, quiet});
    return Promise.resolve(1);
  },
});

test('a command gets its options by their names, and gives its exit code', async () => {
  expect(await serve.run(['--quiet', '--port', '1'])).toBe(1);
  expect(await serve.run([])).toBe(1);
  expect(given).toEqual([
    {port: '1', quiet: true},
    {port: '4000', quiet: false},
  ]);
});

for (const [what, args, says] of [
  ['an option of another command', ['--ledger', 'x'], "Unknown option '--ledger'. See --help."],
  [
    'a flag with a value',
    ['--quiet=yes'],
    "Option '--quiet' does not take an argument. See --help.",
  ],
  [
    'an option without its value',
    ['--port'],
    "Option '--port <value>' argument missing. See --help.",
  ],
] as const)
  test(`${what} is refused in one sentence`, async () => {
    await expect(serve.run(args)).rejects.toThrow(says);
  });

test('an error of several parts is said in one line', () => {
  const parts = [new Error('refused by ::1'), 'refused by 127.0.0.1'];
  expect(sayError(new AggregateError(parts, 'all failed'))).toBe(
    'refused by ::1, refused by 127.0.0.1',
  );
});
