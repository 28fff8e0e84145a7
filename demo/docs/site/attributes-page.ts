import {html} from '@lit-labs/ssr';
import {nothing} from 'lit';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import {knobsOf} from './playground-page.js';
import {renderMarkdown, type Heading, type Resolve} from './markdown.js';
import {wordsOf, type AttributeManifest, type TagManifest} from './manifest.js';
import type {Readme} from './readme.js';

const TAG_TEXT = 'The tag';
const OPTIONS_TEXT = 'All options';

/** The README's sections that this page has. */
export const ATTRIBUTES_SECTIONS = [TAG_TEXT, OPTIONS_TEXT];

/** Each attribute of both tags, with what may be written, in a place of its own. */
export function attributesPage(
  readme: Readme,
  [button, till]: readonly TagManifest[],
  resolve: Resolve,
) {
  if (!button || !till) throw new Error('The manifest has no tags.');
  const said = (title: string) =>
    renderMarkdown(withoutTables(readme.section(title)), resolve).html;
  const line = (markdown: string) => unsafeHTML(renderMarkdown(markdown, resolve).html);
  const [own, options] = [TAG_TEXT, OPTIONS_TEXT].map((title) => {
    const names = new Set(
      [...readme.section(title).matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name),
    );
    return button.attributes.filter(({name}) => names.has(name));
  });
  // What it has as every control of a form, and what is written as JSON: the README's text tells of them.
  const told = new Set([...(own ?? []), ...(options ?? [])]);
  const ofControl = button.attributes.filter((attribute) => !told.has(attribute));
  const knobs = new Set(knobsOf(button).map(({name}) => name));
  const list = (attributes: readonly AttributeManifest[], prefix = '') =>
    html`<div class="attributes">
      ${attributes.map((attribute) =>
        row(attribute, `${prefix}${attribute.name}`, line, !prefix && knobs.has(attribute.name)),
      )}
    </div>`;
  const places = (attributes: readonly AttributeManifest[] = [], prefix = ''): Heading[] =>
    attributes.map(({name}) => ({level: 3, text: name, id: `${prefix}${name}`}));
  const headings: Heading[] = [
    {level: 2, text: TAG_TEXT, id: 'the-tag'},
    ...places(own),
    ...places(ofControl),
    {level: 2, text: OPTIONS_TEXT, id: 'all-options'},
    ...places(options),
    {level: 2, text: 'At the counter', id: 'at-the-counter'},
    ...places(till.attributes, 'till-'),
  ];
  const body = html`<h1>Attributes</h1>
    ${unsafeHTML(said(TAG_TEXT))} ${list(own ?? [])} ${list(ofControl)}
    ${unsafeHTML(said(OPTIONS_TEXT))} ${list(options ?? [])}
    <h2 id="at-the-counter">
      <code>&lt;${till.tagName}&gt;</code>
    </h2>
    ${list(till.attributes, 'till-')}`;
  return {body, headings};
}

/** The rows are shown from the manifest. */
const withoutTables = (markdown: string) =>
  markdown.replace(/^\|.*\n/gm, '').replace(/<!-- .*? -->\n*/g, '');

const row = (
  attribute: AttributeManifest,
  id: string,
  line: (markdown: string) => unknown,
  canTry: boolean,
) => {
  const {name, fieldName, type, description} = attribute;
  const words = wordsOf(attribute);
  return html`<section class="attribute" id=${id}>
    <h3>
      <a href=${`#${id}`}><code>${name}</code></a>
    </h3>
    <p class="facts">
      ${
        words.length
          ? words.map((word) => html`<code>${word}</code> `)
          : html`<span>${type.text}</span>`
      }
      ${attribute.default ? html`<span>default <code>${attribute.default}</code></span>` : nothing}
      ${fieldName && fieldName !== name ? html`<span>property <code>${fieldName}</code></span>` : nothing}
    </p>
    ${line(description)}
    ${canTry ? html`<p class="try"><a href=${`playground.html#knob-${name}`} aria-label=${`Try ${name}`}>Try it</a></p>` : nothing}
  </section>`;
};
