import type {Kysely, Transaction} from 'kysely';
import type {AsyncLocalStorage} from 'node:async_hooks';
import type {LedgerTables} from './ledger.js';

/** The transaction that the present asynchronous call runs in. */
export type Running = AsyncLocalStorage<{isOver: boolean}>;

/** Throws inside of a transaction: a query past its `tx` may wait for the transaction itself. */
export function refuseInside(running: Running): void {
  if (running.getStore()?.isOver === false)
    throw new Error('A transaction is running: use its "tx", not the database or the kit.');
}

/** Runs the work in a transaction that `refuseInside` knows of. */
export function runTransaction<Tables, T>(
  db: Kysely<LedgerTables>,
  running: Running,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const transaction = {isOver: false};
    try {
      return await running.run(transaction, () => work(tx as unknown as Transaction<Tables>));
    } finally {
      // What the work left running in the background may use the database again.
      transaction.isOver = true;
    }
  });
}

/**
 * Loads a package that only this ledger needs; without it the error says what to install, and
 * where it is there and fails, such as for its native part, why.
 */
export async function loadOptional<T>(
  ledger: string,
  driver: string,
  name: string,
  loaded: Promise<T>,
): Promise<T> {
  try {
    return await loaded;
  } catch (cause) {
    // The native part of a package has a name of its own, which this does not match.
    if (!String(cause).includes(`'${name}'`))
      throw new Error(`The ${ledger} ledger could not load "${name}": ${String(cause)}`, {cause});
    const packages = `kysely ${driver}`.trim();
    throw new Error(`The ${ledger} ledger needs "${name}". Run: npm install ${packages}`, {cause});
  }
}
