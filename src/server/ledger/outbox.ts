import type {Transaction} from 'kysely';
import type {Background} from '../runtime/background.js';
import {backoffMs, BATCH_SIZE, LEASE_MS, LONGEST_PAUSE_MS} from '../runtime/retry.js';
import {withDeadline} from '../runtime/with-deadline.js';
import {hasCome} from './has-come.js';
import type {Ledger, LedgerTables} from './ledger.js';

/** How long a hook may take before it counts as failed. Shorter than the lease. */
export const AFTER_STATUS_DEADLINE_MS = 30_000;

export interface OutboxConfig<Change> {
  readonly ledger: Ledger<LedgerTables>;
  readonly table: 'rzp_outbox' | 'rzp_mandate_outbox' | 'rzp_charge_outbox';
  readonly now: () => number;
  /** The name of the hook, for who reads that it failed. */
  readonly hook: string;
  readonly call: (change: Change) => unknown;
  /** Makes a change of the one that was entered, whose dates have become texts. */
  readonly revive: (change: Change) => Change;
  readonly background: Background;
  readonly report: (error: unknown) => void;
}

/**
 * The changes that a hook has yet to be told after their commit. A change is entered in the transaction
 * that makes it and leaves once the hook has returned, so that a crash in between repeats it.
 */
export class Outbox<Change> {
  readonly #config: OutboxConfig<Change>;

  constructor(config: OutboxConfig<Change>) {
    this.#config = config;
  }

  /** Enters a change for this process to tell. */
  async enter(change: Change, tx: Transaction<LedgerTables>): Promise<string> {
    const id = crypto.randomUUID();
    const due_at = this.#config.now() + LEASE_MS;
    await tx
      .insertInto(this.#config.table)
      .values({id, change: JSON.stringify(change), attempts: 1, due_at})
      .execute();
    return id;
  }

  /** Tells a change that was entered, once its transaction is over. */
  tell(id: string, change: Change): void {
    void this.#config.background.run(() => this.#tell(id, change, 1));
  }

  /** Tells what was left by processes that ended or by a hook that failed. */
  async tellDue(): Promise<void> {
    const {ledger, now} = this.#config;
    for (;;) {
      const due = await ledger.db
        .selectFrom(this.#config.table)
        .selectAll()
        .where(hasCome('due_at', now(), LONGEST_PAUSE_MS))
        .orderBy('due_at')
        .limit(BATCH_SIZE)
        .execute();
      for (const {id, change} of due) {
        const attempts = await this.#claim(id);
        if (attempts)
          await this.#tell(id, this.#config.revive(JSON.parse(change) as Change), attempts);
      }
      if (due.length < BATCH_SIZE) return;
    }
  }

  /** Takes a change on. Undefined when another process was faster. */
  async #claim(id: string): Promise<number | undefined> {
    const {ledger, now} = this.#config;
    const row = await ledger.db
      .updateTable(this.#config.table)
      .set((column) => ({due_at: now() + LEASE_MS, attempts: column('attempts', '+', 1)}))
      .where('id', '=', id)
      .where(hasCome('due_at', now(), LONGEST_PAUSE_MS))
      .returning('attempts')
      .executeTakeFirst();
    return row?.attempts;
  }

  async #tell(id: string, change: Change, attempts: number): Promise<void> {
    const {ledger, now, hook, call, report} = this.#config;
    try {
      await withDeadline(
        AFTER_STATUS_DEADLINE_MS,
        call(change),
        `${hook} took more than ${AFTER_STATUS_DEADLINE_MS} ms. It will be called again.`,
      );
    } catch (error) {
      report(error);
      await ledger.db
        .updateTable(this.#config.table)
        .set({due_at: now() + backoffMs(attempts)})
        .where('id', '=', id)
        .execute();
      return;
    }
    await ledger.db.deleteFrom(this.#config.table).where('id', '=', id).execute();
  }
}
