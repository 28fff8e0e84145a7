import type {Selectable} from 'kysely';
import type {DeviceErrorReply, DeviceMode} from '../../../wire/device.js';
import type {KeyMode} from '../../../wire/ids.js';
import {ON_DEVICE, type Activity, type ActivityStatus} from '../../model/devices/activity.js';
import {hasCome, wasBefore} from '../has-come.js';
import type {ActivityRow, Ledger, LedgerTables} from '../ledger.js';

/** How long the gateway is left alone about a sale once a page has made us ask. */
export const ASK_GATEWAY_INTERVAL_MS = 1_000;

/** A sale that is about to be put on a device. */
export type NewActivity = Pick<
  Activity,
  'orderId' | 'attempt' | 'keyId' | 'deviceMode' | 'deviceId' | 'gateway'
>;

/** What becomes of a sale's row. */
export interface ActivityMove {
  readonly to: ActivityStatus;
  readonly error: DeviceErrorReply | undefined;
  /** Where the gateway has just given it. */
  readonly activityId?: string | undefined;
}

/** Which sales to look through, a page at a time. Times in ms since 1970. */
export interface UnendedQuery {
  /** What the key ids that may have made them begin with. */
  readonly mode: KeyMode;
  /** Begun then or before. */
  readonly before: number;
  /** The last one of the page before. */
  readonly last: Activity | undefined;
  readonly limit: number;
}

/** Which attempt it is. */
type Which = Pick<Activity, 'orderId' | 'attempt'>;

/** The statements on the sales on devices. Each is atomic by itself. */
export class ActivitiesTable {
  readonly #ledger: Ledger<LedgerTables>;
  readonly #now: () => number;

  constructor(ledger: Ledger<LedgerTables>, now: () => number) {
    this.#ledger = ledger;
    this.#now = now;
  }

  /** The last attempt to have an order paid on a device. */
  async latest(orderId: string): Promise<Activity | undefined> {
    const row = await this.#ledger.db
      .selectFrom('rzp_activities')
      .selectAll()
      .where('order_id', '=', orderId)
      .orderBy('attempt', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && toActivity(row);
  }

  /** An attempt that is known to be there, as it stands now. */
  async get({orderId, attempt}: Which): Promise<Activity> {
    const row = await this.#ledger.db
      .selectFrom('rzp_activities')
      .selectAll()
      .where('order_id', '=', orderId)
      .where('attempt', '=', attempt)
      .executeTakeFirstOrThrow();
    return toActivity(row);
  }

  /**
   * Enters a sale for this process to put on its device. Undefined where another sale is on it, or this
   * one on another: see `inTheWay`.
   */
  reserve(activity: NewActivity, leaseMs: number): Promise<Activity | undefined> {
    const now = this.#now();
    return this.#ledger.transaction(async (tx) => {
      // A device that is named and one that is not may be the same, of which no index knows: who enters
      // a sale of a gateway waits for the one before.
      await tx
        .insertInto('rzp_gateways')
        .values({name: activity.gateway})
        .onConflict((conflict) => conflict.column('name').doUpdateSet({name: activity.gateway}))
        .execute();
      const other = await tx
        .selectFrom('rzp_activities')
        .select('order_id')
        .where('gateway', '=', activity.gateway)
        .where('status', 'in', ON_DEVICE)
        .$if(activity.deviceId !== undefined, (query) => query.where('device_id', 'is', null))
        .limit(1)
        .executeTakeFirst();
      if (other) return undefined;
      const row = await tx
        .insertInto('rzp_activities')
        .values({
          order_id: activity.orderId,
          attempt: activity.attempt,
          key_id: activity.keyId,
          device_mode: activity.deviceMode,
          device_id: activity.deviceId ?? null,
          gateway: activity.gateway,
          status: 'sending' satisfies ActivityStatus,
          activity_id: null,
          error: null,
          closed_at: null,
          leased_until: now + leaseMs,
          asked_at: now,
          created_at: now,
          updated_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && toActivity(row);
    });
  }

  /** The sale because of which another can't be put on a device; this order's own goes first. */
  async inTheWay({
    orderId,
    gateway,
    deviceId,
  }: Pick<NewActivity, 'orderId' | 'gateway' | 'deviceId'>): Promise<Activity | undefined> {
    const rows = await this.#ledger.db
      .selectFrom('rzp_activities')
      .selectAll()
      .where((where) =>
        where.or([
          where.and([
            where('order_id', '=', orderId),
            where('status', 'in', [...ON_DEVICE, 'over']),
          ]),
          where.and([
            where('status', 'in', ON_DEVICE),
            deviceId === undefined
              ? where('gateway', '=', gateway)
              : where.or([
                  where('device_id', '=', deviceId),
                  where.and([where('gateway', '=', gateway), where('device_id', 'is', null)]),
                ]),
          ]),
        ]),
      )
      .execute();
    const row = rows.find(({order_id}) => order_id === orderId) ?? rows[0];
    return row && toActivity(row);
  }

  /**
   * Takes the right to talk to the device, from where the sale was read. Undefined when somebody else
   * has it, or the sale has moved since.
   */
  async lease(from: Activity, leaseMs: number): Promise<Activity | undefined> {
    const now = this.#now();
    const row = await this.#ledger.db
      .updateTable('rzp_activities')
      .set({leased_until: now + leaseMs, updated_at: laterThan(from, now)})
      .where('order_id', '=', from.orderId)
      .where('attempt', '=', from.attempt)
      .where('updated_at', '=', from.updatedAt.getTime())
      .where('status', 'in', ON_DEVICE)
      .where(hasCome('leased_until', now, leaseMs))
      .returningAll()
      .executeTakeFirst();
    return row && toActivity(row);
  }

  /** Notes that the gateway has said that nothing is on the device any more. Who has the lease keeps it. */
  async noteClosed(from: Activity): Promise<Activity | undefined> {
    const now = this.#now();
    const row = await this.#ledger.db
      .updateTable('rzp_activities')
      .set({closed_at: now, updated_at: laterThan(from, now)})
      .where('order_id', '=', from.orderId)
      .where('attempt', '=', from.attempt)
      .where('updated_at', '=', from.updatedAt.getTime())
      .returningAll()
      .executeTakeFirst();
    return row && toActivity(row);
  }

  /** Enters by which name its gateway is known by now. */
  async enterGateway(from: Activity, gateway: string): Promise<Activity> {
    await this.#ledger.db
      .updateTable('rzp_activities')
      .set({gateway})
      .where('order_id', '=', from.orderId)
      .where('attempt', '=', from.attempt)
      .execute();
    return this.get(from);
  }

  /** Gives the right to talk to the device back. */
  async release(from: Activity): Promise<void> {
    await this.#ledger.db
      .updateTable('rzp_activities')
      .set({leased_until: 0})
      .where('order_id', '=', from.orderId)
      .where('attempt', '=', from.attempt)
      .where('updated_at', '=', from.updatedAt.getTime())
      .execute();
  }

  /**
   * Moves a sale on from where it was read, and gives the lease back. Undefined when it has been moved
   * or leased since.
   */
  async move(from: Activity, {to, error, activityId}: ActivityMove): Promise<Activity | undefined> {
    const row = await this.#ledger.db
      .updateTable('rzp_activities')
      .set({
        status: to,
        error: error ? JSON.stringify(error) : null,
        ...(activityId !== undefined && {activity_id: activityId}),
        leased_until: 0,
        updated_at: laterThan(from, this.#now()),
      })
      .where('order_id', '=', from.orderId)
      .where('attempt', '=', from.attempt)
      .where('updated_at', '=', from.updatedAt.getTime())
      .returningAll()
      .executeTakeFirst();
    return row && toActivity(row);
  }

  /** Whether the gateway may be asked about a sale now: true for one caller per interval. */
  async mayAsk({orderId, attempt}: Which): Promise<boolean> {
    const now = this.#now();
    const asked = await this.#ledger.db
      .updateTable('rzp_activities')
      .set({asked_at: now})
      .where('order_id', '=', orderId)
      .where('attempt', '=', attempt)
      .where(wasBefore('asked_at', now - ASK_GATEWAY_INTERVAL_MS, now))
      .returning('order_id')
      .executeTakeFirst();
    return asked !== undefined;
  }

  /** Sales of which it is not known what became of them, in the order of their beginning, page by page. */
  async unended({mode, before, last, limit}: UnendedQuery): Promise<Activity[]> {
    let query = this.#ledger.db
      .selectFrom('rzp_activities')
      .selectAll()
      .where('key_id', 'like', `${mode}%`)
      .where('status', 'in', [...ON_DEVICE, 'over'])
      .where(wasBefore('created_at', before, this.#now()));
    if (last) {
      const createdAt = last.createdAt.getTime();
      query = query.where((where) =>
        where.or([
          where('created_at', '>', createdAt),
          where.and([where('created_at', '=', createdAt), where('order_id', '>', last.orderId)]),
        ]),
      );
    }
    // Of one order one attempt at a time has not ended.
    const rows = await query.orderBy('created_at').orderBy('order_id').limit(limit).execute();
    return rows.map(toActivity);
  }
}

/** Later with each move, whatever the clocks of those who move it say. */
const laterThan = ({updatedAt}: Activity, now: number): number =>
  Math.max(now, updatedAt.getTime() + 1);

const toActivity = (row: Selectable<ActivityRow>): Activity => ({
  orderId: row.order_id,
  attempt: row.attempt,
  keyId: row.key_id,
  deviceMode: row.device_mode as DeviceMode,
  deviceId: row.device_id ?? undefined,
  gateway: row.gateway,
  status: row.status as ActivityStatus,
  activityId: row.activity_id ?? undefined,
  error: row.error === null ? undefined : (JSON.parse(row.error) as DeviceErrorReply),
  isClosed: row.closed_at !== null,
  leasedUntil: Number(row.leased_until),
  createdAt: new Date(Number(row.created_at)),
  updatedAt: new Date(Number(row.updated_at)),
});
