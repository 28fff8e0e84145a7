import {AsyncLocalStorage} from 'node:async_hooks';
import {GuardedDriver} from './ledger/guarded-driver.js';
import type {Ledger, LedgerTables} from './ledger/ledger.js';
import {openLedger} from './ledger/open-ledger.js';
import {SqliteDriver} from './ledger/sqlite/sqlite-driver.js';
import {openFile} from './ledger/sqlite/sqlite-file.js';
import {loadOptional, refuseInside, type Running} from './ledger/transactions.js';

/**
 * Opens the ledger in an SQLite file, which is made if there is none, and brings it up to date.
 * Several processes of one machine may share the file; for several machines use PostgreSQL.
 *
 * Needs the packages `kysely` and `libsql`.
 *
 * @example
 * ```ts
 * import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';
 *
 * interface Shop {
 *   sales: {order_id: string; total: number};
 * }
 * const ledger = await sqliteLedger<Shop>(':memory:'); // 'shop.sqlite' is kept
 * await ledger.db.schema
 *   .createTable('sales')
 *   .addColumn('order_id', 'text')
 *   .addColumn('total', 'integer')
 *   .execute();
 * await ledger.db.insertInto('sales').values({order_id: 'order_1', total: 34_900}).execute();
 * const {total} = await ledger.db.selectFrom('sales').select('total').executeTakeFirstOrThrow();
 * console.log(total); // 34900
 * await ledger.close();
 * ```
 */
export async function sqliteLedger<Tables = object>(path: string): Promise<Ledger<Tables>> {
  // Imported here, so that a missing package is explained instead of failing at the import.
  const kysely = await loadOptional('SQLite', 'libsql', 'kysely', import('kysely'));
  const libsql = await loadOptional('SQLite', 'libsql', 'libsql', import('libsql'));

  const running: Running = new AsyncLocalStorage();
  const file = new SqliteDriver(await openFile(libsql.default, path));
  const driver = new GuardedDriver({
    driver: file,
    // There is one connection, and a transaction has it: waiting for it there would never end.
    mayAcquire: () => refuseInside(running),
    abandon: () => file.abandon(),
  });
  const db = new kysely.Kysely<LedgerTables>({
    dialect: {
      createAdapter: () => new kysely.SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new kysely.SqliteIntrospector(db),
      createQueryCompiler: () => new kysely.SqliteQueryCompiler(),
    },
  });
  return openLedger({db, driver, running});
}
