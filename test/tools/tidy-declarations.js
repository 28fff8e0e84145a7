// What an editor shows a merchant, of the declarations that the compiler wrote: classes without what only
// our own classes have of each other, which would bring the types of all that a tag is made of; and the types
// that are said by schemas and tables as what they come to.
import {writeFileSync} from 'node:fs';
import ts from 'typescript';

const {NoTruncation, InTypeAlias, MultilineObjectLiterals, UseSingleQuotesForStringLiteralType} =
  ts.NodeBuilderFlags;
const WRITTEN =
  NoTruncation | InTypeAlias | MultilineObjectLiterals | UseSingleQuotesForStringLiteralType;
const printer = ts.createPrinter();

/** Rewrites declarations where they lie. */
export function tidyDeclarations(files, options) {
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  for (const file of files) {
    const source = program.getSourceFile(file);
    const {statements, text} = source;
    const edits = statements.flatMap((statement) => [
      ...[...ownMembers(statement), ...schemas(statement, source)].map((own) => [
        own.getFullStart(),
        own.getEnd(),
        '',
      ]),
      ...impliedTypes(statement).map((type) => [
        type.getStart(),
        type.getEnd(),
        written(type, source),
      ]),
    ]);
    const tidied = edits.reduceRight(
      (left, [start, end, instead]) => left.slice(0, start) + instead + left.slice(end),
      text,
    );
    if (edits.length) writeFileSync(file, tidied);
  }

  function written(node, source) {
    const type = checker.getTypeFromTypeNode(node);
    return printer.printNode(
      ts.EmitHint.Unspecified,
      checker.typeToTypeNode(type, node, WRITTEN),
      source,
    );
  }
}

const ownMembers = (statement) =>
  ts.isClassDeclaration(statement)
    ? statement.members.filter(
        (member) => ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Protected,
      )
    : [];

/** `type Cart = z.infer<typeof Cart>`, `type Fault = keyof typeof FAULTS`, `type Status = (typeof STATUS)[number]`. */
const impliedTypes = (statement) =>
  ts.isTypeAliasDeclaration(statement) &&
  /\bz\.(infer|input|output)<typeof |^keyof typeof \w+$|\(typeof \w+\)\[number\]/.test(
    statement.type.getText(),
  )
    ? [statement.type]
    : [];

/** `const Cart: z.ZodMiniObject<…>`, which has the name of a type. */
const schemas = (statement, {statements}) =>
  ts.isVariableStatement(statement) &&
  /: z\./.test(statement.getText()) &&
  statements.some(
    (other) =>
      ts.isTypeAliasDeclaration(other) &&
      other.name.text === statement.declarationList.declarations[0].name.text,
  )
    ? [statement]
    : [];
