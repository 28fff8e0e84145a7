import type {LanguageTag} from '../../wire/languages.js';
import {languageAt} from './language-of.js';

/** A language whose words come by themselves. English comes with what says it. */
export type OtherLanguage = Exclude<LanguageTag, 'en'>;

/** Fetches the words of each language. */
export type WordFiles<Words> = Readonly<Record<OtherLanguage, () => Promise<{words: Words}>>>;

/** An element that speaks. */
export interface Speaker extends Element {
  readonly language?: unknown;
}

/** The words of an element in all languages, each of which is fetched once a page. */
export class WordBook<Words> {
  readonly #files: WordFiles<Words>;
  readonly #coming = new Map<LanguageTag, Promise<{words: Words}>>();
  readonly #words = new Map<LanguageTag, Words>();

  constructor(files: WordFiles<Words>) {
    this.#files = files;
  }

  /** Returns the words in the language of an element, once they have come. */
  of(speaker: Speaker): Words | undefined {
    return this.#words.get(languageAt(speaker, speaker.language));
  }

  /** Fetches the words in the language of an element. */
  async load(speaker: Speaker): Promise<void> {
    const language = languageAt(speaker, speaker.language);
    if (language === 'en' || this.#words.has(language)) return;
    const coming = this.#coming.get(language) ?? this.#files[language]();
    this.#coming.set(language, coming);
    try {
      this.#words.set(language, (await coming).words);
    } catch (cause) {
      // Asked for anew with the next press.
      this.#coming.delete(language);
      throw cause;
    }
  }
}
