import type {LanguageTag} from '../../wire/languages.js';
import {mergeWords, type OwnWords} from '../words/merge-words.js';
import {languageAt} from './language-of.js';

type WordFile<Words> = () => Promise<{words: Words}>;

/** Fetches the words of each language; those of English may come with what says them. */
export type WordFiles<Words> = Readonly<Record<Exclude<LanguageTag, 'en'>, WordFile<Words>>> & {
  readonly en?: WordFile<Words>;
};

/** An element that speaks. */
export interface Speaker extends Element {
  readonly language?: unknown;
}

/** The words of an element in all languages, each of which is fetched once a page. */
export class WordBook<Words extends object> {
  readonly #files: WordFiles<Words>;
  readonly #coming = new Map<LanguageTag, Promise<{words: Words}>>();
  readonly #words = new Map<LanguageTag, Words>();

  constructor(files: WordFiles<Words>) {
    this.#files = files;
  }

  /** Returns the words in the language of an element, the page's own over ours, once they have come. */
  of(
    speaker: Speaker,
    own: Readonly<Partial<Record<LanguageTag, OwnWords<Words>>>> = {},
  ): Words | undefined {
    const language = languageAt(speaker, speaker.language);
    const words = this.#words.get(language);
    return words && mergeWords(words, own[language]);
  }

  /** Fetches the words in the language of an element. */
  async load(speaker: Speaker): Promise<void> {
    const language = languageAt(speaker, speaker.language);
    const coming = this.#coming.get(language) ?? this.#files[language]?.();
    if (!coming || this.#words.has(language)) return;
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
