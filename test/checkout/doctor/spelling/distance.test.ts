import {expect} from '@esm-bundle/chai';
import {distance} from '../../../../src/checkout/doctor/spelling/distance.js';

describe('how far two words are apart', () => {
  for (const [one, other, letters] of [
    ['color', 'color', 0],
    ['colour', 'color', 1],
    ['color', 'colour', 1],
    ['cilor', 'color', 1],
    ['caler', 'color', 2],
    ['colro', 'color', 1],
    ['', 'color', 5],
    ['color', '', 5],
    ['order-ulr', 'order-url', 1],
    ['size', 'type', 3],
  ] as const)
    it(`is ${letters} from "${one}" to "${other}"`, () => {
      expect(distance(one, other)).to.equal(letters);
    });
});
