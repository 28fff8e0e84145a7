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
    expect([book.of(one), book.of(other)]).to.deep.equal([{hello: 'नमस्ते'}, {hello: 'नमस्ते'}]);
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
    expect(book.of(one)).to.deep.equal({hello: 'হ্যাঁ'});
    expect(asked).to.deep.equal(['bn', 'bn']);
  });

  it('give way to the page’s own', async () => {
    const {book} = prepare(() => Promise.resolve({words: {hello: 'ನಮಸ್ಕಾರ'}}));
    const one = await speaker('kn');
    expect(book.of(one, {kn: {hello: 'ಹಾಯ್'}})).to.equal(undefined);
    await book.load(one);
    expect(book.of(one, {kn: {hello: 'ಹಾಯ್'}, hi: {hello: 'x'}})).to.deep.equal({hello: 'ಹಾಯ್'});
  });
});
