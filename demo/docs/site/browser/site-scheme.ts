import {html, LitElement} from 'lit';
import {keep, kept} from './kept.js';

const NAME = 'docs-scheme';
const SCHEMES = {light: 'Light', dark: 'Dark'} as const;
type Scheme = keyof typeof SCHEMES;

/** Turns the page light or dark, whatever the system is. */
class DocsScheme extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }

  protected override render() {
    const other = this.#now === 'dark' ? 'light' : 'dark';
    return html`<button type="button" class="tool" @click=${() => this.#turn(other)}>
      ${SCHEMES[other]}
    </button>`;
  }

  get #now(): Scheme {
    const chosen = kept(NAME);
    if (chosen === 'light' || chosen === 'dark') return chosen;
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  #turn(scheme: Scheme): void {
    keep(NAME, scheme);
    document.documentElement.dataset.scheme = scheme;
    this.requestUpdate();
  }
}

customElements.define('docs-scheme', DocsScheme);
document.querySelector('#tools')?.append(document.createElement('docs-scheme'));
