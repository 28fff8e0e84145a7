import type {Transaction} from 'kysely';
import type {Order, StatusChange} from '../model/order.js';
import type {Background} from '../runtime/background.js';
import {backoffMs, BATCH_SIZE, LEASE_MS} from '../runtime/retry.js';
import {withDeadline} from '../runtime/with-deadline.js';
import type {Ledger, LedgerTables} from './ledger.js';

/** How long `afterStatus` may take before it counts as failed. Shorter than the lease. */
export const AFTER_STATUS_DEADLINE_MS = 30_000;

export interface OutboxConfig {
  readonly ledger: Ledger<LedgerTables>;
  readonly now: () => number;
  readonly afterStatus: (change: StatusChange) => unknown;
  readonly background: Background;
  readonly report: (error: unknown) => void;
}

/**
 * The changes that `afterStatus` has yet to be told. A change is entered in the transaction that
 * makes it and leaves once `afterStatus` has returned, so that a crash in between repeats it.
 */
export class Outbox {
  readonly #config: OutboxConfig;

  constructor(config: OutboxConfig) {
    this.#config = config;
  }

  /** Enters a change for this process to tell. */
  async enter(change: StatusChange, tx: Transaction<LedgerTables>): Promise<string> {
    const id = crypto.randomUUID();
    const due_at = this.#config.now() + LEASE_MS;
    await tx
      .insertInto('rzp_outbox')
      .values({id, change: JSON.stringify(change), attempts: 1, due_at})
      .execute();
    return id;
  }

  /** Tells a change that was entered, once its transaction is over. */
  tell(id: string, change: StatusChange): void {
    void this.#config.background.run(() => this.#tell(id, change, 1));
  }

  /** Tells what was left by processes that ended or by an `afterStatus` that failed. */
  async tellDue(): Promise<void> {
    const {ledger, now} = this.#config;
    for (;;) {
      const due = await ledger.db
        .selectFrom('rzp_outbox')
        .selectAll()
        .where('due_at', '<=', now())
        .orderBy('due_at')
        .limit(BATCH_SIZE)
        .execute();
      for (const {id, change} of due) {
        const attempts = await this.#claim(id);
        if (attempts) await this.#tell(id, parse(change), attempts);
      }
      if (due.length < BATCH_SIZE) return;
    }
  }

  /** Takes a change on. Undefined when another process was faster. */
  async #claim(id: string): Promise<number | undefined> {
    const {ledger, now} = this.#config;
    const row = await ledger.db
      .updateTable('rzp_outbox')
      .set((column) => ({due_at: now() + LEASE_MS, attempts: column('attempts', '+', 1)}))
      .where('id', '=', id)
      .where('due_at', '<=', now())
      .returning('attempts')
      .executeTakeFirst();
    return row?.attempts;
  }

  async #tell(id: string, change: StatusChange, attempts: number): Promise<void> {
    const {ledger, now, afterStatus, report} = this.#config;
    try {
      await withDeadline(
        AFTER_STATUS_DEADLINE_MS,
        afterStatus(change),
        `afterStatus took more than ${AFTER_STATUS_DEADLINE_MS} ms. It will be called again.`,
      );
    } catch (error) {
      report(error);
      await ledger.db
        .updateTable('rzp_outbox')
        .set({due_at: now() + backoffMs(attempts)})
        .where('id', '=', id)
        .execute();
      return;
    }
    await ledger.db.deleteFrom('rzp_outbox').where('id', '=', id).execute();
  }
}

/** A change as it was entered, with its dates. */
function parse(text: string): StatusChange {
  const change = JSON.parse(text) as StatusChange;
  const {createdAt, updatedAt} = change.order;
  const order: Order = {
    ...change.order,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  };
  return {...change, order};
}
