// The sentences stand in src/checkout/request/refusals.ts, and come by src/checkout/request/refusal.ts.
import {expect} from '@esm-bundle/chai';
import {KINDS, type OptionKind} from '../../../src/checkout/request/option-kinds.js';
import {HINTS} from '../../../src/checkout/words/refusals.js';
import {CUSTOMER_ID, KEY_ID, ORDER_ID} from '../../fixtures/samples.js';

/** Of each kind: what is taken, and what is not. */
const WRITTEN: Record<keyof typeof KINDS, [taken: string[], refused: string[]]> = {
  text: [['Chai & Co'], ['']],
  flag: [
    ['true', 'false'],
    ['yes', 'TRUE', '1'],
  ],
  whole: [
    ['0', '300'],
    ['-1', '0.5', 'ten'],
  ],
  hex: [
    ['#0b5fff', '#ABC'],
    ['red', '0b5fff', '#0b5f'],
  ],
  url: [
    ['https://shop.example/paid', 'HTTP://127.0.0.1'],
    ['/paid', 'https://', 'javascript:alert(1)'],
  ],
  key: [
    [KEY_ID, 'rzp_live_AbC123'],
    ['rzp_prod', 'secret'],
  ],
  order: [[ORDER_ID], ['pay_1', 'order_']],
  customer: [[CUSTOMER_ID], ['7', 'cust_']],
  contact: [['90000 90000'], ['']],
  language: [['ta'], ['']],
  recurring: [
    ['true', 'false', '1', 'preferred'],
    ['maybe', '0', '11'],
  ],
};

describe('what may be written for an option', () => {
  for (const [kind, [taken, refused]] of Object.entries(WRITTEN)) {
    const {written} = KINDS[kind as OptionKind];
    it(`of the kind ${kind} is taken, and what may not is refused with a sentence`, () => {
      expect(taken.filter((text) => !written.test(text))).to.be.empty;
      expect(refused.filter((text) => written.test(text))).to.be.empty;
      expect(HINTS[kind as OptionKind]).to.match(/^Write .*\.$/);
    });
  }
});
