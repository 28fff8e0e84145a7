import type {CompiledQuery, DatabaseConnection, Driver, QueryResult} from 'kysely';
import type {SqliteDatabase} from './sqlite-database.js';
import {isBusy, LOCK_WAIT_MS, retryWhileLocked} from './sqlite-file.js';
import {Statements} from './sqlite-statements.js';

/**
 * Kysely's driver for one SQLite file, to be used below a `GuardedDriver`. Kysely's own would do but
 * for two things:
 *
 * - A library waits for another process's lock with the whole thread. Here the wait is a timer, so
 *   that two ledgers of one process cannot block each other.
 * - A prepared statement of `libsql` that met a lock keeps its snapshot, and every later write of
 *   the connection fails. Here the lock is taken first, always by `exec`, which keeps nothing.
 */
export class SqliteDriver implements Driver {
  readonly #connection: Connection;
  readonly #waiting: Turn[] = [];
  #lent = false;

  constructor(file: SqliteDatabase) {
    this.#connection = new Connection(file);
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<Connection> {
    if (this.#lent) await this.#turn();
    this.#lent = true;
    return this.#connection;
  }

  beginTransaction(connection: Connection): Promise<void> {
    return connection.begin();
  }

  // oxlint-disable-next-line typescript/require-await -- what it throws is a rejection
  async commitTransaction(connection: Connection): Promise<void> {
    connection.commit();
  }

  // oxlint-disable-next-line typescript/require-await -- what it throws is a rejection
  async rollbackTransaction(connection: Connection): Promise<void> {
    connection.rollback();
  }

  releaseConnection(): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next.take();
    else this.#lent = false;
    return Promise.resolve();
  }

  /** Undoes what runs. A file that is closed in a transaction aborts the process later. */
  abandon(): void {
    this.#connection.rollback();
  }

  // oxlint-disable-next-line typescript/require-await -- what it throws is a rejection
  async destroy(): Promise<void> {
    this.#connection.close();
    for (const turn of this.#waiting.splice(0)) turn.refuse(new Error('The file was closed.'));
  }

  /** Waits until the connection is handed over. It stays lent, so that nobody comes in between. */
  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        reject(new Error(`The database was in use for ${LOCK_WAIT_MS} ms by transactions before.`));
      }, LOCK_WAIT_MS);
      const turn: Turn = {
        take: () => {
          clearTimeout(timer);
          resolve();
        },
        refuse: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      this.#waiting.push(turn);
    });
  }
}

/** Somebody who waits for the connection. */
interface Turn {
  take(): void;
  refuse(error: Error): void;
}

/** The file, lent to one query or one transaction at a time. */
class Connection implements DatabaseConnection {
  readonly #file: SqliteDatabase;
  readonly #statements: Statements;
  #inTransaction = false;
  #isClosed = false;

  constructor(file: SqliteDatabase) {
    this.#file = file;
    this.#statements = new Statements(file);
  }

  async begin(): Promise<void> {
    await this.#retry(() => this.#file.exec('begin immediate'));
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

  close(): void {
    this.#isClosed = true;
    this.#file.close();
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
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
      return this.#retry(() => this.#statements.run(query));
    }
  }

  /** Waits for a lock; no longer than the file is open, because a closed one aborts the process. */
  #retry<T>(run: () => T): Promise<T> {
    return retryWhileLocked(() => {
      if (this.#isClosed) throw new Error('The file was closed.');
      return run();
    });
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery(query);
  }
}
