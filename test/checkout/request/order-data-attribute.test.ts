import {expect} from '@esm-bundle/chai';
import {orderDataAttribute} from '../../../src/checkout/request/order-data-attribute.js';

const tag = (text: string) => {
  const button = document.createElement('div');
  button.setAttribute('order-data', text);
  return button;
};

describe('the attribute order-data', () => {
  it('is JSON of an object', () => {
    const data = orderDataAttribute(tag('{"items": [{"sku": "assam"}], "gift": null}'));
    expect(data).to.deep.equal({items: [{sku: 'assam'}], gift: null});
    expect(orderDataAttribute(tag('{}'))).to.deep.equal({});
  });

  it('gives nothing where it is absent', () => {
    expect(orderDataAttribute(document.createElement('div'))).to.be.undefined;
  });

  for (const text of ['', '[object Object]', 'null', '[]', '"assam"', '7', "{'sku': 'assam'}"])
    it(`gives nothing as ${JSON.stringify(text)}`, () => {
      expect(orderDataAttribute(tag(text))).to.be.undefined;
    });
});
