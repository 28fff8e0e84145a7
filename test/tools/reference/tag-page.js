// The page about the tag, made from the manifest that editors read.
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {fileURLToPath} from 'node:url';
import {optionRows} from '../attribute-tables.js';
import {slugOf} from './tidy.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Markdown of the page. */
export async function tagPage() {
  const {modules} = await manifest();
  const tag = modules.flatMap(({declarations}) => declarations).find(({tagName}) => tagName);
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
  const methods = tag.members.filter(({kind}) => kind === 'method');
  return `# \`<${tag.tagName}>\`

${tag.description}

\`\`\`html
<rzp-magic-button
  order-url="/checkout/orders"
  verify-url="/checkout/verify"
  status-url="/checkout/status"
  data-order-sku="assam"
>
  Pay ₹349
</rzp-magic-button>
\`\`\`

The class is [\`RzpMagicButton\`](button.md#rzpmagicbutton).

## Attributes

Each is a property too. \`data-order-*\` attributes, or JSON in \`order-data\`, are what is bought, \`data-note-*\` attributes are notes for Razorpay.

### The button's own

${attributeTable(fields.filter(({name}) => attributes.has(name) && !isRazorpays.has(name)))}

### Razorpay's

An attribute that is absent leaves Razorpay's default.

${attributeTable(fields.filter(({name}) => isRazorpays.has(name)))}

## Properties without an attribute

${table(
  ['property', 'type', 'what it says'],
  fields
    .filter(({name}) => !attributes.has(name))
    .map(({name, type, static: isStatic, description}) => [
      code(isStatic ? `RzpMagicButton.${name}` : name),
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
rzp-magic-button {
  --rzp-accent: #b45309;
}
rzp-magic-button:state(unconfirmed)::part(message) {
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
