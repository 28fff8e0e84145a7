import {expect, fixture, html} from '@open-wc/testing';
import {watchLanguage} from '../../../src/checkout/language/watch-language.js';

/** Mutations are told after the task in which they happened. */
const told = () => new Promise((resolve) => setTimeout(resolve));

describe('a page that changes its language', () => {
  it('is heard by who speaks on it', async () => {
    const page = await fixture(html`<div><b></b></div>`);
    let heard = 0;
    watchLanguage(page.querySelector('b')!, () => (heard += 1));
    page.setAttribute('lang', 'hi');
    await told();
    expect(heard).to.equal(1);
    page.setAttribute('title', 'x');
    await told();
    expect(heard).to.equal(1);
  });

  it('is heard in a component, also where the component changes its own', async () => {
    const page = await fixture(html`<div></div>`);
    const outer = page.attachShadow({mode: 'closed'});
    outer.innerHTML = '<section><div></div></section>';
    const inner = outer.querySelector('div')!.attachShadow({mode: 'open'});
    inner.innerHTML = '<b></b>';
    let heard = 0;
    watchLanguage(inner.querySelector('b')!, () => (heard += 1));
    outer.querySelector('section')!.lang = 'ta';
    await told();
    page.setAttribute('lang', 'hi');
    await told();
    expect(heard).to.equal(2);
  });

  it('is heard by nobody who has left it', async () => {
    const page = await fixture(html`<div><b></b></div>`);
    const one = page.querySelector('b')!;
    let heard = 0;
    watchLanguage(one, () => (heard += 1));
    one.remove();
    page.setAttribute('lang', 'hi');
    await told();
    page.append(one);
    page.setAttribute('lang', 'ta');
    await told();
    expect(heard).to.equal(0);
  });
});
