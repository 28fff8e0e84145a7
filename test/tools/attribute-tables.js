// What the sources say of each attribute, in the rows and comments of tables: Razorpay's options
// (src/checkout/shell/options.ts), their kinds (src/checkout/request/option-kinds.ts), the button's own
// (src/button/own-attributes.ts), the till's (src/pos/shell/pos-attributes.ts) and their kinds
// (src/pos/request/pos-kinds.ts). From here come the tables of the guides and the manifest for editors.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import * as prettier from 'prettier';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

function parse(path) {
  const text = readFileSync(`${root}/${path}`, 'utf8');
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

const commentOf = (node) => ts.getJSDocCommentsAndTags(node)[0]?.comment;

/** The value without `as const`, `satisfies …` and the like. */
const bare = (node) =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? bare(node.expression) : node;

/** The rows of a table, which is a constant object: name, comment and value. */
function rowsOf(source, table) {
  for (const statement of source.statements.filter(ts.isVariableStatement))
    for (const {name, initializer} of statement.declarationList.declarations)
      if (name.getText() === table)
        return bare(initializer).properties.map((row) => ({
          name: row.name.getText(),
          comment: commentOf(row),
          value: row.initializer,
        }));
  throw new Error(`${source.fileName} has no ${table}.`);
}

/** Kinds by their word: what may be written, and the type of the property. */
const kindsOf = (path, table) =>
  Object.fromEntries(
    rowsOf(parse(path), table).map(({name, comment, value}) => [
      name,
      {write: comment, type: value.typeArguments[0].getText()},
    ]),
  );

/** The rows of a table that names a kind for each. */
const rowsOfKinds = (path, table, kinds) =>
  rowsOf(parse(path), table).map(({name, comment, value: kind}) => ({
    name,
    attribute: attributeOf(name),
    sentence: comment,
    ...kinds[kind.text],
  }));

/** Razorpay's options. */
export const optionRows = () =>
  rowsOfKinds(
    'src/checkout/shell/options.ts',
    'OPTIONS',
    kindsOf('src/checkout/request/option-kinds.ts', 'KINDS'),
  );

/** The till's attributes. */
export const posRows = () =>
  rowsOfKinds(
    'src/pos/shell/pos-attributes.ts',
    'POS_ATTRIBUTES',
    kindsOf('src/pos/request/pos-kinds.ts', 'POS_KINDS'),
  );

/** What belongs to the button itself. The type that a row is declared as says what may be written. */
export function ownRows() {
  const source = parse('src/button/own-attributes.ts');
  const types = new Map(
    source.statements
      .filter(ts.isTypeAliasDeclaration)
      .map((alias) => [alias.name.text, {write: commentOf(alias), type: alias.type}]),
  );
  return rowsOf(source, 'OWN_ATTRIBUTES').map(({name, comment, value}) => {
    const {typeName, typeArguments} = value.type;
    const {write, type} = types.get(typeName.text);
    const [words] = typeArguments ?? [];
    return {
      name,
      attribute: attributeOf(name),
      sentence: comment,
      write: words ? words.types.map(({literal}) => `\`${literal.text}\``).join(', ') : write,
      type: (words ?? type.typeArguments[0]).getText(),
    };
  });
}

/** What stands in the comment of a row as the default, ours or Razorpay's. */
const DEFAULT = /`([^`]+)`(?: is|,) the default|default: `([^`]+)`/;

/** Returns what counts where an attribute is not written, if its sentence names it. */
export function defaultOf(sentence) {
  const [, ours, razorpays] = DEFAULT.exec(sentence) ?? [];
  return ours ?? razorpays;
}

/** The attribute of a property: its name in kebab case, as the element has it. */
const attributeOf = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const markdown = (rows) =>
  [
    '| attribute | write | what it says |',
    '| --- | --- | --- |',
    ...rows.map(({attribute, write, sentence}) => `| \`${attribute}\` | ${write} | ${sentence} |`),
  ].join('\n');

const TABLES = {own: ownRows, options: optionRows};

/** The README with the tables in their places, formatted. */
export async function withAttributeTables(readme) {
  let text = readme;
  for (const [name, rows] of Object.entries(TABLES)) {
    const [start, end] = [`<!-- ${name}: start -->`, `<!-- ${name}: end -->`];
    const [before, rest = ''] = text.split(start);
    const [, after] = rest.split(end);
    if (after === undefined) throw new Error(`README.md lacks ${start} … ${end}.`);
    text = `${before}${start}\n\n${markdown(rows())}\n\n${end}${after}`;
  }
  const file = `${root}/README.md`;
  return prettier.format(text, {...(await prettier.resolveConfig(file)), filepath: file});
}
