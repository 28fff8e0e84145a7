// The page of what the sandbox's REST API imitates, made from its tables: src/sandbox/imitation/.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {table} from './tag-page.js';

const folder = fileURLToPath(new URL('../../../src/sandbox/imitation/', import.meta.url));

/** The constants of a table. Its file imports nothing but types, so it runs by itself. */
async function tablesOf(file) {
  const {outputText} = ts.transpileModule(readFileSync(`${folder}${file}.ts`, 'utf8'), {
    compilerOptions: {target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext},
  });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}

/** Markdown of the page. */
export async function sandboxPage() {
  const [{ROUTES, NOT_IMITATED}, {BODIES}, {ANSWERS, EVENTS}] = await Promise.all(
    ['routes', 'bodies', 'answers'].map(tablesOf),
  );
  return `# The sandbox's REST API

What the [sandbox](../sandbox.md) imitates of Razorpay's REST API, route by route and field by field. Its tests hold every answer against these tables. What is *assumed* is documented nowhere, and is never stricter than Razorpay is known to be.

## Routes

All of them below \`/v1\`, signed in with key id and secret; a slash at the end counts as none. Bodies are JSON or a form; \`notes[cart]=7\` and \`line_items[0][sku]=tea\` are read as PHP reads them. A body that is neither is refused; *assumed* are the words of that refusal.

${table(
  ['route', 'does', 'body', 'answers'],
  Object.entries(ROUTES).map(([route, {about, body, answer, isList, isPublic}]) => [
    `\`${route}\``,
    isPublic ? `${about} The key id is enough.` : about,
    body ? `[${body}](#${anchor(body, 'body')})` : '',
    `[${answer}](#${anchor(answer, 'answer')})${isList ? ', many' : ''}`,
  ]),
)}

## Not imitated

A call to one of these is answered with \`BAD_REQUEST_ERROR\` and \`reason: "not_imitated"\`, and the log names it.

${table(
  ['path, and what is below it', 'is for'],
  Object.entries(NOT_IMITATED).map(([path, what]) => [`\`${path}\``, what]),
)}

## Webhook events

${table(
  ['event', 'carries'],
  Object.entries(EVENTS).map(([event, names]) => [
    `\`${event}\``,
    names.map((name) => `[${name}](#${anchor(name, 'answer')})`).join(', '),
  ]),
)}

${sections(BODIES, 'body', ['field', 'type', 'here', 'more'], ([field, row]) => [
  `\`${field}\`${row.isRequired ? ', mandatory' : ''}`,
  row.type,
  row.here,
  more(row.about, row.inferred),
])}

${sections(ANSWERS, 'answer', ['field', 'type', 'given', 'more'], ([field, row]) => [
  `\`${field}\``,
  row.type.replace(' | ', ' or '),
  row.when ?? 'always',
  more('', row.inferred),
])}
`;
}

const title = (name, kind) => `${name[0].toUpperCase()}${name.slice(1)}, as ${kind}`;

const anchor = (name, kind) =>
  title(name, kind).toLowerCase().replaceAll(',', '').replaceAll(' ', '-');

const sections = (tables, kind, head, row) =>
  Object.entries(tables)
    .map(
      ([name, rows]) => `## ${title(name, kind)}\n\n${table(head, Object.entries(rows).map(row))}`,
    )
    .join('\n\n');

const more = (about, inferred) =>
  [about, inferred && `*Assumed:* ${inferred}`].filter(Boolean).join(' ');
