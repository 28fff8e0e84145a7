import {html, raw} from 'hono/html';
import {CHOICES, OWN_ACCENT, type Knobs} from '../gallery/knobs.js';
import {samplesOf} from '../gallery/samples.js';
import {document} from './layout.js';
import {escapeHtml, type Markup} from './markup.js';

const TAGS = {magic: 'rzp-magic-button', pos: 'rzp-pos-button'} as const;

/** Each state of a button, by what its address chooses. */
export const galleryPage = (knobs: Knobs): Markup =>
  document({
    title: 'Gallery',
    styles: ['/gallery.css', ...(knobs.unscripted ? ['/cdn/before.css'] : [])],
    scheme: knobs.scheme,
    scripts: knobs.unscripted ? [] : ['/assets/gallery/gallery.js'],
    body: html`
      <header>
        <a href="/">Kettle &amp; Leaf</a>
        <h1>The button in each of its states</h1>
        <p>Nothing can be bought here: no press of a button does anything.</p>
      </header>
      ${controls(knobs)}
      <main>${samples(knobs)}</main>
    `,
  });

const LABELS: Record<keyof typeof CHOICES, string> = {
  tag: 'Tag',
  scheme: 'Scheme',
  language: 'Language',
  direction: 'Direction',
  states: 'States',
  variant: 'Variant',
  size: 'Size',
  shape: 'Shape',
  width: 'Width',
  type: 'Type',
};

const controls = (knobs: Knobs): Markup => html`
  <form id="knobs" aria-label="Knobs">
    ${(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((name) => choice(name, knobs[name]))}
    <label
      >Amount in paise <input name="amount" value="${knobs.amount}" inputmode="numeric"
    /></label>
    <label>Marks <input name="marks" value="${knobs.marks}" placeholder="upi card cod" /></label>
    <label>Accent <input type="color" name="accent" value="${knobs.accent || OWN_ACCENT}" /></label>
    ${flag('secured', 'Secured by Razorpay', knobs.secured)}
    ${flag('unscripted', 'Without the script', knobs.unscripted)}
    <button>Show</button>
  </form>
`;

const choice = (name: keyof typeof CHOICES, chosen: string): Markup => html`
  <label
    >${LABELS[name]}
    <select name="${name}">
      ${Object.entries(CHOICES[name]).map(
        ([value, text]) =>
          html`<option
            value="${value}"
            ${value === chosen ? 'selected' : ''}
            ${name === 'language' ? raw(`lang="${value}"`) : ''}
          >
            ${text}
          </option>`,
      )}
    </select>
  </label>
`;

const flag = (name: string, text: string, isOn: boolean): Markup => html`
  <label class="flag"
    ><input type="checkbox" name="${name}" ${isOn ? 'checked' : ''} /> ${text}</label
  >
`;

/** In the language and the direction that were chosen; what the gallery says of them is English. */
function samples(knobs: Knobs): Markup {
  const {tag, states, variant, size, language, direction} = knobs;
  const groups = each('variant', variant).flatMap((variant) =>
    each('size', size).map((size) => ({variant, size})),
  );
  return html`<div id="samples" lang="${language}" dir="${direction}">
    ${groups.map(
      ({variant, size}) => html`
        <section>
          <h2 lang="en">${variant}, ${size}</h2>
          <div class="samples">
            ${samplesOf(tag, states).map(
              (name) =>
                html`<figure>
                  <figcaption lang="en">${name}</figcaption>
                  ${raw(markupOf({...knobs, variant, size}, name))}
                </figure>`,
            )}
          </div>
        </section>
      `,
    )}
  </div>`;
}

const each = (name: 'variant' | 'size', chosen: string): string[] =>
  chosen === 'all' ? Object.keys(CHOICES[name]).filter((value) => value !== 'all') : [chosen];

/** What works where the script does not come. */
const FALLBACK = '<a slot="fallback" href="/hosted" lang="en">Pay on a page of its own</a>';

/** The tag of a sample. Nothing is loaded for what nobody can buy. */
function markupOf(knobs: Knobs, name: string): string {
  const {accent, amount, marks, scheme, secured, shape, size, tag, type, variant, width} = knobs;
  const attributes: Record<string, string | boolean> = {
    'data-sample': name,
    variant,
    size,
    shape,
    width: width !== 'own' && width,
    theme: scheme,
    disabled: name === 'disabled',
    style: accent && `--rzp-accent: ${accent}`,
    ...(tag === 'magic' && {load: 'click', type, amount, marks, secured}),
  };
  const written = Object.entries(attributes)
    .filter(([, value]) => value)
    .map(([name, value]) =>
      value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`,
    );
  const within = knobs.unscripted ? FALLBACK : '';
  return `<${TAGS[tag]}${written.join('')}>${within}</${TAGS[tag]}>`;
}
