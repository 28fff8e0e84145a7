import {expect} from '@esm-bundle/chai';
import {isForeign} from '../../../../src/checkout/doctor/spelling/foreign-attributes.js';

describe('an attribute of somebody else', () => {
  it('is what every element takes, and what frameworks write', () => {
    for (const name of ['class', 'aria-label', 'onclick', 'v-if', ':x', '_nghost-a', 'jsaction'])
      expect(isForeign(name), name).to.equal(true);
  });

  it('is nothing that could be meant for us', () => {
    for (const name of ['theme-colour', 'one-click-chekout', 'sucess-url', 'theme.color'])
      expect(isForeign(name), name).to.equal(false);
  });
});
