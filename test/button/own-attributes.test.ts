import {expect} from '@open-wc/testing';
import {OWN_ATTRIBUTES} from '../../src/button/own-attributes.js';
import {RzpMagicButton} from '../../src/button/rzp-magic-button.js';
import {attributeOf, OPTIONS} from '../../src/checkout/shell/options.js';
import '../../src/button/define.js';

const FLAGS = ['disabled', 'analyticsPersonalData', 'debug'] as const;

describe("the button's own attributes", () => {
  it('are observed, with those of every option, and nothing else is', () => {
    expect([...RzpMagicButton.observedAttributes].sort()).to.deep.equal(
      [...Object.keys(OWN_ATTRIBUTES), ...Object.keys(OPTIONS)].map(attributeOf).sort(),
    );
  });

  for (const name of Object.keys(OWN_ATTRIBUTES).filter(
    (each) => !FLAGS.some((flag) => flag === each),
  ))
    it(`${attributeOf(name)} sets ${name} as it is written`, () => {
      const button = document.createElement('rzp-magic-button');
      button.setAttribute(attributeOf(name), ' As Typed ');
      expect(button).to.have.property(name, ' As Typed ');
    });

  for (const name of FLAGS)
    it(`${attributeOf(name)} is a flag that is off unless it is written`, () => {
      const button = document.createElement('rzp-magic-button');
      expect(button[name]).to.be.false;
      button.setAttribute(attributeOf(name), '');
      expect(button[name]).to.be.true;
      button.removeAttribute(attributeOf(name));
      expect(button[name]).to.be.false;
    });

  for (const [name, value] of Object.entries({variant: 'outline', size: 'large', disabled: true}))
    it(`${name} is written to the tag, for CSS`, async () => {
      const button = document.createElement('rzp-magic-button');
      document.body.append(button);
      Object.assign(button, {[name]: value});
      await button.updateComplete;
      expect(button.getAttribute(name)).to.equal(value === true ? '' : value);
      button.remove();
    });
});
