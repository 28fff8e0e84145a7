import {backoffMs, BATCH_SIZE, LEASE_MS} from '../runtime/retry.js';
import type {Ledger, LedgerTables} from './ledger.js';

/** An event that Razorpay sent. */
export interface WebhookEvent {
  /** The same in each repetition. */
  readonly id: string;
  /** Razorpay's word, such as `order.paid`. */
  readonly event: string;
  readonly orderId: string | undefined;
  /** As it came. */
  readonly body: string;
}

/** An event that this process has taken on. */
export interface TakenEvent {
  readonly id: string;
  readonly orderId: string | undefined;
  readonly attempts: number;
}

/** How long an event that is done is kept: Razorpay repeats events for up to 15 days. */
const KEPT_MS = 30 * 24 * 3_600_000;

/** The events that Razorpay sent, each worked on once. */
export class WebhooksTable {
  readonly #ledger: Ledger<LedgerTables>;
  readonly #now: () => number;

  constructor(ledger: Ledger<LedgerTables>, now: () => number) {
    this.#ledger = ledger;
    this.#now = now;
  }

  /** Enters an event and takes it on. Undefined when it is done, or in another's hands. */
  async receive({id, event, orderId, body}: WebhookEvent): Promise<TakenEvent | undefined> {
    const now = this.#now();
    const entered = await this.#ledger.db
      .insertInto('rzp_webhooks')
      .values({
        event_id: id,
        event,
        order_id: orderId ?? null,
        body,
        attempts: 1,
        due_at: now + LEASE_MS,
        received_at: now,
      })
      .onConflict((conflict) => conflict.column('event_id').doNothing())
      .returning('event_id')
      .executeTakeFirst();
    return entered ? {id, orderId, attempts: 1} : this.#take(id);
  }

  /** Takes on events that were left unfinished. */
  async takeDue(): Promise<TakenEvent[]> {
    const due = await this.#ledger.db
      .selectFrom('rzp_webhooks')
      .select('event_id')
      .where('due_at', '<=', this.#now())
      .orderBy('due_at')
      .limit(BATCH_SIZE)
      .execute();
    const taken = [];
    for (const {event_id} of due) {
      const event = await this.#take(event_id);
      if (event) taken.push(event);
    }
    return taken;
  }

  async done(id: string): Promise<void> {
    await this.#ledger.db
      .updateTable('rzp_webhooks')
      .set({due_at: null})
      .where('event_id', '=', id)
      .execute();
  }

  async retry({id, attempts}: TakenEvent): Promise<void> {
    await this.#ledger.db
      .updateTable('rzp_webhooks')
      .set({due_at: this.#now() + backoffMs(attempts)})
      .where('event_id', '=', id)
      .where('due_at', 'is not', null)
      .execute();
  }

  /** Forgets old events. */
  async prune(): Promise<void> {
    await this.#ledger.db
      .deleteFrom('rzp_webhooks')
      .where('due_at', 'is', null)
      .where('received_at', '<', this.#now() - KEPT_MS)
      .execute();
  }

  async #take(id: string): Promise<TakenEvent | undefined> {
    const now = this.#now();
    const row = await this.#ledger.db
      .updateTable('rzp_webhooks')
      .set((column) => ({due_at: now + LEASE_MS, attempts: column('attempts', '+', 1)}))
      .where('event_id', '=', id)
      .where('due_at', '<=', now)
      .returning(['order_id', 'attempts'])
      .executeTakeFirst();
    return row && {id, orderId: row.order_id ?? undefined, attempts: row.attempts};
  }
}
