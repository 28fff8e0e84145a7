import type {CompiledQuery, DatabaseConnection, Driver, QueryResult} from 'kysely';
import {waitAtMost} from '../runtime/wait-at-most.js';
import {LedgerError} from './ledger-error.js';

/** A driver and what it can't do by itself. */
export interface Guarded {
  readonly driver: Driver;
  /** Throws where another connection would wait for the one that asks. */
  readonly mayAcquire: () => void;
  /** Undoes at once what runs in the connections that are lent, whatever it waits for. */
  readonly abandon: () => void;
}

/** How long `close()` waits for what runs: longer than `onStatus` may take. */
const CLOSE_WITHIN_MS = 6_000;

/**
 * Kysely's driver for a database, with three guards: a transaction refuses to wait for another
 * connection, its `tx` is of no use once it is over, and closing waits for what runs, but not for
 * ever. What is left then is undone before the database is let go of.
 */
export class GuardedDriver implements Driver {
  readonly #guarded: Guarded;
  readonly #lent = new Set<GuardedConnection>();
  #closing: Promise<void> | undefined;
  #onIdle: (() => void) | undefined;

  constructor(guarded: Guarded) {
    this.#guarded = guarded;
  }

  init(): Promise<void> {
    return this.#guarded.driver.init();
  }

  async acquireConnection(): Promise<GuardedConnection> {
    this.#guarded.mayAcquire();
    if (this.#closing) throw closed();
    const guarded = new GuardedConnection();
    // Before it has its connection: who waits for one is waited for.
    this.#lent.add(guarded);
    try {
      await guarded.acquire(this.#guarded.driver);
      if (guarded.isAbandoned) throw closed();
      return guarded;
    } catch (error) {
      this.#takeBack(guarded);
      throw guarded.isAbandoned && !(error instanceof LedgerError) ? closed(error) : error;
    }
  }

  beginTransaction(
    guarded: GuardedConnection,
    settings: Parameters<Driver['beginTransaction']>[1],
  ): Promise<void> {
    return guarded.use((connection) => this.#guarded.driver.beginTransaction(connection, settings));
  }

  commitTransaction(guarded: GuardedConnection): Promise<void> {
    guarded.isOver = true;
    return guarded.use((connection) => this.#guarded.driver.commitTransaction(connection));
  }

  async rollbackTransaction(guarded: GuardedConnection): Promise<void> {
    guarded.isOver = true;
    if (!guarded.isAbandoned)
      await guarded.use((connection) => this.#guarded.driver.rollbackTransaction(connection));
  }

  async releaseConnection(guarded: GuardedConnection): Promise<void> {
    guarded.isOver = true;
    if (guarded.isAbandoned) return;
    try {
      await guarded.use((connection) => this.#guarded.driver.releaseConnection(connection));
    } finally {
      this.#takeBack(guarded);
    }
  }

  destroy(): Promise<void> {
    return this.close();
  }

  /** Refuses what is asked from now on, and lets go of the database once all that runs is over. */
  close(withinMs = CLOSE_WITHIN_MS): Promise<void> {
    return (this.#closing ??= this.#close(withinMs));
  }

  async #close(withinMs: number): Promise<void> {
    if (this.#lent.size)
      await waitAtMost(withinMs, new Promise<void>((resolve) => (this.#onIdle = resolve)));
    for (const guarded of this.#lent) guarded.isAbandoned = true;
    if (this.#lent.size) this.#guarded.abandon();
    this.#lent.clear();
    await this.#guarded.driver.destroy();
  }

  #takeBack(guarded: GuardedConnection): void {
    this.#lent.delete(guarded);
    if (!this.#lent.size) this.#onIdle?.();
  }
}

const closed = (cause?: unknown) =>
  new LedgerError('closed', 'The ledger was closed: what was not committed is undone.', cause);

/** A connection, lent to one query or one transaction. */
class GuardedConnection implements DatabaseConnection {
  #connection: DatabaseConnection | undefined;
  /** Set once its transaction or query has ended. */
  isOver = false;
  /** Set once the ledger was closed meanwhile. */
  isAbandoned = false;

  async acquire(driver: Driver): Promise<void> {
    const connection = await driver.acquireConnection();
    if (this.isAbandoned) await driver.releaseConnection(connection);
    else this.#connection = connection;
  }

  /** Does something with the connection, which may be abandoned before or meanwhile. */
  async use<T>(work: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    const connection = this.#connection;
    this.#refuseAbandoned();
    if (!connection) throw new Error('The connection is used before it was acquired.');
    try {
      return await work(connection);
    } catch (error) {
      throw this.isAbandoned ? closed(error) : error;
    }
  }

  #refuseAbandoned(): void {
    if (this.isAbandoned) throw closed();
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.isOver) throw new Error('The transaction is over: its "tx" cannot be used any more.');
    return this.use((connection) => connection.executeQuery<Row>(query));
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    // Kysely streams PostgreSQL with another package only; what is asked for fits in memory.
    yield await this.executeQuery(query);
  }
}
