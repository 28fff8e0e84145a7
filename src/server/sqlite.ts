import type {Ledger} from './ledger/ledger.js';
import {openLedger} from './ledger/open-ledger.js';
import {nodeSqlite} from './ledger/sqlite/node-sqlite.js';
import type {OpenSqlite} from './ledger/sqlite/sqlite-database.js';
import {SqliteDriver} from './ledger/sqlite/sqlite-driver.js';
import {openFile} from './ledger/sqlite/sqlite-file.js';
import {loadOptional} from './ledger/transactions.js';

/**
 * Opens the ledger in an SQLite file, which is made if there is none, and brings it up to date.
 * Several processes of one machine may share the file; for several machines use PostgreSQL.
 *
 * Needs the packages `kysely` and `libsql`; on Node 24, Deno and Bun, which have `node:sqlite`, it
 * does without `libsql`.
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
  const driver = new SqliteDriver(await openFile(await loadSqlite(), path));
  return openLedger({
    dialect: {
      createAdapter: () => new kysely.SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new kysely.SqliteIntrospector(db),
      createQueryCompiler: () => new kysely.SqliteQueryCompiler(),
    },
    abandon: () => driver.abandon(),
  });
}

/** The library that opens files: `libsql` where it is installed, else what the runtime has. */
async function loadSqlite(): Promise<OpenSqlite> {
  try {
    const {default: Database} = await loadOptional('SQLite', 'libsql', 'libsql', import('libsql'));
    return (path) => new Database(path);
  } catch (error) {
    const open = await nodeSqlite();
    if (open) return open;
    throw error;
  }
}
