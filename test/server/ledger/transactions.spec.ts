import {expect} from '@playwright/test';
import {loadOptional} from '../../../src/server/ledger/transactions.js';
import {test} from '../../fixtures/server/test.js';

for (const [what, cause, said] of [
  ['that is missing', "Cannot find package 'libsql' imported from /shop.js", 'Run: npm install'],
  [
    'whose native part is missing',
    "Cannot find module '@libsql/linux-x64-musl'",
    'could not load "libsql": Error: Cannot find module \'@libsql/linux-x64-musl\'',
  ],
] as const)
  test(`the error of a package ${what} says the true cause`, async () => {
    const loaded = Promise.reject(new Error(cause));

    await expect(loadOptional('SQLite', 'libsql', 'libsql', loaded)).rejects.toThrow(said);
  });
