import type {Selectable, Transaction} from 'kysely';
import type {KeyMode} from '../../../wire/ids.js';
import type {ChargeFailure} from '../../model/mandates/charge-failure.js';
import {needsApproval, type Charge, type ChargeStatus} from '../../model/mandates/charge.js';
import {hasCome, wasBefore} from '../has-come.js';
import type {ChargeRow, Ledger, LedgerTables} from '../ledger.js';

/** A charge that is about to be asked for. */
export type NewCharge = Pick<
  Charge,
  | 'mandateId'
  | 'period'
  | 'attempt'
  | 'amount'
  | 'currency'
  | 'notes'
  | 'description'
  | 'debitAfter'
  | 'receipt'
> & {readonly keyId: string};

/** Where a charge goes. */
export type ChargeMove =
  | {readonly to: 'pending' | 'captured'; readonly paymentId: string}
  | {
      readonly to: 'failed';
      readonly paymentId: string | undefined;
      readonly failure: ChargeFailure;
    }
  | {
      /** It stays captured. */
      readonly to: 'partly_refunded' | 'refunded' | 'refund_failed';
      readonly paymentId: string;
      /** In all, so that a refund that is told twice counts once. */
      readonly amountRefunded: number;
    };

/** Which charges to look through, a page at a time. Times in ms since 1970. */
export interface OpenQuery {
  /** What the key ids that may have made them begin with. */
  readonly mode: KeyMode;
  /** Begun then or before. */
  readonly before: number;
  /** Those that failed only since then: the bank may still say something else. */
  readonly failedAfter: number;
  /** Those that were captured only if they were begun since then: money may have gone back. */
  readonly capturedAfter: number;
  /** The last one of the page before. */
  readonly last: Charge | undefined;
  readonly limit: number;
}

/** The statements on the charges. Each is atomic by itself. */
export class ChargesTable {
  readonly #ledger: Ledger<LedgerTables>;
  readonly #now: () => number;

  constructor(ledger: Ledger<LedgerTables>, now: () => number) {
    this.#ledger = ledger;
    this.#now = now;
  }

  /** The attempts to charge a mandate for a period, the last one first. */
  async attempts(mandateId: string, period: string): Promise<Charge[]> {
    const rows = await this.#ledger.db
      .selectFrom('rzp_charges')
      .selectAll()
      .where('mandate_id', '=', mandateId)
      .where('period', '=', period)
      .orderBy('attempt', 'desc')
      .execute();
    return rows.map(toCharge);
  }

  /** All charges of a mandate, the newest first. */
  async ofMandate(mandateId: string): Promise<Charge[]> {
    const rows = await this.#ledger.db
      .selectFrom('rzp_charges')
      .selectAll()
      .where('mandate_id', '=', mandateId)
      .orderBy('created_at', 'desc')
      .orderBy('period', 'desc')
      .orderBy('attempt', 'desc')
      .execute();
    return rows.map(toCharge);
  }

  /** The charge of a mandate that has yet to end. */
  async open(mandateId: string): Promise<Charge | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_charges')
      .selectAll()
      .where('mandate_id', '=', mandateId)
      .where('status', 'in', OPEN)
      .executeTakeFirst();
    return row && toCharge(row);
  }

  async findByOrder(orderId: string): Promise<Charge | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_charges')
      .selectAll()
      .where('order_id', '=', orderId)
      .executeTakeFirst();
    return row && toCharge(row);
  }

  /** As `find`, for a charge that is known to be there. */
  async get({receipt}: Pick<Charge, 'receipt'>): Promise<Charge> {
    const row = await this.#ledger.db
      .selectFrom('rzp_charges')
      .selectAll()
      .where('receipt', '=', receipt)
      .executeTakeFirstOrThrow();
    return toCharge(row);
  }

  /**
   * Enters a charge for this process to ask for. Undefined when the attempt is there already, or when
   * another charge of the mandate has yet to end.
   */
  async reserve(charge: NewCharge, leaseMs: number): Promise<Charge | undefined> {
    const now = this.#now();
    const row = await this.#ledger.db
      .insertInto('rzp_charges')
      .values({
        mandate_id: charge.mandateId,
        period: charge.period,
        attempt: charge.attempt,
        receipt: charge.receipt,
        key_id: charge.keyId,
        status: 'created' satisfies ChargeStatus,
        amount: charge.amount,
        currency: charge.currency,
        notes: JSON.stringify(charge.notes),
        description: charge.description ?? null,
        debit_after: charge.debitAfter?.getTime() ?? null,
        order_id: null,
        payment_id: null,
        sending_at: null,
        failure: null,
        leased_until: now + leaseMs,
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    return row && toCharge(row);
  }

  /** Takes over a charge that nobody asks for any more. False when somebody does, or has. */
  async takeOver({receipt}: Charge, leaseMs: number): Promise<boolean> {
    const now = this.#now();
    const taken = await this.#ledger.db
      .updateTable('rzp_charges')
      .set({leased_until: now + leaseMs})
      .where('receipt', '=', receipt)
      .where('status', '=', 'created')
      .where(hasCome('leased_until', now, leaseMs))
      .returning('receipt')
      .executeTakeFirst();
    return taken !== undefined;
  }

  /** Leaves a charge to the next who asks for it. */
  async release({receipt}: Charge): Promise<void> {
    await this.#ledger.db
      .updateTable('rzp_charges')
      .set({leased_until: 0})
      .where('receipt', '=', receipt)
      .execute();
  }

  /** Enters the order that Razorpay has made for a charge; one that was entered before stays. */
  async enterOrder({receipt}: Charge, orderId: string): Promise<Charge> {
    await this.#ledger.db
      .updateTable('rzp_charges')
      .set({order_id: orderId})
      .where('receipt', '=', receipt)
      .where('order_id', 'is', null)
      .execute();
    return this.get({receipt});
  }

  /** Notes that Razorpay is about to be asked to charge. Undefined when somebody has noted it. */
  async noteSending({receipt, updatedAt}: Charge): Promise<Charge | undefined> {
    const now = this.#now();
    const row = await this.#ledger.db
      .updateTable('rzp_charges')
      .set({
        status: 'pending' satisfies ChargeStatus,
        sending_at: now,
        updated_at: Math.max(now, updatedAt.getTime() + 1),
      })
      .where('receipt', '=', receipt)
      .where('status', '=', 'created')
      .where('updated_at', '=', updatedAt.getTime())
      .returningAll()
      .executeTakeFirst();
    return row && toCharge(row);
  }

  /** Takes the note back: Razorpay has said that it did nothing. */
  async forgetSending({receipt, updatedAt}: Charge): Promise<void> {
    await this.#ledger.db
      .updateTable('rzp_charges')
      .set({
        status: 'created' satisfies ChargeStatus,
        sending_at: null,
        leased_until: 0,
        updated_at: updatedAt.getTime() + 1,
      })
      .where('receipt', '=', receipt)
      .where('updated_at', '=', updatedAt.getTime())
      .execute();
  }

  /**
   * Moves a charge on from where it was read and does the work in the same transaction. Undefined,
   * and the work not done, when it has been moved since.
   */
  move(
    from: Charge,
    move: ChargeMove,
    work: (charge: Charge, tx: Transaction<LedgerTables>) => Promise<void>,
  ): Promise<Charge | undefined> {
    // Later with each move, whatever the clocks of those who move it say.
    const readAt = from.updatedAt.getTime();
    return this.#ledger.transaction(async (tx) => {
      const row = await tx
        .updateTable('rzp_charges')
        .set({
          status: 'amountRefunded' in move ? ('captured' satisfies ChargeStatus) : move.to,
          payment_id: move.paymentId ?? null,
          ...('amountRefunded' in move && {amount_refunded: move.amountRefunded}),
          failure: move.to === 'failed' ? JSON.stringify(move.failure) : null,
          updated_at: Math.max(this.#now(), readAt + 1),
        })
        .where('receipt', '=', from.receipt)
        .where('updated_at', '=', readAt)
        .returningAll()
        .executeTakeFirst();
      const charge = row && toCharge(row);
      if (charge) await work(charge, tx);
      return charge;
    });
  }

  /** Whether another attempt of a charge's period has brought its money. */
  async isPaidOtherwise(
    {mandateId, period, attempt}: Charge,
    tx: Transaction<LedgerTables>,
  ): Promise<boolean> {
    // An update that changes nothing locks the mandate: of two attempts that are captured at once, the
    // second sees the first.
    await tx
      .updateTable('rzp_mandates')
      .set(({ref}) => ({asked_at: ref('asked_at').$castTo<number>()}))
      .where('id', '=', mandateId)
      .execute();
    const other = await tx
      .selectFrom('rzp_charges')
      .select('receipt')
      .where('mandate_id', '=', mandateId)
      .where('period', '=', period)
      .where('attempt', '!=', attempt)
      .where('status', '=', 'captured')
      .executeTakeFirst();
    return other !== undefined;
  }

  /** Charges that may still move, in the order of their beginning, page by page. */
  async unfinished({
    mode,
    before,
    failedAfter,
    capturedAfter,
    last,
    limit,
  }: OpenQuery): Promise<Charge[]> {
    let query = this.#ledger.db
      .selectFrom('rzp_charges')
      .selectAll()
      .where('key_id', 'like', `${mode}%`)
      .where(wasBefore('created_at', before, this.#now()))
      .where((where) =>
        where.or([
          where('status', 'in', OPEN),
          where.and([
            where('status', '=', 'failed'),
            where('sending_at', 'is not', null),
            where('updated_at', '>=', failedAfter),
          ]),
          where.and([where('status', '=', 'captured'), where('created_at', '>', capturedAfter)]),
        ]),
      );
    if (last) {
      const createdAt = last.createdAt.getTime();
      query = query.where((where) =>
        where.or([
          where('created_at', '>', createdAt),
          where.and([where('created_at', '=', createdAt), where('receipt', '>', last.receipt)]),
        ]),
      );
    }
    const rows = await query.orderBy('created_at').orderBy('receipt').limit(limit).execute();
    return rows.map(toCharge);
  }
}

const OPEN: readonly ChargeStatus[] = ['created', 'pending'];

const toCharge = (row: Selectable<ChargeRow>): Charge => {
  const date = (ms: number | string | null) => (ms === null ? undefined : new Date(Number(ms)));
  return {
    mandateId: row.mandate_id,
    period: row.period,
    attempt: row.attempt,
    status: row.status as ChargeStatus,
    amount: Number(row.amount),
    currency: row.currency,
    amountRefunded: Number(row.amount_refunded),
    notes: JSON.parse(row.notes) as Record<string, string>,
    description: row.description ?? undefined,
    debitAfter: date(row.debit_after),
    needsApproval: needsApproval(Number(row.amount)),
    receipt: row.receipt,
    orderId: row.order_id ?? undefined,
    paymentId: row.payment_id ?? undefined,
    sentAt: date(row.sending_at),
    failure: row.failure === null ? undefined : (JSON.parse(row.failure) as ChargeFailure),
    createdAt: new Date(Number(row.created_at)),
    updatedAt: new Date(Number(row.updated_at)),
  };
};
