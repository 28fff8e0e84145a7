import {expect} from '@esm-bundle/chai';
import {unknownWords} from '../../../../src/checkout/doctor/spelling/unknown-words.js';
import {LANGUAGES, languageOf} from '../../../../src/wire/languages.js';
import '../../../../src/button/define.js';
import '../../../../src/pos/define.js';

function wordsOf(tag: string, attributes: Readonly<Record<string, string>>): string[] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return unknownWords(element, languageOf);
}

describe('words that no button knows', () => {
  for (const [name, typed, hint] of [
    ['shape', 'round', 'Write rounded, pill, square or nothing.'],
    ['width', '100%', 'Write fill, hug or nothing.'],
    ['size', 'Large', 'Write small, medium, large or nothing.'],
    ['variant', 'ghost', 'Write filled, outline or nothing.'],
    ['theme', 'night', 'Write auto, light, dark or nothing.'],
    // As ISO 639-2 writes it, and people.
    ['language', 'hin', 'Write "hi".'],
    ['language', 'ENG-IN', 'Write "en".'],
    ['language', 'Kannada', 'Write "kn".'],
    ['language', 'fr', 'Write one of en hi bn mr gu ta te kn.'],
    ['language', 'constructor', 'Write one of en hi bn mr gu ta te kn.'],
  ] as const)
    for (const tag of ['rzp-magic-button', 'rzp-pos-button'])
      it(`are named with those that it knows: ${name}="${typed}" of <${tag}>`, () => {
        expect(wordsOf(tag, {[name]: typed})).to.deep.equal([
          `${name}="${typed}" can't be used. ${hint}`,
        ]);
      });

  it('are those of when it loads, for the button that loads a script', () => {
    const [said] = wordsOf('rzp-magic-button', {load: 'lazy'});
    expect(said).to.equal(
      'load="lazy" can\'t be used. Write intent, eager, visible, click or nothing.',
    );
    expect(wordsOf('rzp-pos-button', {load: 'lazy'})).to.deep.equal([]);
  });

  it('are none where each is known, or nothing is written', () => {
    for (const width of ['fill', 'hug', ''])
      for (const language of ['hi', 'ben', 'ta-IN', '']) {
        const attributes = {width, language, shape: 'pill', size: 'small', variant: 'outline'};
        expect(wordsOf('rzp-magic-button', attributes)).to.deep.equal([]);
      }
  });

  it('are named with each language that there is', () => {
    const [said = ''] = wordsOf('rzp-magic-button', {language: 'fr'});
    for (const tag of Object.values(LANGUAGES)) expect(said).to.match(new RegExp(` ${tag}\\b`));
  });

  it('are cut where they are long', () => {
    expect(wordsOf('rzp-pos-button', {size: 'x'.repeat(500)})[0]).to.have.length.below(160);
  });
});
