// The page of error codes, made from the comments at the words.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {REMEDIES} from './error-remedies.js';
import {table} from './tag-page.js';

const source = fileURLToPath(new URL('../../../src', import.meta.url));

/**
 * How the place of a row begins, by its list: what is printed beside a code leads there. Those of the
 * button and of the server's replies differ from each other by their letters.
 */
export const LISTS = {
  CheckoutErrorCode: '',
  PosErrorCode: 'till-',
  WIRE_ERROR_CODES: '',
  WIRE_FAILURE_CODES: '',
  DEVICE_REFUSALS: '',
  DEVICE_ERRORS: 'device-',
  PROMOTION_FAILURE_CODES: 'promotion-',
  MANDATE_ERROR_CODES: 'mandate-',
  LEDGER_ERROR_CODES: 'ledger-',
  RAZORPAY_ERROR_CODES: 'razorpay-',
  EXIT_CODES: 'exit-',
  CLI_FAILURES: 'cli-',
};

/** Markdown of the page. */
export const errorCodesPage = () => `# Error codes

Beside each code that the console of a page names, or the log of your server, stands the address of its row here.

## The button and the checkout

\`error.code\` of \`rzp-error\`, and of an [\`Outcome\`](button.md#outcome) of type \`failed\`. \`error.retryable\` says whether the same click may succeed later.

${codes('CheckoutErrorCode')}

## The till

\`error.code\` of the \`rzp-error\` of [\`<rzp-pos-button>\`](pos-tag.md), and of an outcome of type \`failed\`.

${codes('PosErrorCode')}

## The server's replies

\`{"error": {"code", "description", "field"?}}\`; the number is the HTTP status. The \`description\` of \`ORDER_REFUSED\` is shown to the shopper.

${codes('WIRE_ERROR_CODES')}

With these it says that what it asks has failed; the page goes on asking.

${codes('WIRE_FAILURE_CODES')}

## Devices

With these \`device-url\` refuses besides: nothing was begun.

${codes('DEVICE_REFUSALS')}

\`error.code\` of what \`device-url\` answers, or its \`error.reason\`: what the gateway said, and what the kit says itself. An unknown code is told as it came, and nobody is charged again until the order says that nothing was paid.

${codes('DEVICE_ERRORS')}

## Promotions

What \`promotions.apply\` returns as \`failure\`, and what Razorpay's servers get as \`failure_code\` beside a \`failure_reason\` that the shopper reads.

${codes('PROMOTION_FAILURE_CODES')}

## Mandates

\`code\` of a [\`MandateError\`](server.md#mandateerror), which the functions of \`checkout.mandates\` throw: nothing was charged. \`field\` names what is wrong.

${codes('MANDATE_ERROR_CODES')}

## The ledger

\`code\` of a [\`LedgerError\`](server.md#ledgererror), which \`onError\` is told of where a page or Razorpay was answered with \`LEDGER_UNAVAILABLE\`.

${codes('LEDGER_ERROR_CODES')}

## Requests to Razorpay

\`code\` of a [\`RazorpayError\`](server.md#razorpayerror), which \`onError\` is told of. After \`unreachable\`, \`timeout\`, \`server\` and \`invalid_reply\` it is unknown whether Razorpay did what was asked; the kit asks again.

${codes('RAZORPAY_ERROR_CODES')}

## The command

What \`npx rzp-magic-button …\` ends with, for a script or a scheduler.

${exitCodes()}

With 2 the last line says why, in these words:

${table(
  ['message', 'what happened', 'what to do'],
  rowsOf('CLI_FAILURES').map(({word, comment, text, remedy}) => [
    `${place('CLI_FAILURES', word)}\`${text}\``,
    comment,
    ...remedy,
  ]),
)}
`;

const START = '<!-- error codes: start -->';
const END = '<!-- error codes: end -->';

/** The README with the codes of the button in their place. */
export function withErrorCodes(readme) {
  const [before, rest] = readme.split(START);
  const [, after] = (rest ?? '').split(END);
  if (after === undefined) throw new Error(`README.md lacks ${START} … ${END}.`);
  return `${before}${START}\n\n${codes('CheckoutErrorCode', () => '')}\n\n${END}${after}`;
}

/** What happened, what was seen of it, what to do. */
const codes = (name, placeOf = place) =>
  table(
    ['code', 'what happened', 'what is seen of it', 'what to do'],
    rowsOf(name).map(({word, comment, remedy}) => [
      `${placeOf(name, word)}\`${word}\``,
      comment,
      ...remedy,
    ]),
  );

const exitCodes = () =>
  table(
    ['exit code', 'what happened', 'what to do'],
    rowsOf('EXIT_CODES').map(({comment, text, remedy}) => [
      `${place('EXIT_CODES', text)}${text}`,
      comment,
      ...remedy,
    ]),
  );

/** Where an address beside a code leads. */
const place = (name, word) => `<a id="${LISTS[name]}${word}"></a>`;

/** The words of a list, each with what is to do: one without its row makes no page. */
function rowsOf(name) {
  const remedies = REMEDIES[name] ?? {};
  const words = documentedWords(name);
  const without = words.filter(({word}) => !remedies[word]).map(({word}) => word);
  if (without.length) throw new Error(`REMEDIES.${name} lacks ${without.join(', ')}.`);
  const gone = Object.keys(remedies).filter((code) => !words.some(({word}) => word === code));
  if (gone.length) throw new Error(`REMEDIES.${name} has ${gone.join(', ')}, which are no codes.`);
  return words.map((row) => ({...row, remedy: remedies[row.word]}));
}

/** The words of a union type or of a list of constants, each with the comment above it. */
function documentedWords(name) {
  const declared = new RegExp(`export (?:const|type) ${name}\\b`);
  const file = readdirSync(source, {recursive: true})
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(source, path))
    .find((path) => declared.test(readFileSync(path, 'utf8')));
  if (!file) throw new Error(`src/ exports no ${name}.`);
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const statement = tree.statements.find((statement) => declared.test(statement.getText()));
  const words = [...statement.getText().matchAll(COMMENTED_WORD)].map(([, comment, word, row]) => ({
    word: word ?? row,
    comment: comment
      .replace(/^\s*\* ?/gm, '')
      .replace(/\s+/g, ' ')
      .trim(),
    text: row && textOf(statement, row),
  }));
  const bare = names(statement).filter((literal) => !words.some(({word}) => word === literal));
  if (bare.length || !words.length) throw new Error(`${name} lacks comments: ${bare.join(', ')}.`);
  return words;
}

/** In a union the bar stands between the comment and the word; of a table the word is a row's name. */
const COMMENTED_WORD = /\/\*\*((?:(?!\*\/).)*)\*\/\s*\|?\s*(?:'(\w+)'|(\w+): )/gs;

/** What a row of a table holds: a number, or the text that a function makes, with its gaps. */
function textOf(node, row) {
  if (ts.isPropertyAssignment(node) && node.name.getText() === row) {
    const {initializer} = node;
    const made = ts.isArrowFunction(initializer) ? initializer.body : initializer;
    if (ts.isTemplateExpression(made))
      return made.head.text + made.templateSpans.map(({literal}) => `…${literal.text}`).join('');
    return made.text;
  }
  return ts.forEachChild(node, (child) => textOf(child, row));
}

/** The words of a union or list, or the names of a table's rows. */
function names(node) {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isPropertyAssignment(node)) return [node.name.getText()];
  const found = [];
  ts.forEachChild(node, (child) => {
    found.push(...names(child));
  });
  return found;
}
