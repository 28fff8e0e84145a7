import {expect} from '@esm-bundle/chai';
import {
  readItem,
  removeItem,
  storedNames,
  writeItem,
} from '../../../src/checkout/storage/browser-storage.js';

const NAME = 'rzp-magic-button:storage-test';

/** Leaves no room for anything that is longer than what is there. */
function fill(): void {
  for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2))
    try {
      for (let i = 0; ; i++) localStorage.setItem(`filler-${size}-${i}`, 'x'.repeat(size));
    } catch {
      // Full, for things of this size.
    }
}

describe('a storage that is full', () => {
  beforeEach(() => {
    writeItem(NAME, 'opened');
    fill();
    writeItem(NAME, 'opened, and paid since');
  });

  afterEach(() => localStorage.clear());

  it('does not hide what the page has known since', () => {
    expect(localStorage.getItem(NAME)).to.equal('opened');
    expect(readItem(NAME)).to.equal('opened, and paid since');
  });

  it('gives each name once', () => {
    expect(storedNames().filter((name) => name === NAME)).to.have.length(1);
  });

  it('forgets what is removed, wherever it was', () => {
    removeItem(NAME);
    expect(readItem(NAME)).to.equal(null);
    expect(storedNames()).to.not.include(NAME);
  });

  it('takes it up again once there is room', () => {
    localStorage.clear();
    writeItem(NAME, 'confirmed');
    expect(localStorage.getItem(NAME)).to.equal('confirmed');
    expect(readItem(NAME)).to.equal('confirmed');
  });
});
