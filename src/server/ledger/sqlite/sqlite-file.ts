import type {OpenSqlite, SqliteDatabase} from './sqlite-database.js';

/** How long the thread itself waits for a lock: most are held for less. */
const THREAD_WAIT_MS = 10;
/** How long a statement waits for a lock in all: more than `onStatus` may take. */
export const LOCK_WAIT_MS = 15_000;

/** Opens a file for several processes: readers never wait for the writer. */
export async function openFile(open: OpenSqlite, path: string): Promise<SqliteDatabase> {
  const file = open(path);
  try {
    // Before anything else, because the next line takes a lock.
    file.exec(`pragma busy_timeout = ${THREAD_WAIT_MS}`);
    await retryWhileLocked(() => file.exec('pragma journal_mode = wal'));
    file.exec('pragma foreign_keys = on');
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Runs what needs a lock, again and again while another ledger has it. */
export async function retryWhileLocked<T>(run: () => T): Promise<T> {
  const end = performance.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      return run();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      // Uneven, so that two that wait do not meet again and again.
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
    }
  }
}

/** SQLite's own number; kinds of it have more in the bits above. */
const SQLITE_BUSY = 5;

/**
 * Whether another ledger had the lock that was needed: `libsql` names it, `node:sqlite` counts, and of
 * what Deno's `exec` meets there is no more than SQLite's words.
 */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error) return (Number(error.errcode) & 0xff) === SQLITE_BUSY;
  const code = 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_BUSY') || error.message === 'database is locked';
}
