import {backoffMs, BATCH_SIZE, LEASE_MS, LONGEST_PAUSE_MS} from '../runtime/retry.js';
import {hasCome} from './has-come.js';
import type {Ledger, LedgerTables} from './ledger.js';

/** An event that Razorpay sent. */
export interface WebhookEvent {
  /** The same in each repetition, if it is Razorpay that repeats it: no signature covers it. */
  readonly id: string;
  /** Razorpay's word, such as `order.paid`. */
  readonly event: string;
  readonly orderId: string | undefined;
  /** As it came. */
  readonly body: string;
  /** SHA-256 of the body, in hex. */
  readonly bodyHash: string;
}

/** An event that this process has taken on. */
export interface TakenEvent {
  readonly id: string;
  readonly event: string;
  readonly body: string;
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

  /**
   * Enters an event and takes it on. Undefined when it is done, or in another's hands. One body is
   * kept once, whatever ids it comes under: whoever has got hold of one could fill the table with it.
   */
  async receive({
    id,
    event,
    orderId,
    body,
    bodyHash,
  }: WebhookEvent): Promise<TakenEvent | undefined> {
    const {db} = this.#ledger;
    const now = this.#now();
    const entered = await db
      .insertInto('rzp_webhooks')
      .values({
        event_id: id,
        event,
        order_id: orderId ?? null,
        body,
        body_hash: bodyHash,
        attempts: 1,
        due_at: now + LEASE_MS,
        received_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('event_id')
      .executeTakeFirst();
    if (entered) return {id, event, body, attempts: 1};
    const kept = await db
      .selectFrom('rzp_webhooks')
      .select('event_id')
      .where((where) => where.or([where('event_id', '=', id), where('body_hash', '=', bodyHash)]))
      .executeTakeFirst();
    return kept && this.#take(kept.event_id);
  }

  /** Takes on events that were left unfinished. */
  async takeDue(): Promise<TakenEvent[]> {
    const due = await this.#ledger.db
      .selectFrom('rzp_webhooks')
      .select('event_id')
      .where(hasCome('due_at', this.#now(), LONGEST_PAUSE_MS))
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

  /** Forgets the oldest of what is kept too long. Gives how many. */
  async prune(most: number): Promise<number> {
    const {db} = this.#ledger;
    const old = db
      .selectFrom('rzp_webhooks')
      .select('event_id')
      .where('due_at', 'is', null)
      .where('received_at', '<', this.#now() - KEPT_MS)
      .orderBy('received_at')
      .limit(most);
    const {numDeletedRows} = await db
      .deleteFrom('rzp_webhooks')
      .where('event_id', 'in', old)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  async #take(id: string): Promise<TakenEvent | undefined> {
    const now = this.#now();
    const row = await this.#ledger.db
      .updateTable('rzp_webhooks')
      .set((column) => ({due_at: now + LEASE_MS, attempts: column('attempts', '+', 1)}))
      .where('event_id', '=', id)
      .where(hasCome('due_at', now, LONGEST_PAUSE_MS))
      .returning(['event', 'body', 'attempts'])
      .executeTakeFirst();
    return row && {id, ...row};
  }
}
