import {expect} from '@esm-bundle/chai';
import {PageSnapshot} from '../../../src/checkout/vendor/page-snapshot.js';

const meta = (name: string) => {
  const element = document.createElement('meta');
  element.name = name;
  return element;
};
const metas = () => [
  ...document.head.querySelectorAll('meta[name="viewport"], meta[name="theme-color"]'),
];

/** A page with metas of its own, and the script's as soon as it opens. */
function prepare() {
  const own = [meta('theme-color'), meta('theme-color'), meta('viewport')];
  document.head.prepend(...own);
  const before = metas();
  document.body.style.overflow = 'scroll';
  const snapshot = new PageSnapshot();
  document.body.style.overflow = 'hidden';
  for (const each of before) each.remove();
  document.head.append(meta('theme-color'), meta('viewport'));
  snapshot.noteAdded();
  return {snapshot, own, before};
}

describe('a snapshot of the page', () => {
  const found = metas();
  afterEach(() => {
    for (const each of metas()) each.remove();
    document.head.append(...found);
    document.body.style.overflow = '';
  });

  it('puts back what the script changed', () => {
    const {snapshot, before} = prepare();
    snapshot.restore();
    expect(document.body.style.overflow).to.equal('scroll');
    expect(metas()).to.have.members(before).and.to.have.length(before.length);
  });

  it('leaves the metas of the next page alone, where a router has put them there', () => {
    const {snapshot} = prepare();
    for (const each of metas()) each.remove();
    const next = [meta('viewport'), meta('theme-color')];
    document.head.append(...next);
    snapshot.restore();
    expect(metas()).to.have.members(next).and.to.have.length(2);
  });
});
