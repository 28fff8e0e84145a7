/** The text of a classic script, built from the module with everything that it imports. */
declare module '*?classic' {
  const script: string;
  export default script;
}
/** The text of a style sheet, without white space and comments. */
declare module '*?inline' {
  const text: string;
  export default text;
}
/** The text of a file, as it is. */
declare module '*?raw' {
  const text: string;
  export default text;
}
/** Node 24, Deno and Bun have it. The types are of the oldest Node that is promised, which does not. */
declare module 'node:sqlite' {
  export class DatabaseSync {
    constructor(path: string);
    readonly isTransaction: boolean;
    exec(sql: string): void;
    prepare(sql: string): StatementSync;
    close(): void;
  }
  export class StatementSync {
    columns(): {readonly name: string}[];
    setReturnArrays(enabled: boolean): void;
    get(...parameters: unknown[]): unknown;
    all(...parameters: unknown[]): unknown[];
    run(...parameters: unknown[]): {changes: number | bigint; lastInsertRowid: number | bigint};
  }
}
