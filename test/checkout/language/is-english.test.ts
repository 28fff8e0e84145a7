import {expect, fixture, html} from '@open-wc/testing';
import {isEnglishAt} from '../../../src/checkout/language/is-english.js';

describe('what is said at an element', () => {
  afterEach(() => document.documentElement.removeAttribute('lang'));

  for (const [page, inner, asked, is] of [
    ['en', undefined, undefined, true],
    ['en-IN', undefined, null, true],
    ['EN', undefined, '', true],
    ['enx', undefined, undefined, false],
    ['', undefined, undefined, false],
    ['hi', undefined, undefined, false],
    ['en', 'hi', undefined, false],
    ['hi', 'en', undefined, true],
    ['en', undefined, 'hi', false],
  ] as const)
    it(`${is ? 'is' : 'may not be'} in English with ${page} outside, ${inner} inside and ${asked} asked for`, async () => {
      document.documentElement.lang = page;
      const place = await fixture(html`<div><b></b></div>`);
      if (inner) place.setAttribute('lang', inner);
      expect(isEnglishAt(place.querySelector('b')!, asked)).to.equal(is);
    });
});
