import {html, LitElement, nothing, type PropertyValues} from 'lit';
import type {KnobData} from '../knob-data.js';
import {copyButton} from './copy.js';
import './event-log.js';
import {isLive, openShop, type LiveShop} from './shop.js';

interface Data {
  readonly knobs: readonly KnobData[];
  readonly properties: readonly {name: string; description: string; default?: string}[];
  readonly languages: readonly string[];
}

const TAG = 'rzp-magic-button';

/** What a merchant's page says; where the site has a shop, its own addresses are the same. */
const ADDRESSES = {
  'order-url': '/checkout/orders',
  'verify-url': '/checkout/verify',
  'status-url': '/checkout/status',
};

/** Knobs for each attribute, and the button that they make. */
class DocsPlayground extends LitElement {
  static override properties = {
    values: {state: true},
    styles: {state: true},
    stage: {state: true},
    fault: {state: true},
    shop: {state: true},
  };
  /** What is set, by attribute. */
  declare values: Readonly<Record<string, string>>;
  /** What is set, by custom property. */
  declare styles: Readonly<Record<string, string>>;
  /** Scheme of the place in which the button stands. */
  declare stage: string;
  declare fault: string;
  declare shop: LiveShop | undefined;

  readonly #data: Data;

  constructor() {
    super();
    this.#data = JSON.parse(document.querySelector('#knobs')?.textContent ?? '{}') as Data;
    this.values = this.#begin();
    this.styles = {};
    this.stage = '';
    this.fault = '';
    this.shop = undefined;
  }

  protected override createRenderRoot(): this {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void openShop().then((shop) => (this.shop = shop));
  }

  /** By what the knobs stand at the beginning, or in the address. */
  #begin(): Record<string, string> {
    const asked = new URLSearchParams(location.search);
    const known = this.#data.knobs.filter(({name}) => asked.has(name));
    return Object.fromEntries(
      known.length
        ? known.map(({name}) => [name, asked.get(name) ?? ''])
        : this.#data.knobs.flatMap(({name, value}) => (value === undefined ? [] : [[name, value]])),
    );
  }

  protected override render() {
    const groups = [...new Set(this.#data.knobs.map(({group}) => group))];
    return html`<div class="playground">
      <div class="stage" data-scheme=${this.stage || nothing}>
        <div class="place" id="place"></div>
        <p class="note">
          ${
            this.shop && !isLive(this.shop)
              ? html`No shop stands behind this page, so a press is stopped at
                  <code>rzp-open</code>. Beside the shop of <code>npm start</code> it is live.`
              : html`Live: UPI ID <code>success@razorpay</code> pays,
                  <code>failure@razorpay</code> is declined. No money moves.`
          }
        </p>
      </div>
      <div class="result">
        <figure class="code" data-language="html">
          <pre tabindex="0" aria-label="The tag"><code>${this.#markup()}</code></pre>
        </figure>
        <docs-log></docs-log>
      </div>
      <form class="knobs" aria-label="Knobs" @submit=${(event: Event) => event.preventDefault()}>
        ${groups.map((group, index) => this.#group(group, index < 2))} ${this.#looks()}
        ${this.#around()}
      </form>
    </div>`;
  }

  #group(group: string, isOpen: boolean) {
    return html`<details ?open=${isOpen}>
      <summary>${group}</summary>
      ${this.#data.knobs.filter((knob) => knob.group === group).map((knob) => this.#knob(knob))}
    </details>`;
  }

  #knob({name, kind, words, about, usual}: KnobData) {
    const value = this.values[name] ?? '';
    const set = (event: Event) => this.#set(name, (event.target as HTMLInputElement).value);
    const id = `knob-${name}`;
    return html`<div class="knob">
      <label for=${id}><code>${name}</code></label>
      ${
        kind === 'flag' || kind === 'word' || name === 'language'
          ? html`<select id=${id} aria-describedby="${id}-about" @change=${set}>
              ${this.#choices(name, kind, words).map(
                ([word, text]) =>
                  html`<option value=${word} ?selected=${word === value}>${text}</option>`,
              )}
            </select>`
          : html`<input
              id=${id}
              aria-describedby="${id}-about"
              type=${kind === 'number' ? 'number' : 'text'}
              placeholder=${usual ?? nothing}
              .value=${value}
              @input=${set}
            />`
      }
      <p id="${id}-about">${about.replaceAll('`', '')}</p>
    </div>`;
  }

  #choices(name: string, kind: KnobData['kind'], words: readonly string[]): [string, string][] {
    if (name === 'language')
      return [
        ['', 'as the page'],
        ...this.#data.languages.map((tag): [string, string] => [
          tag,
          new Intl.DisplayNames(tag, {type: 'language'}).of(tag) ?? tag,
        ]),
      ];
    const all = kind === 'flag' ? ['true', 'false', ...words] : words;
    return [['', '(absent)'], ...all.map((word): [string, string] => [word, word])];
  }

  #looks() {
    const set = (name: string) => (event: Event) => {
      this.styles = without(this.styles, name, (event.target as HTMLInputElement).value);
    };
    return html`<details>
      <summary>Custom properties</summary>
      ${this.#data.properties.map(
        ({name, description, default: usual}) =>
          html`<div class="knob">
            <label for=${name}><code>${name}</code></label>
            <input
              id=${name}
              aria-describedby="${name}-about"
              placeholder=${usual ?? ''}
              @input=${set(name)}
            />
            <p id="${name}-about">${description}</p>
          </div>`,
      )}
    </details>`;
  }

  #around() {
    const faults = Object.entries(this.shop?.faults ?? {});
    return html`<details>
      <summary>Around it</summary>
      <div class="knob">
        <label for="stage">Scheme of its place</label>
        <select
          id="stage"
          @change=${(event: Event) => (this.stage = (event.target as HTMLSelectElement).value)}
        >
          <option value="">as the page</option>
          <option value="light">light</option>
          <option value="dark">dark</option>
        </select>
      </div>
      ${
        faults.length
          ? html`<div class="knob">
              <label for="fault">What goes wrong</label>
              <select
                id="fault"
                @change=${(event: Event) => (this.fault = (event.target as HTMLSelectElement).value)}
              >
                <option value="">nothing</option>
                ${faults.map(([word, title]) => html`<option value=${word}>${title}</option>`)}
              </select>
            </div>`
          : nothing
      }
      <p class="acts">
        <button type="button" class="tool" @click=${() => this.#button?.reset()}>
          Sell it again
        </button>
      </p>
    </details>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (['values', 'styles', 'fault', 'shop'].some((name) => changed.has(name))) this.#show();
    const figure = this.querySelector('figure.code');
    if (figure && !figure.querySelector('.copy')) figure.append(copyButton(() => this.#text()));
  }

  protected override firstUpdated(): void {
    const wanted =
      location.hash && this.querySelector<HTMLElement>(`[id="${location.hash.slice(1)}"]`);
    if (!wanted) return;
    const group = wanted.closest('details');
    if (group) group.open = true;
    wanted.focus();
  }

  get #button(): HTMLElementTagNameMap['rzp-magic-button'] | null {
    return this.querySelector(TAG);
  }

  /** Has a new button in the place: what was removed from a tag is gone from it. */
  #show(): void {
    const place = this.querySelector('#place');
    if (!place || !this.shop) return;
    const button = document.createElement(TAG);
    const {'script-url': script, ...attributes} = this.shop.attributes;
    for (const [name, value] of Object.entries({...attributes, ...this.values}))
      button.setAttribute(name, value);
    if (script)
      button.setAttribute('script-url', this.fault ? `${script}?fault=${this.fault}` : script);
    for (const [name, value] of Object.entries(this.styles)) button.style.setProperty(name, value);
    place.replaceChildren(button);
  }

  #set(name: string, value: string): void {
    this.values = without(this.values, name, value);
    const query = new URLSearchParams(this.values).toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
  }

  /** What is copied. */
  #text(): string {
    return this.#tokens()
      .map(([text]) => text)
      .join('');
  }

  /** The attributes as one writes them: bare where they are true. */
  #written(): [name: string, value: string | undefined][] {
    const flags = new Set(
      this.#data.knobs.filter(({kind}) => kind === 'flag').map(({name}) => name),
    );
    return Object.entries({...ADDRESSES, ...this.values}).map(([name, value]) => [
      name,
      flags.has(name) && value === 'true' ? undefined : value,
    ]);
  }

  /** The same in its colours. */
  #markup() {
    return this.#tokens().map(([text, kind]) =>
      kind ? html`<span class="hljs-${kind}">${text}</span>` : text,
    );
  }

  #tokens(): [text: string, kind?: string][] {
    const css = Object.entries(this.styles).flatMap(([name, value]): [string, string?][] => [
      ['    '],
      [name, 'attr'],
      [`: ${value};\n`],
    ]);
    return [
      ...(css.length
        ? ([
            ['<'],
            ['style', 'name'],
            [`>\n  ${TAG} {\n`],
            ...css,
            ['  }\n</'],
            ['style', 'name'],
            ['>\n'],
          ] as [string, string?][])
        : []),
      ['<'],
      [TAG, 'name'],
      ...this.#written().flatMap(([name, value]): [string, string?][] => [
        ['\n  '],
        [name, 'attr'],
        ...(value === undefined
          ? []
          : ([['='], [`"${escapeText(value)}"`, 'string']] as [string, string?][])),
      ]),
      ['\n></'],
      [TAG, 'name'],
      ['>'],
    ];
  }
}

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** With a value in its place, or without it where it is empty. */
function without(
  values: Readonly<Record<string, string>>,
  name: string,
  value: string,
): Record<string, string> {
  const others = Object.entries(values).filter(([other]) => other !== name);
  return Object.fromEntries(value ? [...others, [name, value]] : others);
}

customElements.define('docs-playground', DocsPlayground);
