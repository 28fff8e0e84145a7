import {expect} from '@open-wc/testing';
import {containers, snapshotPage} from '../../../src/checkout/vendor/page-snapshot.js';

const meta = (name: string) => {
  const element = document.createElement('meta');
  element.name = name;
  return element;
};
const metas = () => [
  ...document.head.querySelectorAll('meta[name="viewport"], meta[name="theme-color"]'),
];

describe('a snapshot of the page', () => {
  it('puts back what the script changed, and hides its overlays', () => {
    const own = [meta('theme-color'), meta('viewport')];
    document.head.prepend(...own);
    document.body.style.overflow = 'scroll';
    const before = metas();
    const restore = snapshotPage();

    document.body.style.overflow = 'hidden';
    for (const each of own) each.remove();
    document.head.append(meta('theme-color'));
    const overlay = document.createElement('div');
    overlay.className = 'razorpay-container';
    document.body.append(overlay);
    restore();

    expect(document.body.style.overflow).to.equal('scroll');
    expect(metas()).to.have.members(before).and.to.have.length(before.length);
    expect([...containers()]).to.deep.equal([overlay]);
    expect(overlay.style.display).to.equal('none');
    for (const each of [...own, overlay]) each.remove();
    document.body.style.overflow = '';
  });
});
