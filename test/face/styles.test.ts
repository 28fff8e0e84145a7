import {expect} from '@open-wc/testing';
import type {CheckoutState} from '../../src/checkout/shell/checkout-state.js';
import {prepare, STATES, type Setting} from '../fixtures/browser/button.js';

const rectangle = (element: Element) => {
  const {x, y, width, height} = element.getBoundingClientRect();
  return {x, y, width, height};
};

function scheme(name: 'light' | 'dark'): HTMLElement {
  const parent = document.createElement('main');
  const dark = name === 'dark';
  parent.style.cssText = `color-scheme: ${name}; color: ${dark ? '#eee' : '#111'}; background: ${dark ? '#111' : '#fff'}; padding: 1rem;`;
  return parent;
}

for (const name of ['light', 'dark'] as const) {
  describe(`the face in a ${name} page`, () => {
    for (const variant of ['filled', 'outline']) {
      for (const attributes of [{variant}, {variant, disabled: ''}] as Setting['attributes'][]) {
        const what = attributes?.disabled === '' ? `${variant} and disabled` : variant;
        it(`is accessible when ${what}`, async () => {
          const {button} = await prepare({parent: scheme(name), attributes: attributes!});
          await expect(button).to.be.accessible();
        });
      }
    }

    for (const [state, setting] of Object.entries(STATES)) {
      it(`is accessible when ${state}`, async () => {
        const {button, became} = await prepare({...setting, parent: scheme(name)});
        button.click();
        await became(state as CheckoutState);
        await expect(button).to.be.accessible();
      });
    }
  });
}

describe('the face', () => {
  for (const label of ['Pay', 'Pay ₹ 1,499.00 with any UPI app, card or wallet']) {
    for (const [state, setting] of Object.entries(STATES)) {
      it(`does not move from idle to ${state}, labelled ${label}`, async () => {
        const {button, native, became} = await prepare({...setting, label});
        const idle = rectangle(native);
        button.click();
        await became(state as CheckoutState);
        const now = button.shadowRoot!.querySelector('[part~=button]')!;
        expect(rectangle(now)).to.deep.equal(idle);
      });
    }
  }

  for (const size of ['small', 'medium', 'large']) {
    it(`is a target of 44 pixels when ${size}`, async () => {
      const {native} = await prepare({attributes: {size}, label: 'Pay'});
      expect(native.getBoundingClientRect().height).to.be.at.least(44);
      expect(native.getBoundingClientRect().width).to.be.at.least(44);
    });
  }

  it('shows the state word in the place of the label', async () => {
    const {button, label, status, became} = await prepare(STATES.paid);
    expect(getComputedStyle(label).visibility).to.equal('visible');
    expect(getComputedStyle(status).visibility).to.equal('hidden');
    button.click();
    await became('paid');
    expect(getComputedStyle(label).visibility).to.equal('hidden');
    expect(getComputedStyle(status).visibility).to.equal('visible');
    expect(status.textContent).to.equal('Paid');
  });

  it('is as wide as its place asks', async () => {
    const {button, native} = await prepare();
    button.style.display = 'block';
    expect(native.offsetWidth).to.equal(button.parentElement!.offsetWidth);
  });
});
