import {expect} from '@esm-bundle/chai';
import '../../src/pos/define.js';
import {RzpPosButton} from '../../src/pos/rzp-pos-button.js';
import {POS_ATTRIBUTES} from '../../src/pos/shell/pos-attributes.js';
import {POS_KINDS} from '../../src/pos/request/pos-kinds.js';
import {attributeOf} from '../../src/checkout/shell/attributes.js';

// Read by src/face/face-button.js.

const FLAGS = ['disabled', 'debug'] as const;
const isFlag = (name: string) => FLAGS.some((flag) => flag === name);

describe("the till's attributes", () => {
  it('are observed, each of a kind, and nothing else is', () => {
    const names = Object.keys(POS_ATTRIBUTES).map(attributeOf);
    expect([...RzpPosButton.observedAttributes].sort()).to.deep.equal(names.sort());
    expect(POS_KINDS).to.include.keys(...new Set(Object.values(POS_ATTRIBUTES)));
  });

  for (const name of Object.keys(POS_ATTRIBUTES).filter((each) => !isFlag(each)))
    it(`${attributeOf(name)} sets ${name} as it is written`, () => {
      const till = document.createElement('rzp-pos-button');
      till.setAttribute(attributeOf(name), ' As Typed ');
      expect(till).to.have.property(name, ' As Typed ');
    });

  for (const name of FLAGS)
    for (const [written, isOn] of [
      ['', true],
      ['true', true],
      ['false', false],
      ['yes', name === 'disabled'],
    ] as const)
      it(`${name}="${written}" is ${String(isOn)}`, () => {
        const till = document.createElement('rzp-pos-button');
        expect(till[name]).to.be.false;
        till.setAttribute(name, written);
        expect(till[name]).to.equal(isOn);
        till.removeAttribute(name);
        expect(till[name]).to.be.false;
      });

  for (const [name, value] of Object.entries({variant: 'outline', size: 'large', disabled: true}))
    it(`${name} is written to the tag, for CSS`, async () => {
      const till = document.createElement('rzp-pos-button');
      document.body.append(till);
      Object.assign(till, {[name]: value});
      await till.updateComplete;
      expect(till.getAttribute(name)).to.equal(value === true ? '' : value);
      till.remove();
    });

  it('and properties that were set before the tag was defined are kept, and give way to later ones', async () => {
    const early = document.implementation.createHTMLDocument().createElement('rzp-pos-button');
    early.setAttribute('order-url', '/attribute');
    early.setAttribute('disabled', '');
    Object.assign(early, {orderUrl: '/property', orderData: {ticket: 1}, disabled: false});
    const parent = document.createElement('div');
    parent.append(early);
    customElements.upgrade(document.adoptNode(parent));
    early.orderData = {ticket: 2};
    document.body.append(parent);
    await early.updateComplete;
    expect(early).to.be.instanceOf(RzpPosButton);
    expect(early).to.deep.include({
      orderUrl: '/property',
      orderData: {ticket: 2},
      disabled: false,
    });
    parent.remove();
  });

  it('disabled by a fieldset is a button that can not be pressed', async () => {
    const fieldset = document.createElement('fieldset');
    fieldset.disabled = true;
    const till = document.createElement('rzp-pos-button');
    fieldset.append(till);
    document.body.append(fieldset);
    await till.updateComplete;
    expect(till.shadowRoot!.querySelector('button')!.disabled).to.be.true;
    fieldset.disabled = false;
    await till.updateComplete;
    expect(till.shadowRoot!.querySelector('button')!.disabled).to.be.false;
    fieldset.remove();
  });

  it('stays as it is where another copy of this package comes', async () => {
    const address = '../../src/pos/define.ts?copy';
    await import(address);
    expect(customElements.get('rzp-pos-button')).to.equal(RzpPosButton);
  });
});
