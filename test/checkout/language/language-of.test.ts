import {expect, fixture, html} from '@open-wc/testing';
import {languageAt, markAt, pageLanguageAt} from '../../../src/checkout/language/language-of.js';

describe('the language of what is said at an element', () => {
  for (const [asked, tag] of Object.entries({ben: 'bn', 'bn-IN': 'bn', HI: 'hi', tam: 'ta'}))
    it(`is ${tag} where it is told ${asked}`, async () => {
      const page = await fixture(html`<div lang="mr"><b></b></div>`);
      expect(languageAt(page.firstElementChild!, asked)).to.equal(tag);
    });

  for (const asked of [undefined, null, '', 'fr', 'toString', {}, 7])
    it(`is that of the page where it is told ${JSON.stringify(asked)}`, async () => {
      const page = await fixture(html`
        <div lang="en">
          <div lang="hi-IN"><b></b></div>
        </div>
      `);
      expect(languageAt(page.querySelector('b')!, asked)).to.equal('hi');
    });

  it('is said by the nearest, also where that is no language of the buttons', async () => {
    const page = await fixture(html`
      <div lang="hi">
        <div lang="fr"><b></b></div>
      </div>
    `);
    expect(languageAt(page.querySelector('b')!, undefined)).to.equal('en');
  });

  it('is said by itself before all others', async () => {
    const page = await fixture(html`<div lang="hi"><b lang="te"></b></div>`);
    expect(languageAt(page.querySelector('b')!, undefined)).to.equal('te');
  });

  it('is unknown, and English, where an empty lang says so', async () => {
    const page = await fixture(html`
      <div lang="hi">
        <div lang=""><b></b></div>
      </div>
    `);
    expect(languageAt(page.querySelector('b')!, undefined)).to.equal('en');
  });

  it('is said from outside of a shadow tree, and of a tree in it', async () => {
    const page = await fixture(html`<div lang="kn"><div></div></div>`);
    const outer = page.firstElementChild!.attachShadow({mode: 'closed'});
    outer.innerHTML = '<section><div></div></section>';
    const inner = outer.querySelector('div')!.attachShadow({mode: 'open'});
    inner.innerHTML = '<b></b>';
    expect(languageAt(inner.querySelector('b')!, undefined)).to.equal('kn');
    outer.querySelector('section')!.lang = 'gu';
    expect(languageAt(inner.querySelector('b')!, undefined)).to.equal('gu');
  });

  it('is read from a form whose fields are named as its methods', async () => {
    const page = await fixture(html`
      <form lang="ta">
        <input name="getAttribute" /><input name="lang" /><input name="closest" />
        <input name="parentNode" /><input name="getRootNode" /><b></b>
      </form>
    `);
    expect(languageAt(page.querySelector('b')!, undefined)).to.equal('ta');
  });

  it('is English where nobody says any, on the page or off', async () => {
    document.documentElement.removeAttribute('lang');
    expect(languageAt(document.createElement('b'), undefined)).to.equal('en');
    const page = await fixture(html`<b></b>`);
    expect(pageLanguageAt(page)).to.equal('');
  });

  it('is marked where the page speaks another, and only there', async () => {
    const page = await fixture(html`<div lang="hi-IN"></div>`);
    expect([markAt(page, 'hi'), markAt(page, 'en')]).to.deep.equal(['', 'en']);
    page.setAttribute('lang', 'fr');
    expect(markAt(page, 'en')).to.equal('en');
  });
});
