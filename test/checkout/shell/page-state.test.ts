import {expect} from '@esm-bundle/chai';
import {pageState} from '../../../src/checkout/shell/page-state.js';

describe('the state of the page', () => {
  it('is the same for every copy of this package', async () => {
    const address = '../../../src/checkout/shell/page-state.ts?copy';
    const copy = (await import(address)) as {pageState: typeof pageState};
    expect(copy.pageState).to.not.equal(pageState);
    expect(copy.pageState()).to.equal(pageState());
  });
});
