import {expect, fixture, html} from '@open-wc/testing';
import {WordBook, type OtherLanguage} from '../../../src/checkout/language/word-book.js';

/** A book whose languages come as they are told to, and in which language each was asked for. */
function prepare(come: () => Promise<{words: string}>) {
  const asked: string[] = [];
  const file = (language: OtherLanguage) => () => {
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
    const {asked, book} = prepare(() => Promise.resolve({words: 'नमस्ते'}));
    const [one, other] = [await speaker('hi'), await speaker('hi-IN')];
    expect(book.of(one)).to.equal(undefined);
    await Promise.all([book.load(one), book.load(other)]);
    await book.load(one);
    expect([book.of(one), book.of(other)]).to.deep.equal(['नमस्ते', 'नमस्ते']);
    expect(asked).to.deep.equal(['hi']);
    expect(book.of(await speaker('ta'))).to.equal(undefined);
  });

  it('are not fetched for English', async () => {
    const {asked, book} = prepare(() => Promise.resolve({words: ''}));
    await book.load(await speaker('en-IN'));
    await book.load(await speaker('fr'));
    expect(asked).to.deep.equal([]);
  });

  it('are fetched anew where they did not come', async () => {
    let isOnline = false;
    const {asked, book} = prepare(() =>
      isOnline ? Promise.resolve({words: 'হ্যাঁ'}) : Promise.reject(new Error('offline')),
    );
    const one = await speaker('bn');
    const failed = await book.load(one).catch(String);
    expect([failed, book.of(one)]).to.deep.equal(['Error: offline', undefined]);
    isOnline = true;
    await book.load(one);
    expect(book.of(one)).to.equal('হ্যাঁ');
    expect(asked).to.deep.equal(['bn', 'bn']);
  });
});
