import type {CompiledQuery, DatabaseConnection, Driver, QueryResult} from 'kysely';
import type Libsql from 'libsql';
import {isBusy, LOCK_WAIT_MS, retryWhileLocked} from './sqlite-file.js';
import {Statements} from './sqlite-statements.js';

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
    connection.isOver = true;
    connection.commit();
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async rollbackTransaction(connection: Connection): Promise<void> {
    connection.isOver = true;
    connection.rollback();
  }

  releaseConnection(connection: Connection): Promise<void> {
    connection.isOver = true;
    const next = this.#waiting.shift();
    if (next) next();
    else this.#lent = false;
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    this.#file.close();
    return Promise.resolve();
  }

  /** Waits until the connection is handed over. It stays lent, so that nobody comes in between. */
  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        reject(new Error(`The database was in use for ${LOCK_WAIT_MS} ms by transactions before.`));
      }, LOCK_WAIT_MS);
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
  isOver = false;

  constructor(file: Libsql.Database, statements: Statements) {
    this.#file = file;
    this.#statements = statements;
  }

  async begin(): Promise<void> {
    await retryWhileLocked(() => this.#file.exec('begin immediate'));
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
    if (this.isOver) throw new Error('The transaction is over: its "tx" cannot be used any more.');
    if (this.#inTransaction) return this.#statements.run(query);
    if (query.query.kind === 'SelectQueryNode') return this.#read(query);
    await this.begin();
    try {
      const result = this.#statements.run<Row>(query);
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
      return this.#statements.run(query);
    } catch (error) {
      if (!isBusy(error)) throw error;
      return retryWhileLocked(() => this.#statements.run(query));
    }
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery(query);
  }
}
