/** A file of SQLite, whichever library has opened it: as much of `libsql` as the ledger needs. */
export interface SqliteDatabase {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
  close(): unknown;
}

export interface SqliteStatement {
  /** Whether it gives rows. */
  readonly reader: boolean;
  /** Has rows come as lists from now on. */
  raw(): unknown;
  columns(): {readonly name: string}[];
  get(parameters: readonly unknown[]): unknown;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): {
    readonly changes: number | bigint;
    readonly lastInsertRowid: number | bigint;
  };
}

export type OpenSqlite = (path: string) => SqliteDatabase;
