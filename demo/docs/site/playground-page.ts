import {html} from '@lit-labs/ssr';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import {codeBlock} from './markdown.js';
import type {KnobData} from './knob-data.js';
import {wordsOf, type AttributeManifest, type TagManifest} from './manifest.js';

/** What stands in the first places: what one wants to play with. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  'What it says': ['type', 'amount', 'currency', 'marks', 'secured', 'language'],
  'How it looks': ['variant', 'size', 'shape', 'width', 'theme', 'disabled', 'theme-color'],
  'The checkout': [
    'business-name',
    'prefill-name',
    'prefill-email',
    'prefill-contact',
    'coupon-code',
    'show-coupons',
  ],
};
const REST = 'Everything else';

/** What the page sets by itself, so that the button works here. */
const FIXED = new Set([
  'order-url',
  'verify-url',
  'status-url',
  'script-url',
  'order-id',
  'order-data',
  'key-id',
]);

const BEGIN: Readonly<Record<string, string>> = {
  type: 'pay',
  amount: '34900',
  marks: 'upi card cod',
  secured: 'true',
};

/** What says nothing where there is no form. */
const OF_FORM = [
  'submit',
  'order-form',
  'name',
  'form',
  'value',
  'formaction',
  'formenctype',
  'formmethod',
  'formtarget',
  'formnovalidate',
];

export const knobsOf = ({attributes}: TagManifest): KnobData[] => {
  const rows = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  const named = Object.entries(FIRST).flatMap(([group, names]) =>
    names.flatMap((name) => {
      const row = rows.get(name);
      return row ? knob(row, group) : [];
    }),
  );
  const taken = new Set([...named.map(({name}) => name), ...FIXED, ...OF_FORM]);
  return [
    ...named,
    ...attributes.filter(({name}) => !taken.has(name)).map((row) => knob(row, REST)),
  ];
};

const knob = (row: AttributeManifest, group: string): KnobData => ({
  name: row.name,
  kind: kindOf(row),
  words: wordsOf(row),
  about: row.description,
  group,
  ...(row.default !== undefined && {usual: row.default}),
  ...(BEGIN[row.name] !== undefined && {value: BEGIN[row.name]}),
});

function kindOf({name, type}: AttributeManifest): KnobData['kind'] {
  if (type.text.includes('boolean')) return 'flag';
  if (type.text.includes("'")) return 'word';
  if (type.text.includes('number')) return 'number';
  return name.endsWith('-color') ? 'colour' : 'text';
}

const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Knobs for each attribute, the button, its tag to copy, and what it says to the page. */
export const playgroundPage = (button: TagManifest, languages: readonly string[]) =>
  html`<h1>Playground</h1>
    <p class="lead">
      Turn the knobs, press the button, copy the tag. Each knob is one of the
      <a href="attributes.html">attributes</a>.
    </p>
    <docs-playground>
      <p>The playground needs JavaScript. This is the tag that it begins with:</p>
      ${unsafeHTML(
        codeBlock(
          `<rzp-magic-button\n  order-url="/checkout/orders"\n  verify-url="/checkout/verify"\n  status-url="/checkout/status"\n  type="pay"\n  amount="34900"\n></rzp-magic-button>`,
          'html',
        ),
      )}
    </docs-playground>
    ${unsafeHTML(
      `<script type="application/json" id="knobs">${json({knobs: knobsOf(button), properties: button.cssProperties, languages})}</script>`,
    )}`;
