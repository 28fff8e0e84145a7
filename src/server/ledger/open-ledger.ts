import type {Kysely} from 'kysely';
import type {GuardedDriver} from './guarded-driver.js';
import type {Ledger, LedgerTables} from './ledger.js';
import {migrate} from './migrations.js';
import {runTransaction, type Running} from './transactions.js';

/** A database that was opened, and what it was opened with. */
export interface Opened {
  readonly db: Kysely<LedgerTables>;
  readonly driver: GuardedDriver;
  readonly running: Running;
}

/** Makes a ledger of a database, brought up to date; what cannot be is let go of again. */
export async function openLedger<Tables>(
  {db, driver, running}: Opened,
  lock?: Parameters<typeof migrate>[1],
): Promise<Ledger<Tables>> {
  try {
    await migrate(db, lock);
  } catch (error) {
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
      // Node 20 hands what was ever entered on to each promise of the process, unless told not to.
      running.disable();
    },
  };
}
