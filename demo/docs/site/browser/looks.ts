import {html, LitElement} from 'lit';

/** Colours that a shop may have, by name; the first is the site's own. */
const ACCENTS = {
  Blue: '#1f5eff',
  Tea: '#b45309',
  Leaf: '#15803d',
  Plum: '#7e22ce',
  Rose: '#be123c',
} as const;

const LANGUAGES = ['en', 'hi', 'bn', 'mr', 'gu', 'ta', 'te', 'kn'];

/** A language in its own name. */
const nameOf = (tag: string): string =>
  new Intl.DisplayNames(tag, {type: 'language'}).of(tag) ?? tag;

/** Turns the button beside it into that of another shop: its colour and its language. */
class DocsLooks extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }

  protected override render() {
    return html`<fieldset>
        <legend>Colour</legend>
        ${Object.entries(ACCENTS).map(
          ([name, accent], index) =>
            html`<label title=${name} style="--swatch: ${accent}"
              ><input
                type="radio"
                name="accent"
                aria-label=${name}
                .checked=${index === 0}
                @change=${() => this.#button?.style.setProperty('--rzp-accent', accent)}
            /></label>`,
        )}
      </fieldset>
      <label class="language"
        >Language
        <select @change=${this.#speak}>
          ${LANGUAGES.map((tag) => html`<option value=${tag} lang=${tag}>${nameOf(tag)}</option>`)}
        </select>
      </label>`;
  }

  get #button(): HTMLElement | null | undefined {
    return this.parentElement?.querySelector<HTMLElement>('rzp-magic-button');
  }

  readonly #speak = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement)
      this.#button?.setAttribute('lang', event.target.value);
  };
}

customElements.define('docs-looks', DocsLooks);
