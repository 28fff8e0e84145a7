import type {PostgresPool} from 'kysely';
import type {Pool, PoolConfig} from 'pg';
import {ConfigError} from './kit/config-error.js';
import type {Ledger} from './ledger/ledger.js';
import {openLedger} from './ledger/open-ledger.js';
import {LendingPool} from './ledger/postgres-pool.js';
import {loadOptional} from './ledger/transactions.js';

/**
 * Where the database is: an address such as `postgres://user@host/shop`, or `new pg.Pool(…)`.
 *
 * @example
 * ```ts
 * import {postgresLedger, type PostgresConfig} from 'rzp-magic-button/server/postgres.js';
 * import pg from 'pg';
 *
 * declare const pool: pg.Pool; // new pg.Pool(…): behind PgBouncer, or with settings of your own
 *
 * const config: PostgresConfig = {pool};
 * const ledger = await postgresLedger(config);
 * await ledger.close();
 * await pool.end();
 * ```
 */
export type PostgresConfig = {readonly connectionString: string} | {readonly pool: PostgresPool};

/** How long a statement may take, and a transaction may sit idle. */
const STATEMENT_TIMEOUT_MS = 10_000;

/**
 * Opens the ledger in a PostgreSQL database and brings it up to date; several processes, on as many
 * machines, may share it. A pool of your own is yours to end; behind PgBouncer pass one, because the
 * time limits that this one sets are refused there.
 *
 * Needs the packages `kysely` and `pg`.
 *
 * @example
 * ```ts
 * import {postgresLedger} from 'rzp-magic-button/server/postgres.js';
 *
 * declare const address: string; // postgres://user@host/shop
 *
 * const ledger = await postgresLedger({connectionString: address});
 * await ledger.close();
 * ```
 */
export async function postgresLedger<Tables = object>(
  config: PostgresConfig,
): Promise<Ledger<Tables>> {
  // The driver would take the absence of an address for this machine's own database.
  if (!('pool' in config) && typeof (config.connectionString as unknown) !== 'string')
    throw new ConfigError(
      'connectionString is missing. Write: postgresLedger({connectionString: "postgres://…"}), or {pool}.',
    );
  // Imported here, so that a missing package is explained instead of failing at the import.
  const kysely = await loadOptional('PostgreSQL', 'pg', 'kysely', import('kysely'));
  const pg = await loadOptional('PostgreSQL', 'pg', 'pg', import('pg'));

  const pool = new LendingPool(
    'pool' in config ? kept(config.pool) : newPool(pg.default, config.connectionString),
  );
  return openLedger({
    dialect: new kysely.PostgresDialect({pool}),
    lockMigrations: async (tx) => {
      await kysely.sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
    },
    abandon: () => pool.takeBack(),
  });
}

/** Any number, as long as nothing else of the database locks the same. */
const MIGRATION_LOCK = 7_297_107_098;

function newPool(
  {Pool}: {readonly Pool: new (config: PoolConfig) => Pool},
  connectionString: string,
): PostgresPool {
  const pool = new Pool({
    connectionString,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // A process that is stopped in the middle leaves a transaction, which would lock its rows for ever.
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
  });
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** A pool that stays open when the ledger is closed: who made it ends it. */
const kept = (pool: PostgresPool): PostgresPool => ({
  connect: () => pool.connect(),
  end: () => Promise.resolve(),
});
