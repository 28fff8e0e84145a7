import type {CompiledQuery, DatabaseConnection, Driver, QueryResult} from 'kysely';

/**
 * Kysely's driver for PostgreSQL with two guards: a transaction refuses to wait for another
 * connection, and its `tx` is of no use once it is over.
 */
export class GuardedDriver implements Driver {
  readonly #driver: Driver;
  readonly #mayAcquire: () => void;

  /** `mayAcquire` throws where another connection would wait for the one that asks. */
  constructor(driver: Driver, mayAcquire: () => void) {
    this.#driver = driver;
    this.#mayAcquire = mayAcquire;
  }

  init(): Promise<void> {
    return this.#driver.init();
  }

  async acquireConnection(): Promise<GuardedConnection> {
    this.#mayAcquire();
    return new GuardedConnection(await this.#driver.acquireConnection());
  }

  beginTransaction(
    {connection}: GuardedConnection,
    settings: Parameters<Driver['beginTransaction']>[1],
  ): Promise<void> {
    return this.#driver.beginTransaction(connection, settings);
  }

  commitTransaction(guarded: GuardedConnection): Promise<void> {
    guarded.isOver = true;
    return this.#driver.commitTransaction(guarded.connection);
  }

  rollbackTransaction(guarded: GuardedConnection): Promise<void> {
    guarded.isOver = true;
    return this.#driver.rollbackTransaction(guarded.connection);
  }

  releaseConnection(guarded: GuardedConnection): Promise<void> {
    guarded.isOver = true;
    return this.#driver.releaseConnection(guarded.connection);
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }
}

/** A connection of the pool, lent to one query or one transaction. */
class GuardedConnection implements DatabaseConnection {
  readonly connection: DatabaseConnection;
  /** Set once its transaction or query has ended. */
  isOver = false;

  constructor(connection: DatabaseConnection) {
    this.connection = connection;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.isOver) throw new Error('The transaction is over: its "tx" cannot be used any more.');
    return this.connection.executeQuery(query);
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    // Kysely streams PostgreSQL with another package only; what is asked for fits in memory.
    yield await this.executeQuery(query);
  }
}
