import {expect, fixture, html} from '@open-wc/testing';
import {WordBook} from '../../../src/checkout/language/word-book.js';

/** A book whose languages come as they are told to, and in which language each was asked for. */
function prepare(come: () => Promise<{words: {hello: string}}>) {
  const asked: string[] = [];
  const file = (language: string) => () => {
    asked.push(language);
    return come();
  };
  const [bn, hi, mr] = [file('bn'), file('hi'), file('mr')];
  const [gu, ta, te, kn] = [file('gu'), file('ta'), file('te'), file('kn')];
  return {asked, book: new WordBook({bn, hi, mr, gu, ta, te, kn})};
}

const speaker = (lang: string) => fixture(html`<b lang=${lang}></b>`);

describe('the words of a language', () => {
  it('are fetched once a page, for who speaks it', async () => {
    const {asked, book} = prepare(() => Promise.resolve({words: {hello: 'नमस्ते'}}));
    const [one, other] = [await speaker('hi'), await speaker('hi-IN')];
    expect(book.of(one)).to.equal(undefined);
    await Promise.all([book.load(one), book.load(other)]);
    await book.load(one);
    const hindi = {hello: 'नमस्ते', language: 'hi'};
    expect([book.of(one), book.of(other)]).to.deep.equal([hindi, hindi]);
    expect(asked).to.deep.equal(['hi']);
    expect(book.of(await speaker('ta'))).to.equal(undefined);
  });

  it('are not fetched for English, where that comes with who speaks it', async () => {
    const {asked, book} = prepare(() => Promise.resolve({words: {hello: ''}}));
    await book.load(await speaker('en-IN'));
    await book.load(await speaker('fr'));
    expect(asked).to.deep.equal([]);
  });

  it('are fetched anew where they did not come', async () => {
    let isOnline = false;
    const {asked, book} = prepare(() =>
      isOnline ? Promise.resolve({words: {hello: 'হ্যাঁ'}}) : Promise.reject(new Error('offline')),
    );
    const one = await speaker('bn');
    const failed = await book.load(one).catch(String);
    expect([failed, book.of(one)]).to.deep.equal(['Error: offline', undefined]);
    isOnline = true;
    await book.load(one);
    expect(book.of(one)).to.deep.equal({hello: 'হ্যাঁ', language: 'bn'});
    expect(asked).to.deep.equal(['bn', 'bn']);
  });

  it('may be of a language of the page’s own, over English', async () => {
    const words = {hello: 'hello', bye: 'bye'};
    const none = () => Promise.reject(new Error('nobody asked'));
    const book = new WordBook<typeof words>({
      ...{bn: none, hi: none, mr: none, gu: none, ta: none, te: none, kn: none},
      en: () => Promise.resolve({words}),
    });
    class SpeaksUrdu extends HTMLElement {
      static words = {ur: {hello: 'سلام'}};
      language?: string;
    }
    customElements.define('test-speaks-urdu', SpeaksUrdu);
    const one = new SpeaksUrdu();
    one.lang = 'ur-IN';
    await book.load(one);
    expect(book.of(one)).to.deep.equal({hello: 'سلام', bye: 'bye', language: 'ur'});
    one.lang = 'fr';
    expect(book.of(one)).to.deep.equal({...words, language: 'en'});
    one.lang = 'ur';
    one.language = 'en';
    expect(book.of(one)).to.deep.equal({...words, language: 'en'});
  });

  it('give way to the page’s own', async () => {
    const {book} = prepare(() => Promise.resolve({words: {hello: 'ನಮಸ್ಕಾರ'}}));
    class Speaks extends HTMLElement {
      static words = {kn: {hello: 'ಹಾಯ್'}, hi: {hello: 'x'}};
    }
    customElements.define('test-speaks', Speaks);
    const one = new Speaks();
    one.lang = 'kn';
    expect(book.of(one)).to.equal(undefined);
    await book.load(one);
    expect(book.of(one)).to.deep.equal({hello: 'ಹಾಯ್', language: 'kn'});
  });
});
