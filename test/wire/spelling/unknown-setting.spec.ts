import {expect} from '@playwright/test';
import {unknownSetting} from '../../../src/wire/spelling/unknown-setting.js';
import {test} from '../../fixtures/server/test.js';

const KNOWN = {baseUrl: true, dryRun: true, onStatus: true} as const;

for (const [written, complaint] of [
  ['dryRun', undefined],
  ['dryrun', 'dryrun is no setting. Did you mean "dryRun"?'],
  ['base_url', 'base_url is no setting. Did you mean "baseUrl"?'],
  ['onStats', 'onStats is no setting. Did you mean "onStatus"?'],
  ['shop', 'shop is no setting. There are: baseUrl, dryRun, onStatus.'],
  ['toString', 'toString is no setting. There are: baseUrl, dryRun, onStatus.'],
] as const)
  test(`${written} is ${complaint === undefined ? 'known' : 'named, with what is near'}`, () => {
    expect(unknownSetting({[written]: undefined}, KNOWN)).toBe(complaint);
  });

test('is named with where it stands', () => {
  expect(unknownSetting({baseURL: ''}, KNOWN, 'razorpay.')).toBe(
    'razorpay.baseURL is no setting. Did you mean "baseUrl"?',
  );
});
