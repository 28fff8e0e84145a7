import {dirname, join} from 'node:path';
import {hrefFrom} from './layout.js';
import type {Resolve} from './markdown.js';

/** Where the texts of the repository are on the site. */
export class Places {
  /** Pages by the file that they show. */
  readonly #pages = new Map<string, string>();
  /** Pages of the README by the places in it. */
  readonly #readme = new Map<string, string>();
  readonly #dead: string[] = [];

  addPage(source: string, path: string): void {
    this.#pages.set(source, path);
  }

  addReadmePlace(id: string, path: string): void {
    this.#readme.set(id, path);
  }

  /** Links of a text that lead to no page. */
  get dead(): readonly string[] {
    return this.#dead;
  }

  /** Turns links of a text, which lead from file to file, into links from page to page. */
  resolverOf(source: string, page: string, extension = 'html'): Resolve {
    return (target) => {
      if (/^(https?|mailto):/.test(target)) return target;
      const [name = '', id = ''] = target.split('#');
      const to = this.#pageOf(name ? join(dirname(source), name) : source, id, page);
      if (to === undefined) {
        this.#dead.push(`${source}: ${target}`);
        return target;
      }
      const place = id ? `#${id}` : '';
      if (to === page && place) return place;
      // The front page is none of the texts.
      const file = `${to}.${to === 'index' ? 'html' : extension}`;
      return `${hrefFrom(page, file)}${place}`;
    };
  }

  #pageOf(file: string, id: string, page: string): string | undefined {
    if (file !== 'README.md') return this.#pages.get(file);
    return id ? this.#readme.get(id) : page === 'index' ? 'start' : 'index';
  }
}
