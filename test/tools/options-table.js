// The README's table of options, made from the rows and comments of src/checkout/shell/options.ts:
// `node test/tools/options-table.js` writes it; the package tests look whether it is up to date.
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import * as prettier from 'prettier';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START = '<!-- options: start -->';
const END = '<!-- options: end -->';

const WRITTEN = {
  text: 'text',
  flag: '`true`, `false`',
  whole: 'number',
  hex: 'HEX code',
  url: 'address',
  key: '`rzp_test_…`, `rzp_live_…`',
  order: '`order_…`',
  customer: '`cust_…`',
  contact: 'phone number',
  language: 'language',
  recurring: '`true`, `preferred`',
};

/** Each option: its property, attribute, kind and sentence. */
export function optionRows() {
  const file = `${root}/src/checkout/shell/options.ts`;
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  const rows = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.initializer)) {
      const kind = node.initializer.properties
        .find((property) => property.name.getText() === 'kind')
        ?.initializer.getText()
        .slice(1, -1);
      const [comment] = ts.getJSDocCommentsAndTags(node);
      if (kind && comment) {
        const name = node.name.getText();
        rows.push({name, attribute: attributeOf(name), kind, sentence: comment.comment});
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return rows;
}

/** The attribute of a property: its name in kebab case, as the element has it. */
export const attributeOf = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Markdown of the table. */
export const optionsTable = () =>
  [
    '| attribute | write | what it says |',
    '| --- | --- | --- |',
    ...optionRows().map(
      ({attribute, kind, sentence}) => `| \`${attribute}\` | ${WRITTEN[kind]} | ${sentence} |`,
    ),
  ].join('\n');

/** The README with the table in its place, formatted. */
export async function withTable(readme) {
  const [before, rest] = readme.split(START);
  const [, after] = (rest ?? '').split(END);
  if (after === undefined) throw new Error(`README.md lacks ${START} … ${END}.`);
  const file = `${root}/README.md`;
  return prettier.format(`${before}${START}\n\n${optionsTable()}\n\n${END}${after}`, {
    ...(await prettier.resolveConfig(file)),
    filepath: file,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const readme = `${root}/README.md`;
  writeFileSync(readme, await withTable(readFileSync(readme, 'utf8')));
}
