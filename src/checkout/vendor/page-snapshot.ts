import {safeDocument} from '../shell/safe-document.js';

const META = 'meta[name="viewport"], meta[name="theme-color"]';
/** The shorthand first: where it is written with a variable, the others have no value. */
const OVERFLOW = ['overflow', 'overflow-x', 'overflow-y'];

const metasOf = (root: ParentNode) => [...root.querySelectorAll<HTMLMetaElement>(META)];

/**
 * What the vendor's script changes on a page when it opens, as it was before: the body's overflow
 * and the metas for viewport and colour.
 */
export class PageSnapshot {
  readonly #style = safeDocument.body.style;
  readonly #overflow = OVERFLOW.map(
    (name) =>
      [name, this.#style.getPropertyValue(name), this.#style.getPropertyPriority(name)] as const,
  );
  readonly #metas = metasOf(safeDocument.head).map((meta) => ({
    meta,
    parent: meta.parentNode,
    next: meta.nextSibling,
  }));
  #added: HTMLMetaElement[] = [];

  /** Notes what the script has added, because the next page of a page that swaps its body has metas too. */
  noteAdded(): void {
    this.#added = metasOf(safeDocument.head).filter(
      (added) => !this.#metas.some(({meta}) => meta === added),
    );
  }

  /**
   * Gives the body its own inline overflow back. The script puts back the shorthand alone, and so
   * loses an `overflow-y` and what is `!important`.
   */
  restoreOverflow(): void {
    this.#style.removeProperty('overflow');
    for (const property of this.#overflow) {
      if (property[1]) this.#style.setProperty(...property);
    }
  }

  /** Puts all of it back, for the endings after which the script does not. */
  restore(): void {
    this.restoreOverflow();
    for (const meta of this.#added) meta.remove();
    const there = new Set(metasOf(safeDocument.head).map(({name}) => name));
    for (const {meta, parent, next} of this.#metas) {
      if (there.has(meta.name)) continue;
      parent?.insertBefore(meta, next?.parentNode === parent ? next : null);
    }
  }
}
