import type {Dialect, Kysely, Transaction} from 'kysely';
import {AsyncLocalStorage} from 'node:async_hooks';
import {GuardedDriver} from './guarded-driver.js';
import type {Ledger, LedgerTables} from './ledger.js';
import {migrate} from './migrations.js';
import {loadOptional, refuseInside, runTransaction, type Running} from './transactions.js';

/**
 * A database that shall be a ledger.
 *
 * @example
 * ```ts
 * import type {LedgerDatabase} from 'rzp-magic-button/server/ledger.js';
 * import {PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql, type Driver} from 'kysely';
 *
 * declare const driver: Driver; // of a PostgreSQL that is asked over HTTP, for example
 *
 * export const database: LedgerDatabase = {
 *   dialect: {
 *     createAdapter: () => new PostgresAdapter(),
 *     createDriver: () => driver,
 *     createIntrospector: (db) => new PostgresIntrospector(db),
 *     createQueryCompiler: () => new PostgresQueryCompiler(),
 *   },
 *   lockMigrations: async (tx) => void (await sql`select pg_advisory_xact_lock(7297)`.execute(tx)),
 * };
 * ```
 * @see https://kysely.dev/docs/dialects
 */
export interface LedgerDatabase {
  /**
   * How Kysely speaks with it: SQL of SQLite or PostgreSQL, with real transactions. Of one connection
   * it has to lend it to one query or one transaction at a time.
   */
  readonly dialect: Dialect;
  /**
   * Has others wait who open the same empty database at the same moment. Needed where transactions
   * run beside each other, as those of PostgreSQL do.
   */
  readonly lockMigrations?: ((tx: Transaction<object>) => Promise<void>) | undefined;
  /**
   * Undoes at once what still runs in the connections, when `close()` has waited for long enough.
   * Without it the driver is asked to `destroy()` itself, which has to undo it.
   */
  readonly abandon?: (() => void) | undefined;
}

/**
 * Makes a ledger of a database of your own, and brings it up to date. Prove it by the facts of
 * `rzp-magic-button/server/ledger-suite.js` before it keeps orders.
 *
 * Needs the package `kysely`, and the module `node:async_hooks`, which Node, Deno, Bun and workers
 * (`nodejs_compat`) have.
 *
 * @example
 * ```ts
 * import {openLedger} from 'rzp-magic-button/server/ledger.js';
 * import type {Dialect} from 'kysely';
 *
 * declare const dialect: Dialect; // yours, or one that others have published
 *
 * const ledger = await openLedger({dialect});
 * await ledger.close();
 * ```
 */
export async function openLedger<Tables = object>({
  dialect,
  lockMigrations,
  abandon = () => undefined,
}: LedgerDatabase): Promise<Ledger<Tables>> {
  // Imported here, so that a missing package is explained instead of failing at the import.
  const kysely = await loadOptional('own', '', 'kysely', import('kysely'));
  const running: Running = new AsyncLocalStorage();
  const driver = new GuardedDriver({
    driver: dialect.createDriver(),
    // Where there is one connection, a transaction has it: waiting for it there would never end.
    mayAcquire: () => refuseInside(running),
    abandon,
  });
  const db = new kysely.Kysely<LedgerTables>({
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  });
  try {
    await migrate(db, lockMigrations as Parameters<typeof migrate>[1]);
  } catch (error) {
    // What can't be brought up to date is let go of again.
    await driver.close();
    throw error;
  }
  return {
    // The database holds the merchant's tables too; which they are, only the merchant knows.
    db: db as unknown as Kysely<Tables>,
    transaction: (work) => runTransaction(db, running, work),
    // Not by Kysely, which would refuse later calls with an error that has no code.
    close: async ({withinMs} = {}) => {
      await driver.close(withinMs);
      leave(running);
    },
  };
}

/** Node 20 hands what was ever entered on to each promise of the process, unless told not to. */
function leave(running: Running): void {
  try {
    running.disable();
  } catch {
    // Workers refuse it: they keep nothing beyond the call.
  }
}
