// The page about the tag, made from the manifest that editors read.
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {fileURLToPath} from 'node:url';
import {optionRows} from '../attribute-tables.js';
import {slugOf} from './tidy.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the manifest does not say of each tag. */
const TAGS = {
  'rzp-magic-button': {
    page: 'button',
    html: `<rzp-magic-button
  order-url="/checkout/orders"
  verify-url="/checkout/verify"
  status-url="/checkout/status"
  data-order-sku="assam"
>
  Pay ₹349
</rzp-magic-button>`,
    bought: 'what is bought',
  },
  'rzp-pos-button': {
    page: 'pos',
    html: `<rzp-pos-button
  order-url="/till/orders"
  status-url="/till/status"
  device-url="/till/devices"
  device-mode="wireless"
  device-id="2841158834"
  business-name="Kettle & Leaf"
  description="Counter 1"
  data-order-ticket="17"
>
  Charge ₹349
</rzp-pos-button>`,
    bought: 'what is sold',
  },
};

/** Markdown of the page of a tag. */
export async function tagPage(name) {
  const {modules} = await manifest();
  const tag = modules
    .flatMap(({declarations}) => declarations)
    .find(({tagName}) => tagName === name);
  const {page, html, bought} = TAGS[name];
  const attributes = new Map(tag.attributes.map(({name, fieldName}) => [fieldName, name]));
  const fields = tag.members.filter(({kind}) => kind === 'field');
  const isRazorpays = new Set(optionRows().map(({name}) => name));
  const attributeTable = (rows) =>
    table(
      ['attribute', 'property', 'type', 'what it says'],
      rows.map(({name, type, description}) => [
        code(attributes.get(name)),
        code(name),
        typed(type),
        description,
      ]),
    );
  const ofElement = (rows) =>
    rows.filter(({name}) => attributes.has(name) && !isRazorpays.has(name));
  const attributesOf = (rows) =>
    name === 'rzp-magic-button'
      ? `### The button's own

${attributeTable(ofElement(rows))}

### Razorpay's

An attribute that is absent leaves Razorpay's default.

${attributeTable(rows.filter(({name}) => isRazorpays.has(name)))}`
      : attributeTable(rows.filter(({name}) => attributes.has(name)));
  const methods = tag.members.filter(({kind}) => kind === 'method');
  return `# \`<${tag.tagName}>\`

${tag.description}

\`\`\`html
${html}
\`\`\`

The class is [\`${tag.name}\`](${page}.md#${slugOf(tag.name)}).

## Attributes

Each is a property too. \`data-order-*\` attributes, or JSON in \`order-data\`, are ${bought}, \`data-note-*\` attributes are notes for Razorpay.

${attributesOf(fields)}

## Properties without an attribute

${table(
  ['property', 'type', 'what it says'],
  fields
    .filter(({name}) => !attributes.has(name))
    .map(({name, type, static: isStatic, description}) => [
      code(isStatic ? `${tag.name}.${name}` : name),
      typed(type),
      description,
    ]),
)}

## Methods

${table(
  ['method', 'returns', 'what it does'],
  methods.map(({name, return: returned, description}) => [
    code(`${name}()`),
    typed(returned?.type),
    description,
  ]),
)}

## Events

They bubble, and cross the border of a shadow tree.

${table(
  ['event', 'class', 'when'],
  tag.events.map(({name, type, description}) => [
    code(name),
    `[${code(type.text)}](button.md#${slugOf(type.text)})`,
    description,
  ]),
)}

## States

\`button.state\`, \`data-state="…"\` on the element and, where browsers have it, \`:state(…)\`. A button that was not pressed is \`idle\`, and has no \`data-state\`.

${table(
  ['state', 'when'],
  tag.cssStates.map(({name, description}) => [code(name), description]),
)}

## Slot

${tag.slots.map(({description}) => description).join('\n')}

## Parts

${table(
  ['part', 'what it is'],
  tag.cssParts.map(({name, description}) => [code(name), description]),
)}

## Custom properties

${table(
  ['property', 'default', 'what it sets'],
  tag.cssProperties.map(({name, default: value, description}) => [
    code(name),
    code(value),
    description,
  ]),
)}

\`\`\`css
${name} {
  --rzp-accent: #b45309;
}
${name}:state(unconfirmed)::part(message) {
  font-weight: 600;
}
\`\`\`
`;
}

const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;
const typed = (type) =>
  code(
    (type?.text ?? 'unknown')
      .replace(/(?: \| null)? \| undefined|^\s*\| /g, '')
      .replace(/\s+/g, ' '),
  );

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows]
    .map(
      (cells) => `| ${cells.map((cell) => String(cell ?? '').replace(/\n+/g, ' ')).join(' | ')} |`,
    )
    .join('\n');

/** The manifest of the sources as they are, not of the last build. */
const manifest = () =>
  cli({
    argv: ['analyze', '--quiet', '--config', 'test/tools/custom-elements-manifest.js'],
    cwd: root,
    noWrite: true,
  });
