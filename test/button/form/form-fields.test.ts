import {expect} from '@esm-bundle/chai';
import {STATES} from '../../fixtures/browser/button.js';
import {field, prepareForm} from '../../fixtures/browser/form.js';
import {ORDER_REPLY} from '../../fixtures/browser/order-samples.js';

describe('order-form', () => {
  const FIELDS = `
    <input name="sku" value="assam"><input name="quantity" type="number" value="2">
    <input type="checkbox" name="gift" checked><input type="checkbox" name="note">
    <input type="checkbox" name="extra" value="mug" checked><input type="checkbox" name="extra" value="spoon" checked>
    <select name="size[]" multiple><option selected>100 g</option></select>
    <input type="password" name="login" value="geheim"><input type="file" name="photo">
    <input name="off" value="x" disabled><input value="nameless">`;

  it('adds the fields of the form to what is bought', async () => {
    const {button, became, bodies} = await prepareForm({
      fields: FIELDS,
      attributes: {
        submit: null,
        'order-form': '',
        'data-order-cart': '7',
        'data-order-sku': 'none',
      },
    });
    button.click();
    await became('open');
    expect(await bodies()).to.deep.equal([
      {
        cart: '7',
        sku: 'assam',
        quantity: '2',
        gift: 'on',
        extra: ['mug', 'spoon'],
        size: ['100 g'],
      },
    ]);
  });

  it('adds those that it names', async () => {
    const {button, became, bodies} = await prepareForm({
      fields: FIELDS,
      attributes: {'order-form': 'sku  size missing'},
    });
    button.click();
    await became('open');
    expect(await bodies()).to.deep.equal([{sku: 'assam', size: ['100 g']}]);
  });

  for (const written of [null, 'false'])
    it(`="${written}" adds none`, async () => {
      const {button, became, bodies} = await prepareForm({
        fields: FIELDS,
        attributes: {'order-form': written},
      });
      button.click();
      await became('open');
      expect(await bodies()).to.deep.equal([{}]);
    });

  it('sells another cart once a field was changed', async () => {
    const {button, form, became} = await prepareForm({
      ...STATES.paid,
      fields: '<input name="sku" value="assam">',
      attributes: {'order-form': '', submit: null},
      order: {json: ORDER_REPLY},
    });
    button.click();
    await became('paid');
    field(form, 'sku').value = 'darjeeling';
    field(form, 'sku').dispatchEvent(new Event('change', {bubbles: true}));
    await became('idle');
    field(form, 'sku').value = 'assam';
    field(form, 'sku').dispatchEvent(new Event('change', {bubbles: true}));
    await became('paid');
  });
});
