import {expect} from '@esm-bundle/chai';
import {asOptions} from '../../../src/checkout/doctor/as-options.js';

/** Sentences about a tag, and the same about a function. */
const SENTENCES: Record<string, string> = {
  'status-url is missing: write status-url="…".': 'statusUrl is missing: write statusUrl: "…".',
  'theme-color="orange" can\'t be used.': 'themeColor: "orange" can\'t be used.',
  'Take readonly-email off, or write prefill-email="…".':
    'Take readonlyEmail off, or write prefillEmail: "…".',
  'Listen to rzp-payment; retry="false" allows one try.':
    'Listen to rzp-payment; retry="false" allows one try.',
  'data-order-id and my-callback-url stay.': 'data-order-id and my-callback-url stay.',
};

describe('a sentence about options', () => {
  for (const [ofTag, ofFunction] of Object.entries(SENTENCES))
    it(`says ${ofFunction}`, () => {
      expect(asOptions(ofTag)).to.equal(ofFunction);
    });
});
