import {expect} from '@esm-bundle/chai';
import {fill} from '../../../src/checkout/words/fill.js';

it('a text is filled in as it is, and what nobody knows stays', () => {
  expect(fill('{amount} for {id}, {what}', {amount: '$&', id: '{amount}'})).to.equal(
    '$& for {amount}, {what}',
  );
});
