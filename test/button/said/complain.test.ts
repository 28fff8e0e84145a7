import {expect} from '@esm-bundle/chai';
import {complain} from '../../../src/button/said/complain.js';
import {heard} from '../../fixtures/browser/console.js';

it('a complaint is made once a page', () => {
  complain('marks has "gold".');
  complain('marks has "gold".');
  complain('marks has "silver".');
  expect(heard.error).to.deep.equal([
    ['rzp-magic-button: marks has "gold".'],
    ['rzp-magic-button: marks has "silver".'],
  ]);
});
