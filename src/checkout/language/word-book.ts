import type {LanguageTag} from '../../wire/languages.js';
import {mergeWords, type OwnWords} from '../words/merge-words.js';
import {spokenAt} from './language-of.js';
import {watchLanguage} from './watch-language.js';

type WordFile<Words> = () => Promise<{words: Words}>;

/** Fetches the words of each language; those of English may come with what says them. */
export type WordFiles<Words> = Readonly<Record<Exclude<LanguageTag, 'en'>, WordFile<Words>>> & {
  readonly en?: WordFile<Words>;
};

/** An element that speaks: by its class the page has all of them say what it likes. */
export interface Speaker<Words = object> extends Element {
  readonly language?: unknown;
  /** What it says in its language, once that has come. */
  readonly words?: Words | undefined;
}

type OwnWordsOf<Words> = Readonly<Record<string, OwnWords<Words> | undefined>>;

/** Returns what the page has an element say in the place of our words, by the language. */
export const ownWordsOf = <Words extends object>(speaker: Speaker<Words>): OwnWordsOf<Words> =>
  (speaker.constructor as {words?: OwnWordsOf<Words>}).words ?? {};

const tagOf = <Words extends object>(speaker: Speaker<Words>, asked: unknown): string =>
  spokenAt(speaker, asked, Object.keys(ownWordsOf(speaker)));

/** The words of an element in all languages, each of which is fetched once a page. */
export class WordBook<Words extends object> {
  readonly #files: Readonly<Partial<Record<string, WordFile<Words>>>>;
  readonly #coming = new Map<string, Promise<{words: Words}>>();
  readonly #words = new Map<string, Words>();

  constructor(files: WordFiles<Words>) {
    this.#files = files;
  }

  /**
   * Returns the words in the language of an element, the page's own over ours, once they have come. What
   * the page leaves out of a language that is none of ours is said in English.
   */
  of(speaker: Speaker<Words>, asked: unknown = speaker.language): Words | undefined {
    const language = tagOf(speaker, asked);
    const words = this.#words.get(this.#baseOf(language));
    return words && mergeWords({...words, language}, ownWordsOf(speaker)[language]);
  }

  /** Fetches the words in the language of an element, and tells it where that becomes another one. */
  async load(
    speaker: Speaker<Words>,
    changed?: () => void,
    asked: unknown = speaker.language,
  ): Promise<void> {
    if (changed) watchLanguage(speaker, changed);
    const language = this.#baseOf(tagOf(speaker, asked));
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

  /** Returns the language of ours that is said where the page brings no words. */
  #baseOf(language: string): string {
    return Object.keys(this.#files).includes(language) ? language : 'en';
  }
}
