import {expect} from '@esm-bundle/chai';
import {withTabLock} from '../../../src/checkout/recovery/with-tab-lock.js';

/** Work that is under way until it is let go. */
function work() {
  let finish: (value: string) => void = () => undefined;
  const running = new Promise<string>((resolve) => {
    finish = resolve;
  });
  return {run: () => running, finish};
}

/** Plain http has no Web Locks. */
function withoutLocks() {
  Object.defineProperty(navigator, 'locks', {value: undefined, configurable: true});
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'locks');
  localStorage.clear();
});

for (const [what, prepare] of Object.entries({
  'Web Locks': (): void => undefined,
  'a lease in the storage': withoutLocks,
})) {
  describe(`work in one tab, by ${what}`, () => {
    it('is done, and its result given', async () => {
      prepare();
      expect(await withTabLock('a', () => Promise.resolve('done'))).to.equal('done');
    });

    it('is not done while another is at it, and can be done afterwards', async () => {
      prepare();
      const first = work();
      const doing = withTabLock('b', first.run);
      await withTabLock('other', () => Promise.resolve(''));
      expect(await withTabLock('b', () => Promise.resolve('second'))).to.equal(undefined);
      first.finish('first');
      expect(await doing).to.equal('first');
      expect(await withTabLock('b', () => Promise.resolve('second'))).to.equal('second');
    });

    it('is free again after it failed', async () => {
      prepare();
      const failed = withTabLock('c', () => Promise.reject(new Error('No.')));
      expect(await failed.catch((error: unknown) => String(error))).to.equal('Error: No.');
      expect(await withTabLock('c', () => Promise.resolve('done'))).to.equal('done');
    });
  });
}

for (const lease of ['9e15 1', '99999999999999999 1', 'soon', ''])
  it(`a lease of "${lease}" keeps nobody out`, async () => {
    withoutLocks();
    localStorage.setItem('rzp-magic-button:lock:e', lease);
    expect(await withTabLock('e', () => Promise.resolve('done'))).to.equal('done');
  });

it('a lease is let go when the page goes away', async () => {
  withoutLocks();
  const first = work();
  void withTabLock('d', first.run);
  await withTabLock('other', () => Promise.resolve(''));
  dispatchEvent(new Event('pagehide'));
  expect(await withTabLock('d', () => Promise.resolve('second'))).to.equal('second');
  first.finish('first');
});
