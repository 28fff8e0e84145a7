// By the names that src/checkout/shell/has-stored.ts finds.
import {expect} from '@esm-bundle/chai';
import {hasUnfinished} from '../../../src/checkout/shell/left-behind.js';
import {keepUnfinished} from '../../../src/checkout/storage/unfinished.js';
import {unfinished} from '../../fixtures/browser/order-samples.js';
import {withStorageForbidden} from '../../fixtures/browser/storage.js';

describe('a page view', () => {
  // First: WebKit goes on reading a storage that it has found once.
  it('has nothing to finish where storage is forbidden', async () => {
    keepUnfinished(unfinished());
    await withStorageForbidden(() => expect(hasUnfinished()).to.be.false);
  });

  it('has something to finish once a checkout is kept', () => {
    localStorage.setItem('rzp-magic-button:key:a', 'x');
    expect(hasUnfinished()).to.be.false;
    keepUnfinished(unfinished());
    expect(hasUnfinished()).to.be.true;
  });
});
