import type {DatabaseSync, StatementSync} from 'node:sqlite';
import type {OpenSqlite, SqliteDatabase, SqliteStatement} from './sqlite-database.js';

/** What opens files with the SQLite of Node 24, Deno or Bun; undefined where there is none. */
export async function nodeSqlite(): Promise<OpenSqlite | undefined> {
  // Older ones lack what tells columns and transactions, or the module itself.
  const sqlite = await import('node:sqlite').catch(() => undefined);
  if (!sqlite?.StatementSync.prototype.setReturnArrays) return undefined;
  return (path) => new NodeDatabase(new sqlite.DatabaseSync(path));
}

class NodeDatabase implements SqliteDatabase {
  readonly #file: DatabaseSync;

  constructor(file: DatabaseSync) {
    this.#file = file;
  }

  get inTransaction(): boolean {
    return this.#file.isTransaction;
  }

  exec(sql: string): void {
    this.#file.exec(sql);
  }

  prepare(sql: string): SqliteStatement {
    return new NodeStatement(this.#file, sql);
  }

  close(): void {
    this.#file.close();
  }
}

class NodeStatement implements SqliteStatement {
  readonly #file: DatabaseSync;
  readonly #sql: string;
  readonly #statement: StatementSync;
  readonly reader: boolean;
  #isRaw = false;

  constructor(file: DatabaseSync, sql: string) {
    this.#file = file;
    this.#sql = sql;
    this.#statement = file.prepare(sql);
    this.reader = this.#statement.columns().length > 0;
  }

  raw(): void {
    this.#isRaw = true;
    this.#statement.setReturnArrays(true);
  }

  columns(): {readonly name: string}[] {
    return this.#statement.columns();
  }

  get(parameters: readonly unknown[]): unknown {
    return this.#statement.get(...parameters);
  }

  all(parameters: readonly unknown[]): unknown[] {
    if (this.#isRaw) return this.#statement.all(...parameters);
    // Deno gives the columns that the table had when the statement was prepared, as the connection
    // knew it: somebody else may have changed it since, which the connection learns by running something.
    this.#file.exec('select 1 from sqlite_schema limit 1');
    const rows = this.#file.prepare(this.#sql).all(...parameters);
    // Without a prototype, which other code may miss.
    return rows.map((row) => ({...(row as object)}));
  }

  run(parameters: readonly unknown[]): ReturnType<SqliteStatement['run']> {
    return this.#statement.run(...parameters);
  }
}
