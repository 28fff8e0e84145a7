import type {Kysely} from 'kysely';
import type {Ledger, LedgerTables} from './ledger.js';
import {migrate} from './migrations.js';
import {runTransaction, type Running} from './transactions.js';

/** Makes a ledger of a database, brought up to date; what cannot be is let go of again. */
export async function openLedger<Tables>(
  db: Kysely<LedgerTables>,
  running: Running,
  lock?: Parameters<typeof migrate>[1],
): Promise<Ledger<Tables>> {
  try {
    await migrate(db, lock);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    // The database holds the merchant's tables too; which they are, only the merchant knows.
    db: db as unknown as Kysely<Tables>,
    transaction: (work) => runTransaction(db, running, work),
    close: () => db.destroy(),
  };
}
