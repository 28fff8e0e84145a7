import {expect} from '@open-wc/testing';
import {listUnfinished} from '../../../src/checkout/storage/list-unfinished.js';
import {
  dropUnfinished,
  findUnfinished,
  keepUnfinished,
} from '../../../src/checkout/storage/unfinished.js';
import {PAYMENT, unfinished} from '../../fixtures/browser/order-samples.js';
import {keptCheckouts} from '../../fixtures/browser/storage.js';
import {ORDER_ID, OTHER_ORDER_ID} from '../../fixtures/samples.js';

const DAY_MS = 24 * 3600 * 1000;

describe('an unfinished checkout', () => {
  it('is kept by its order, with its payment once there is one', () => {
    keepUnfinished(unfinished());
    keepUnfinished(unfinished({payment: PAYMENT}));
    expect(keptCheckouts()).to.have.length(1);
    expect(findUnfinished(ORDER_ID)).to.deep.include({orderId: ORDER_ID, payment: PAYMENT});
    expect(findUnfinished(OTHER_ORDER_ID)).to.equal(undefined);
  });

  it('is forgotten by its order', () => {
    keepUnfinished(unfinished());
    keepUnfinished(unfinished({orderId: OTHER_ORDER_ID}));
    dropUnfinished(ORDER_ID);
    expect(listUnfinished().map(({orderId}) => orderId)).to.deep.equal([OTHER_ORDER_ID]);
  });

  it('is listed for 7 days, and then removed', () => {
    const ago = (days: number) => Date.now() - days * DAY_MS;
    keepUnfinished(unfinished({at: ago(6.9)}));
    keepUnfinished(unfinished({orderId: OTHER_ORDER_ID, at: ago(7.1)}));
    expect(listUnfinished().map(({orderId}) => orderId)).to.deep.equal([ORDER_ID]);
    expect(keptCheckouts()).to.have.length(1);
  });

  for (const [what, text] of Object.entries({
    'half a text': '{"orderId":',
    'another thing': '[]',
    nothing: 'null',
    'a row without its time': `{"orderId":"${ORDER_ID}"}`,
  }))
    it(`is removed where it is ${what}`, () => {
      localStorage.setItem(`rzp-magic-button:checkout:${ORDER_ID}`, text);
      expect(listUnfinished()).to.be.empty;
      expect(keptCheckouts()).to.be.empty;
    });
});
