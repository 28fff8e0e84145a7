import {html, LitElement, nothing} from 'lit';
import {addressOf} from './base.js';
import type {Found} from './search.js';

const MOST = 12;

/** Finds places in the pages. What it looks in comes with the first focus. */
class DocsSearch extends LitElement {
  static override properties = {found: {state: true}, wanted: {state: true}};
  declare found: readonly Found[];
  declare wanted: string;
  #search: Promise<(wanted: string) => Found[]> | undefined;

  constructor() {
    super();
    this.found = [];
    this.wanted = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
    document.addEventListener('click', this.#onClick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onKey);
    document.removeEventListener('click', this.#onClick);
  }

  protected override render() {
    return html`<search @keydown=${this.#move}>
      <input
        type="search"
        aria-label="Search the pages"
        placeholder="Search"
        autocomplete="off"
        .value=${this.wanted}
        @focus=${this.#load}
        @input=${this.#look}
      />
      <kbd aria-hidden="true">/</kbd>
      ${this.wanted ? this.#results() : nothing}
    </search>`;
  }

  #results() {
    return html`<div class="found">
      <p role="status">
        ${
          this.found.length
            ? `${this.found.length} ${this.found.length === 1 ? 'place' : 'places'}`
            : `Nothing about “${this.wanted}”`
        }
      </p>
      <ul>
        ${this.found.map(
          ({href, heading, page}) =>
            html`<li>
              <a href=${addressOf(href)} @click=${this.#leave}
                ><strong>${heading}</strong> <small>${page === heading ? nothing : page}</small></a
              >
            </li>`,
        )}
      </ul>
    </div>`;
  }

  readonly #load = (): Promise<(wanted: string) => Found[]> =>
    (this.#search ??= import('./search.js').then(({openSearch}) =>
      openSearch(addressOf('assets/search.json')),
    ));

  readonly #look = async (event: Event): Promise<void> => {
    this.wanted = event.target instanceof HTMLInputElement ? event.target.value.trim() : '';
    const search = await this.#load();
    this.found = this.wanted ? search(this.wanted).slice(0, MOST) : [];
  };

  readonly #leave = (): void => {
    this.wanted = '';
  };

  /** The arrows go through what was found. */
  readonly #move = (event: KeyboardEvent): void => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!step) return;
    const places = [...this.querySelectorAll<HTMLElement>('input, .found a')];
    const at = places.findIndex((place) => place === document.activeElement);
    places[Math.max(0, Math.min(places.length - 1, at + step))]?.focus();
    event.preventDefault();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.wanted = '';
    const isTyping =
      event.target instanceof Element && event.target.closest('input, textarea, select');
    if (event.key !== '/' || isTyping || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    this.querySelector('input')?.focus();
  };

  readonly #onClick = (event: Event): void => {
    if (event.target instanceof Node && !this.contains(event.target)) this.wanted = '';
  };
}

customElements.define('docs-search', DocsSearch);
document.querySelector('#tools')?.prepend(document.createElement('docs-search'));
