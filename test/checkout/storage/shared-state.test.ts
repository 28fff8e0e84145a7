import {expect} from '@esm-bundle/chai';
import {pageState} from '../../../src/checkout/shell/page-state.js';
import {sharedState} from '../../../src/checkout/storage/shared-state.js';

describe('what presses share', () => {
  it('is part of the state of the page, and made once', () => {
    const {live} = sharedState();
    expect(sharedState().live).to.equal(live);
    expect(pageState()).to.equal(sharedState());
  });
});
