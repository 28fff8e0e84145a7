import type {CompiledQuery, QueryResult, ValueNode} from 'kysely';
import type {SqliteDatabase, SqliteStatement} from './sqlite-database.js';

/** How many statements are kept: a shop's own come from a few places in its code. */
const MOST_STATEMENTS = 100;

/** The statements of a file, kept prepared: to prepare one costs more than to run it. */
export class Statements {
  readonly #file: SqliteDatabase;
  /** By their SQL, the one that was used last at the end. */
  readonly #kept = new Map<string, Statement>();

  constructor(file: SqliteDatabase) {
    this.#file = file;
  }

  run<Row>({sql, parameters, query}: CompiledQuery): QueryResult<Row> {
    const statement = this.#take(sql);
    const result = run<Row>(statement, parameters, asksForOne(query));
    // One that failed may hold on to a lock or a snapshot: it is not kept, and so not used again.
    this.#keep(sql, statement);
    return result;
  }

  #take(sql: string): Statement {
    const kept = this.#kept.get(sql);
    this.#kept.delete(sql);
    if (kept) return kept;
    const prepared = this.#file.prepare(sql);
    const isReader = prepared.reader;
    if (!isReader || sql.includes('*')) return {prepared, isReader, names: undefined};
    prepared.raw();
    return {prepared, isReader, names: prepared.columns().map(({name}) => name)};
  }

  #keep(sql: string, statement: Statement): void {
    this.#kept.set(sql, statement);
    if (this.#kept.size <= MOST_STATEMENTS) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}

interface Statement {
  readonly prepared: SqliteStatement;
  /** Whether it gives rows. Asking costs a call into the library. */
  readonly isReader: boolean;
  /**
   * The columns of its rows, which then come as lists: that costs half. Undefined where they are
   * whatever the table has when it runs.
   */
  readonly names: readonly string[] | undefined;
}

function run<Row>(
  {prepared, isReader, names}: Statement,
  parameters: readonly unknown[],
  isOne: boolean,
): QueryResult<Row> {
  if (names && isOne) {
    const values: unknown = prepared.get(parameters);
    return {rows: values === undefined ? [] : [named(names, values) as Row]};
  }
  if (names) return {rows: prepared.all(parameters).map((values) => named(names, values) as Row)};
  if (isReader) return {rows: prepared.all(parameters) as Row[]};
  const {changes, lastInsertRowid} = prepared.run(parameters);
  return {rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid)};
}

function named(names: readonly string[], values: unknown): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  names.forEach((name, i) => (row[name] = (values as unknown[])[i]));
  return row;
}

/** Whether a query says `limit 1`: `libsql` gives one row for less than a list of one. */
function asksForOne(query: CompiledQuery['query']): boolean {
  const limit = query.kind === 'SelectQueryNode' ? query.limit?.limit : undefined;
  return limit?.kind === 'ValueNode' && (limit as ValueNode).value === 1;
}
