/** One export of the package's entries, with its docstring. */
export interface DocumentedExport {
  readonly name: string;
  /** The entries that give it. */
  readonly entries: readonly string[];
  readonly isType: boolean;
  readonly isDeprecated: boolean;
  readonly sentence: string;
  /** Code of its examples, in TypeScript. */
  readonly examples: readonly string[];
}

export interface Reference {
  /** Markdown by file name. */
  readonly pages: ReadonlyMap<string, string>;
  readonly exports: readonly DocumentedExport[];
}

export const REFERENCE: string;
export function generateReference(): Promise<Reference>;
/** The README with the tables that are made from the source. */
export function withTables(readme: string): Promise<string>;
