import {expect} from '@esm-bundle/chai';
import {kindOf} from '../../../src/checkout/storage/kind-of.js';

describe('the kind of a value', () => {
  for (const [kind, value] of Object.entries({
    Object: {},
    Array: [],
    Promise: Promise.resolve(),
    FormData: new FormData(),
    HTMLElement: document.createElement('nav'),
    Null: null,
    Undefined: undefined,
  }))
    it(`is ${kind}`, () => {
      expect(kindOf(value)).to.equal(kind);
    });
});
