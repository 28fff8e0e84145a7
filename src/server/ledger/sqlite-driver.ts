import type {CompiledQuery, DatabaseConnection, Driver, QueryResult, ValueNode} from 'kysely';
import type Libsql from 'libsql';

/**
 * Kysely's driver for one SQLite file through `libsql`. Kysely's own would do but for three things:
 *
 * - `libsql` waits for another process's lock with the whole thread. Here the wait is a timer, so
 *   that two ledgers of one process cannot block each other.
 * - A prepared statement of `libsql` that met a lock keeps its snapshot, and every later write of
 *   the connection fails. Here the lock is taken first, always by `exec`, which keeps nothing.
 * - A transaction's connection that is used after its end would write outside of any transaction.
 */
export class SqliteDriver implements Driver {
  readonly #file: Libsql.Database;
  readonly #statements: Statements;
  readonly #mayAcquire: () => void;
  readonly #waiting: (() => void)[] = [];
  #lent = false;

  /** `mayAcquire` throws where waiting for the connection would never end. */
  constructor(file: Libsql.Database, mayAcquire: () => void) {
    this.#file = file;
    this.#statements = new Statements(file);
    this.#mayAcquire = mayAcquire;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<Connection> {
    this.#mayAcquire();
    if (this.#lent) await this.#turn();
    this.#lent = true;
    return new Connection(this.#file, this.#statements);
  }

  beginTransaction(connection: Connection): Promise<void> {
    return connection.begin();
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is a rejection
  async commitTransaction(connection: Connection): Promise<void> {
    connection.over = true;
    connection.commit();
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async rollbackTransaction(connection: Connection): Promise<void> {
    connection.over = true;
    connection.rollback();
  }

  releaseConnection(connection: Connection): Promise<void> {
    connection.over = true;
    const next = this.#waiting.shift();
    if (next) next();
    else this.#lent = false;
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    this.#file.close();
    return Promise.resolve();
  }

  /** Resolves when the connection is handed over, which stays lent meanwhile. */
  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        reject(new Error(`The database was in use for ${PATIENCE} ms by transactions before.`));
      }, PATIENCE);
      const turn = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(turn);
    });
  }
}

/** The file, lent to one query or one transaction. */
class Connection implements DatabaseConnection {
  readonly #file: Libsql.Database;
  readonly #statements: Statements;
  #inTransaction = false;
  /** Set once its transaction or query has ended. */
  over = false;

  constructor(file: Libsql.Database, statements: Statements) {
    this.#file = file;
    this.#statements = statements;
  }

  async begin(): Promise<void> {
    await patiently(() => this.#file.exec('begin immediate'));
    this.#inTransaction = true;
  }

  commit(): void {
    this.#file.exec('commit');
    this.#inTransaction = false;
  }

  rollback(): void {
    // SQLite may have rolled back by itself, when the disk is full for example.
    if (this.#file.inTransaction) this.#file.exec('rollback');
    this.#inTransaction = false;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.over) throw new Error('The transaction is over: its "tx" cannot be used any more.');
    if (this.#inTransaction) return this.#run(query);
    if (query.query.kind === 'SelectQueryNode') return this.#read(query);
    await this.begin();
    try {
      const result = this.#run<Row>(query);
      this.commit();
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** Hardly any reader ever meets a lock: only then does it wait. */
  #read<Row>(query: CompiledQuery): QueryResult<Row> | Promise<QueryResult<Row>> {
    try {
      return this.#run(query);
    } catch (error) {
      if (!isBusy(error)) throw error;
      return patiently(() => this.#run(query));
    }
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery(query);
  }

  #run<Row>({sql, parameters, query}: CompiledQuery): QueryResult<Row> {
    const statement = this.#statements.take(sql);
    const result = run<Row>(statement, parameters, asksForOne(query));
    // What failed may hold on to a lock or a snapshot, and is not used again.
    this.#statements.keep(sql, statement);
    return result;
  }
}

interface Statement {
  readonly prepared: Libsql.Statement;
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

/** Statements that are prepared already, which costs more than to run one. */
class Statements {
  readonly #file: Libsql.Database;
  /** By their SQL, the one that was used last at the end. */
  readonly #kept = new Map<string, Statement>();

  constructor(file: Libsql.Database) {
    this.#file = file;
  }

  take(sql: string): Statement {
    const kept = this.#kept.get(sql);
    this.#kept.delete(sql);
    if (kept) return kept;
    const prepared = this.#file.prepare(sql);
    const isReader = prepared.reader;
    if (!isReader || sql.includes('*')) return {prepared, isReader, names: undefined};
    prepared.raw();
    return {prepared, isReader, names: prepared.columns().map(({name}) => name)};
  }

  keep(sql: string, statement: Statement): void {
    this.#kept.set(sql, statement);
    if (this.#kept.size <= MOST_STATEMENTS) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}

/** Opens a file for several processes: readers never wait for the writer. */
export async function openFile(Database: typeof Libsql, path: string): Promise<Libsql.Database> {
  const file = new Database(path);
  try {
    // First of all: the next line takes a lock.
    file.exec(`pragma busy_timeout = ${THREAD_WAIT}`);
    await patiently(() => file.exec('pragma journal_mode = wal'));
    file.exec('pragma foreign_keys = on');
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** How long the thread itself waits for a lock, in ms: most are held for less. */
const THREAD_WAIT = 10;
/** How long a statement waits for a lock in all, in ms: more than `onStatus` may take. */
const PATIENCE = 15_000;

/** How many statements are kept: a shop's own come from a few places in its code. */
const MOST_STATEMENTS = 100;

/** Runs what needs a lock, again and again while somebody else has it. */
async function patiently<T>(run: () => T): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return run();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      // Uneven, so that two that wait do not meet again and again.
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
