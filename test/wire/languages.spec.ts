import {expect} from '@playwright/test';
import {languageOf} from '../../src/wire/languages.js';
import {test} from '../fixtures/server/test.js';

for (const [asked, word] of Object.entries({
  en: 'en',
  'en-IN': 'en',
  bn: 'ben',
  ben: 'ben',
  'HI-in': 'hi',
  mr_IN: 'mar',
  kn: 'kan',
  fr: undefined,
  benglish: undefined,
  '': undefined,
}))
  test(`"${asked}" is ${word ?? 'no language of the checkout'}`, () => {
    expect(languageOf(asked)).toBe(word);
  });
