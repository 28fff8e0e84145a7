/** The metas that the checkout replaces while it is open. */
const REPLACED_METAS = 'meta[name=viewport], meta[name="theme-color"]';

/**
 * What the open checkout does to the page around it: no scrolling, its own viewport and theme
 * colour. Locked twice, it loses what there was before the first time, as the real script does: the
 * page then stays locked, and the first pair of metas stays in it.
 */
export class PageLock {
  // As they are when the frame is made: where a page gets another body, this one goes on being locked.
  readonly #body = document.body;
  readonly #head = document.head;
  #originals: Element[] | undefined;
  #injected: Element[] = [];
  #overflow = '';
  #scrollY = 0;

  lock(themeColor: string): void {
    this.#originals ??= [...this.#head.querySelectorAll(REPLACED_METAS)];
    for (const meta of this.#originals) meta.remove();
    this.#injected = [
      createMeta(
        'viewport',
        'width=device-width, initial-scale=1.0, maximum-scale=1.0, user-scalable=no',
      ),
      createMeta('theme-color', themeColor),
    ];
    this.#head.append(...this.#injected);
    this.#overflow = this.#body.style.overflow;
    this.#body.style.overflow = 'hidden';
    if (!isIphone()) return;
    this.#scrollY = window.scrollY;
    window.scrollTo(0, 0);
  }

  release(): void {
    for (const meta of this.#injected) meta.remove();
    if (this.#originals) this.#head.append(...this.#originals);
    this.#body.style.overflow = this.#overflow;
    if (isIphone()) window.scrollTo(0, this.#scrollY);
  }
}

export const isIphone = (): boolean => navigator.userAgent.includes('iPhone');

function createMeta(name: string, content: string): HTMLMetaElement {
  const meta = document.createElement('meta');
  meta.name = name;
  meta.content = content;
  return meta;
}
