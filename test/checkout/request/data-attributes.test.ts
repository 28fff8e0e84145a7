import {expect} from '@esm-bundle/chai';
import {dataOf, orderDataOf} from '../../../src/checkout/request/data-attributes.js';
import type {PressHost} from '../../../src/button/press-host.js';

const element = (attributes: string) => {
  const template = document.createElement('template');
  template.innerHTML = `<div ${attributes}></div>`;
  return template.content.firstElementChild!;
};

describe('the data attributes', () => {
  it('are read by their prefix, in snake case', () => {
    const button = element('data-order-cart-id="7" data-order-gift data-note-a="1" id="x"');
    expect(dataOf(button, 'data-order-')).to.deep.equal({cart_id: '7', gift: ''});
    expect(dataOf(button, 'data-note-')).to.deep.equal({a: '1'});
  });

  it('say what is bought unless JSON in order-data does', () => {
    const button = element(
      `order-data='{"items": [{"sku": "assam"}], "__proto__": 1}' data-order-sku="kulhad"`,
    ) as PressHost;
    const data = orderDataOf(button);
    expect(data)
      .to.have.property('items')
      .that.deep.equals([{sku: 'assam'}]);
    expect(data).to.not.have.property('sku');
    Object.assign(button, {orderData: {}});
    expect(orderDataOf(button)).to.deep.equal({});
  });

  it('say what is bought unless the property does', () => {
    const button = element('data-order-sku="assam"') as PressHost;
    expect(orderDataOf(button)).to.deep.equal({sku: 'assam'});
    expect(orderDataOf(Object.assign(button, {orderData: {sku: 'kulhad'}}))).to.deep.equal({
      sku: 'kulhad',
    });
  });
});
