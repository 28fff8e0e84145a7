import type {Kysely, Transaction} from 'kysely';
import {AsyncLocalStorage} from 'node:async_hooks';
import type {Ledger, LedgerTables} from './ledger.js';
import {migrate} from './migrations.js';
import {openFile, SqliteDriver} from './sqlite-driver.js';

/**
 * Opens the ledger in an SQLite file, which is made if there is none, and brings it up to date.
 * Several processes of one machine may share the file; for several machines use PostgreSQL.
 *
 * Needs the packages `kysely` and `libsql`.
 *
 * ```ts
 * interface Shop { sales: {order_id: string; total: number} }
 * const ledger = await sqliteLedger<Shop>('shop.sqlite');
 * ```
 */
export async function sqliteLedger<Tables = object>(path: string): Promise<Ledger<Tables>> {
  // Imported here, so that a missing package is explained instead of failing at the import.
  const kysely = await needed('kysely', import('kysely'));
  const libsql = await needed('libsql', import('libsql'));

  const transactions = new AsyncLocalStorage<{running: boolean}>();
  const driver = new SqliteDriver(await openFile(libsql.default, path), () => {
    // There is one connection, and the transaction has it: waiting for it here would never end.
    if (transactions.getStore()?.running)
      throw new Error('A transaction is running: use its "tx", not the database or the kit.');
  });
  const db = new kysely.Kysely<LedgerTables>({
    dialect: {
      createAdapter: () => new kysely.SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new kysely.SqliteIntrospector(db),
      createQueryCompiler: () => new kysely.SqliteQueryCompiler(),
    },
  });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }

  return {
    // The file holds the merchant's tables too; which they are, only the merchant knows.
    db: db as unknown as Kysely<Tables>,
    transaction: (work) =>
      db.transaction().execute(async (tx) => {
        const transaction = {running: true};
        try {
          return await transactions.run(transaction, () =>
            work(tx as unknown as Transaction<Tables>),
          );
        } finally {
          // What the work left running in the background may use the database again.
          transaction.running = false;
        }
      }),
    close: () => db.destroy(),
  };
}

async function needed<T>(name: string, loaded: Promise<T>): Promise<T> {
  try {
    return await loaded;
  } catch (cause) {
    throw new Error(`The SQLite ledger needs "${name}". Run: npm install kysely libsql`, {cause});
  }
}
