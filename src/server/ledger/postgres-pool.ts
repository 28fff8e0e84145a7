import type {PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult} from 'kysely';

/** A pool whose clients can be taken back from whoever has them. */
export class LendingPool implements PostgresPool {
  readonly #pool: PostgresPool;
  readonly #lent = new Set<LentClient>();

  constructor(pool: PostgresPool) {
    this.#pool = pool;
  }

  async connect(): Promise<PostgresPoolClient> {
    const client: PostgresPoolClient & Partial<Listening> = await this.#pool.connect();
    // The pool listens to those that are idle only, and a connection that breaks in a transaction,
    // as in a failover, would end the process. What is asked of it next is refused.
    client.on?.('error', passOver);
    const lent: LentClient = new LentClient(client, () => this.#lent.delete(lent));
    this.#lent.add(lent);
    return lent;
  }

  /** Ends the connections that are lent: PostgreSQL undoes what their transactions have done. */
  takeBack(): void {
    for (const lent of this.#lent) lent.end();
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

/** What a client of `pg` has beyond what Kysely asks for. */
interface Listening {
  on(event: 'error', listener: () => void): unknown;
  off(event: 'error', listener: () => void): unknown;
}

const passOver = (): void => undefined;

/** A client of a pool, which is given back once. */
class LentClient implements PostgresPoolClient {
  readonly #client: PostgresPoolClient & Partial<Listening>;
  readonly #isLent: () => boolean;

  /** `isLent` says whether it was lent until now, and from then on that it is not. */
  constructor(client: PostgresPoolClient & Partial<Listening>, isLent: () => boolean) {
    this.#client = client;
    this.#isLent = isLent;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    query: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    return typeof query === 'string'
      ? this.#client.query<R>(query, parameters)
      : this.#client.query(query);
  }

  release(): void {
    if (!this.#isLent()) return;
    this.#client.off?.('error', passOver);
    this.#client.release();
  }

  end(): void {
    if (!this.#isLent()) return;
    // As `pg` has it: the connection is ended instead of being lent again.
    const client: {release(isBroken: boolean): void} = this.#client;
    client.release(true);
  }
}
