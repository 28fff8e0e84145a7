import {expect} from '@esm-bundle/chai';
import {resolveAddress} from '../../../src/checkout/shell/resolve-address.js';

/** Adds an element to the page until the test ends. */
function add(html: string, parent: Element = document.body): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  added.push(...template.content.children);
  parent.append(template.content);
}
const added: Element[] = [];
const address = location.href;
afterEach(() => {
  for (const element of added.splice(0)) element.remove();
  history.replaceState(null, '', address);
});

describe('an address', () => {
  it('is resolved as a request would be', () => {
    expect(resolveAddress('/orders?a=%20b')).to.equal(`${location.origin}/orders?a=%20b`);
    expect(resolveAddress('https://shop.example/x')).to.equal('https://shop.example/x');
    expect(resolveAddress('/thanks#top')).to.equal(`${location.origin}/thanks#top`);
  });

  it('follows the base of the page', () => {
    add('<base href="https://cdn.example/theme/">', document.head);
    expect(resolveAddress('orders')).to.equal('https://cdn.example/theme/orders');
  });

  it('follows what pushState() did', () => {
    history.pushState(null, '', '/tea/assam/leaf');
    expect(resolveAddress('orders')).to.equal(`${location.origin}/tea/assam/orders`);
  });

  it('follows no element that takes a name of the document', () => {
    for (const name of ['baseURI', 'URL', 'location', 'documentURI', 'Request'])
      add(`<img name="${name}" id="${name}" alt="">`);
    expect(resolveAddress('/orders')).to.equal(`${location.origin}/orders`);
  });

  for (const none of ['http://[', 'https://', 'https://asha:secret@shop.example/'])
    it(`is none where no request can be sent to it: ${none}`, () => {
      expect(resolveAddress(none)).to.equal(undefined);
    });
});
