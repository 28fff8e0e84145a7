import {expect} from '@esm-bundle/chai';
import {currentView, isLeft} from '../../../src/checkout/storage/view.js';

const HERE = location.href;
const there = (path: string) => new URL(path, location.href).href;
const push = (path: string) => history.pushState(null, '', there(path));
const replace = (path: string) => history.replaceState(null, '', there(path));
const back = (steps = 1) =>
  new Promise((resolve) => {
    addEventListener('popstate', resolve, {once: true});
    history.go(-steps);
  });

/** What a shopper does after an outcome was read, and whether the view of it is left by then. */
const WALKS: Record<string, {walk: () => unknown; left: boolean}> = {
  'nothing is done': {walk: () => undefined, left: false},
  'the address is written over': {walk: () => replace('/over?utm=1'), left: false},
  'an anchor is jumped to': {walk: () => push('#reviews'), left: false},
  'the same address is gone to': {walk: () => push('#'), left: false},
  'another path is gone to': {walk: () => push('/home'), left: true},
  'another query is gone to': {walk: () => push('?page=2'), left: true},
  'another route behind # is gone to': {walk: () => push('#/home'), left: true},
  'another route behind #! is gone to': {walk: () => push('#!home'), left: true},
  'another path is gone to, and back by a step': {
    walk: async () => {
      push('/home');
      await back();
    },
    left: false,
  },
  'another path is gone to, and back by a link': {
    walk: () => {
      push('/home');
      push('/cart');
    },
    left: true,
  },
  'the address is written over by another, and a link leads back': {
    walk: () => {
      replace('/thanks');
      push('/cart');
    },
    left: true,
  },
  'a step back is made, and a link leads elsewhere and back': {
    walk: async () => {
      await back();
      push('/home');
      push('/cart');
    },
    left: true,
  },
};

describe('a view', () => {
  for (const [what, {walk, left}] of Object.entries(WALKS))
    it(`is ${left ? '' : 'not '}left where ${what}`, async function () {
      if (!('navigation' in window)) this.skip();
      push('/before');
      push('/cart');
      const view = currentView();
      expect(view).to.be.a('string');
      await walk();
      expect(isLeft(view)).to.equal(left);
    });

  it('is never left where none was kept', () => {
    push('/home');
    expect(isLeft(undefined)).to.be.false;
  });

  for (const [what, other] of Object.entries<() => unknown>({
    'an element of that name stands': () =>
      Object.assign(document.createElement('nav'), {id: 'navigation'}),
    'a frame of that name stands': () => {
      const frame = document.createElement('iframe');
      // Of another origin: whatever is asked of it throws.
      frame.sandbox.add('allow-scripts');
      document.body.append(frame);
      return frame.contentWindow;
    },
    'a script has its own': () => ({currentEntry: {key: document}, entries: () => 'home'}),
    'nothing is': () => undefined,
  }))
    it(`is the whole document where, in place of the browser's navigation, ${what}`, () => {
      const own = Reflect.getOwnPropertyDescriptor(globalThis, 'navigation');
      Reflect.defineProperty(globalThis, 'navigation', {value: other(), configurable: true});
      try {
        expect(currentView()).to.be.undefined;
        expect(isLeft('another')).to.be.false;
      } finally {
        Reflect.deleteProperty(globalThis, 'navigation');
        if (own) Reflect.defineProperty(globalThis, 'navigation', own);
      }
    });

  after(() => replace(HERE));
});
