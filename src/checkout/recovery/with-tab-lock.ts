import {readItem, removeItem, writeItem} from '../storage/browser-storage.js';

/** A tab that dies at work keeps others out no longer than this. */
const LEASE_MS = 20_000;
/** Two tabs that write a lease at once have both written it by then; the later one has it. */
const WRITTEN_BY_ALL_MS = 20;

/**
 * Does the work unless another tab is at it (then resolves with nothing): under a Web Lock, or
 * under a lease in the storage where the browser has none, as on plain http. Keep the work short:
 * one request.
 */
export async function withTabLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const lock = `rzp-magic-button:lock:${name}`;
  const {locks} = navigator as {locks?: LockManager};
  if (locks) {
    return locks.request(lock, {ifAvailable: true}, (held) => (held ? work() : undefined));
  }
  const leftMs = parseInt(readItem(lock) ?? '') - Date.now();
  // One that is longer than any was not written here, or by another clock.
  if (leftMs > 0 && leftMs <= LEASE_MS) return undefined;
  const mine = `${Date.now() + LEASE_MS} ${Math.random()}`;
  writeItem(lock, mine);
  await new Promise((resolve) => setTimeout(resolve, WRITTEN_BY_ALL_MS));
  if (readItem(lock) !== mine) return undefined;
  const release = () => {
    if (readItem(lock) === mine) removeItem(lock);
  };
  addEventListener('pagehide', release);
  try {
    return await work();
  } finally {
    removeEventListener('pagehide', release);
    release();
  }
}
