import {expect} from '@esm-bundle/chai';
import {OWN_ATTRIBUTES} from '../../src/button/own-attributes.js';
import {RzpMagicButton} from '../../src/button/rzp-magic-button.js';
import {OPTIONS} from '../../src/checkout/shell/options.js';
import {attributeOf} from '../../src/checkout/shell/attributes.js';
import '../../src/button/define.js';

const FLAGS = ['disabled', 'analyticsPersonalData', 'secured', 'submit', 'debug'] as const;

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

  for (const name of FLAGS)
    for (const [written, isOn] of [
      ['', true],
      ['true', true],
      ['false', false],
      ['yes', name === 'disabled'],
    ] as const) {
      it(`${attributeOf(name)}="${written}" is ${String(isOn)}`, () => {
        const button = document.createElement('rzp-magic-button');
        button.setAttribute(attributeOf(name), written);
        expect(button[name]).to.equal(isOn);
      });

      if (name === 'disabled')
        it(`${name} = '${written}' is ${String(isOn)}`, () => {
          const button = document.createElement('rzp-magic-button');
          Object.assign(button, {[name]: written});
          expect(button[name]).to.equal(isOn);
        });
    }

  for (const how of ['parsed', 'set before', 'set after', 'upgraded'])
    it(`disabled="false" leaves the element enabled for the browser: ${how}`, async () => {
      const parent = document.createElement('div');
      const html = '<rzp-magic-button disabled="false"></rzp-magic-button>';
      if (how === 'parsed') {
        document.body.append(parent);
        parent.innerHTML = html;
      } else if (how === 'upgraded') {
        const template = document.createElement('template');
        template.innerHTML = html;
        parent.append(template.content);
        document.body.append(parent);
      } else {
        const button = document.createElement('rzp-magic-button');
        if (how === 'set before') button.setAttribute('disabled', 'false');
        parent.append(button);
        document.body.append(parent);
        if (how === 'set after') {
          button.disabled = true;
          await button.updateComplete;
          button.setAttribute('disabled', 'false');
        }
      }
      const button = parent.querySelector('rzp-magic-button')!;
      await button.updateComplete;
      expect(button.matches(':disabled')).to.be.false;
      expect(button.hasAttribute('disabled')).to.be.false;
      expect(button.shadowRoot!.querySelector('button')!.disabled).to.be.false;
      parent.remove();
    });

  it('disabled="" stays in the tag through the upgrade', async () => {
    const template = document.createElement('template');
    template.innerHTML = '<rzp-magic-button disabled></rzp-magic-button>';
    document.body.append(template.content);
    const button = document.body.querySelector('rzp-magic-button')!;
    await button.updateComplete;
    expect(button.matches(':disabled')).to.be.true;
    button.remove();
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
