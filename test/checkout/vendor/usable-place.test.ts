import {expect} from '@esm-bundle/chai';
import {usablePlace} from '../../../src/checkout/vendor/usable-place.js';

const added: Element[] = [];
afterEach(() => {
  for (const element of added.splice(0)) element.remove();
});

/** A dialog with a button, shown as the page shows it. */
function dialog(parent: ParentNode = document.body, show: 'show' | 'showModal' = 'showModal') {
  const element = document.createElement('dialog');
  const button = document.createElement('button');
  button.textContent = 'Pay';
  element.append(button);
  parent.append(element);
  added.push(element);
  element[show]();
  return element;
}

/** A component that keeps what it shows to itself. */
function component(parent: ParentNode = document.body): ShadowRoot {
  const host = document.createElement('div');
  parent.append(host);
  added.push(host);
  return host.attachShadow({mode: 'open'});
}

const blur = () => {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  if (focus instanceof HTMLElement) focus.blur();
};

describe('the modal dialog on top', () => {
  it('is not asked for where none is open, or one that is not modal: the body will do', () => {
    dialog(document.body, 'show');
    dialog().close();
    expect(usablePlace() === document.body).to.be.true;
  });

  it('is the one that is open', () => {
    const only = dialog();
    expect(usablePlace() === only).to.be.true;
  });

  it('is the inner one of two', () => {
    const inner = dialog(dialog());
    expect(usablePlace() === inner).to.be.true;
  });

  it('is the one that was opened last, wherever it stands in the document', () => {
    const last = document.createElement('dialog');
    document.body.append(last);
    added.push(last);
    dialog();
    last.showModal();
    expect(usablePlace() === last).to.be.true;
    const first = document.createElement('dialog');
    first.append(document.createElement('button'));
    document.body.prepend(first);
    added.push(first);
    first.showModal();
    expect(usablePlace() === first).to.be.true;
  });

  it('is the other one again once the one on top is closed', () => {
    const outer = dialog();
    dialog(outer).close();
    expect(usablePlace() === outer).to.be.true;
  });

  for (const [what, focus] of Object.entries({'with the focus': true, 'without it': false})) {
    it(`is found ${what} in a component inside of another`, () => {
      const inner = dialog(component(component()));
      if (!focus) blur();
      expect(usablePlace() === inner).to.be.true;
    });

    it(`is found ${what} where a component shows it around what the page gives it`, () => {
      const root = component();
      const element = document.createElement('dialog');
      element.append(document.createElement('slot'));
      root.append(element);
      const button = document.createElement('button');
      root.host.append(button);
      element.showModal();
      if (focus) button.focus();
      else blur();
      expect(usablePlace() === element).to.be.true;
    });
  }

  it('is the one around the focus where the focus is in what a component is given', () => {
    const root = component();
    const element = document.createElement('dialog');
    element.append(document.createElement('slot'));
    root.append(element);
    const button = document.createElement('button');
    root.host.append(button);
    dialog(component());
    element.showModal();
    button.focus();
    expect(usablePlace() === element).to.be.true;
  });

  it('is found also beside fields that go by the names of what it is asked by', () => {
    const form = document.createElement('form');
    for (const name of ['parentNode', 'shadowRoot', 'matches', 'dispatchEvent', 'getRootNode']) {
      const field = document.createElement('input');
      field.name = name;
      form.append(field);
    }
    document.body.append(form);
    added.push(form);
    const outer = dialog();
    outer.append(form);
    const inner = dialog(form);
    expect(usablePlace() === inner).to.be.true;
  });
});
