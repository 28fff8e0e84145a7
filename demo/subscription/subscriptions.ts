import type {Kysely, Transaction} from 'kysely';
import {
  OrderRefused,
  type Cart,
  type Charge,
  type Checkout,
  type Mandate,
  type MandateChange,
  type PricedMandate,
} from 'rzp-magic-button/server.js';
import {dueAt, periodAfter, periodFrom, periodName} from './periods.js';
import {planOf, PLANS, type Plan} from './plans.js';
import type {Subscriber, SubscriptionRow, SubscriptionTables} from './tables.js';

/** A subscription with all that its page shows. */
export interface Subscription {
  mandate: Mandate;
  plan: Plan;
  wish: SubscriptionRow['wish'];
  /** How much of the first box was given back, in paise. */
  firstRefunded: number;
  /** The newest first. */
  charges: readonly Charge[];
  /** What is charged next; undefined where nothing is. */
  next: NextCharge | undefined;
}

export interface NextCharge {
  period: string;
  /** In ms since 1970. */
  dueAt: number;
  /** The last try to charge this period; undefined where there was none. */
  last: Charge | undefined;
}

/** Which charge a form was about: another one may have begun since its page was loaded. */
export interface ChargeForm {
  period: string;
  attempt: number;
}

const isLiving = ({status, wish}: SubscriptionRow): boolean =>
  wish !== 'ended' && (status === 'initiated' || status === 'confirmed' || status === 'paused');

/**
 * For `onMandate`: enters where a mandate stands, within the transaction that moves it. Whoever had two
 * checkouts open may approve both: the second is none that goes on.
 */
export async function enterMandate(
  {mandate, status}: MandateChange,
  tx: Transaction<SubscriptionTables>,
): Promise<void> {
  const {id, customerId, orderId} = mandate;
  const others = (await rowsOf(tx, customerId)).filter(({mandate_id}) => mandate_id !== id);
  await tx
    .insertInto('subscriptions')
    .values({
      mandate_id: id,
      customer_id: customerId,
      order_id: orderId,
      status,
      wish: others.some(isLiving) ? 'ended' : 'on',
      from_period: null,
    })
    .onConflict((conflict) => conflict.column('mandate_id').doUpdateSet({status}))
    .execute();
}

const rowsOf = (db: Kysely<SubscriptionTables>, customerId: string): Promise<SubscriptionRow[]> =>
  db.selectFrom('subscriptions').selectAll().where('customer_id', '=', customerId).execute();

/**
 * For `price`: the mandate that whoever is signed in shall approve. Undefined for what is no plan.
 * Approving pays for the first box, so its price is both what is paid now and the least to be approved.
 */
export async function priceOfPlan(
  {data}: Cart,
  {db, subscriber}: {db: Kysely<SubscriptionTables>; subscriber: Subscriber | undefined},
): Promise<PricedMandate | undefined> {
  const wanted =
    typeof data === 'object' && data !== null && 'plan' in data ? data.plan : undefined;
  if (wanted === undefined) return undefined;
  const plan = planOf(wanted);
  if (!plan) throw new OrderRefused('We no longer have this plan. Please load the page again.');
  if (!subscriber) throw new OrderRefused('Please tell us who you are first.');
  if ((await rowsOf(db, subscriber.customer_id)).some(isLiving))
    throw new OrderRefused('You have a subscription already. Please load the page again.');
  const {price, maxAmount, frequency} = plan;
  return {
    amount: price,
    mandate: {customer: subscriber.customer_id, maxAmount, frequency},
    notes: {plan: plan.id},
  };
}

interface SubscriptionsParts {
  db: Kysely<SubscriptionTables>;
  checkout: Checkout;
  now: () => number;
}

/** What the shop does about subscriptions, by the kit's mandates. */
export class Subscriptions {
  readonly #db: Kysely<SubscriptionTables>;
  readonly #checkout: Checkout;
  readonly #now: () => number;

  constructor({db, checkout, now}: SubscriptionsParts) {
    this.#db = db;
    this.#checkout = checkout;
    this.#now = now;
  }

  /** Those of a customer, the living ones first, then the newest. */
  async of(customerId: string): Promise<Subscription[]> {
    const rows = await rowsOf(this.#db, customerId);
    const all = await Promise.all(rows.map((row) => this.#subscription(row)));
    return all
      .filter((subscription) => subscription !== undefined)
      .sort((one, other) => other.mandate.createdAt.getTime() - one.mandate.createdAt.getTime())
      .sort((one, other) => Number(isOver(one)) - Number(isOver(other)));
  }

  /** One that is the customer's; undefined for any other. */
  async find(customerId: string, mandateId: string): Promise<Subscription | undefined> {
    return (await this.of(customerId)).find(({mandate}) => mandate.id === mandateId);
  }

  /** Asks Razorpay what has become of a subscription, in case no webhook has told. */
  async refresh({mandate, charges}: Subscription): Promise<void> {
    const {mandates} = this.#checkout;
    const open = charges.filter(({status}) => status === 'created' || status === 'pending');
    if (!ENDS.has(mandate.status)) await mandates.fetch(mandate.id);
    for (const {mandateId, period, amount} of open)
      await mandates.charge({mandate: mandateId, period, amount});
  }

  /**
   * Charges what is due, or tries once more what has failed. Nothing where the form is about another
   * charge than the one that follows now: it was pressed twice, or in a tab that is out of date.
   */
  async charge({mandate, plan, wish, next}: Subscription, form: ChargeForm): Promise<void> {
    if (!next || wish !== 'on' || this.#now() < next.dueAt) return;
    if (next.period !== form.period || (next.last?.attempt ?? 0) !== form.attempt) return;
    await this.#checkout.mandates.charge({
      mandate: mandate.id,
      period: next.period,
      amount: plan.price,
      description: `${plan.name}, ${periodName(next.period)}`,
      retry: next.last !== undefined,
    });
  }

  /** Sends no box and charges none until the shopper goes on. */
  pause({mandate}: Subscription): Promise<void> {
    return this.#wish(mandate.id, {wish: 'paused'});
  }

  /** Goes on with the first period whose day is yet to come. */
  resume({mandate, plan}: Subscription): Promise<void> {
    let period = periodFrom(mandate.createdAt.getTime(), plan.months);
    while (dueAt(period) < this.#now()) period = periodAfter(period, plan.months);
    return this.#wish(mandate.id, {wish: 'on', from_period: period});
  }

  /** Has the shopper's bank end the mandate. From here on nothing is charged, whatever the bank does. */
  async cancel({mandate}: Subscription): Promise<void> {
    await this.#wish(mandate.id, {wish: 'ended'});
    await this.#checkout.mandates.cancel(mandate.id);
  }

  /** For `afterMandate`: has the bank end what the shop does not go on with, once it can be ended. */
  async endUnwanted({mandate, status}: MandateChange): Promise<void> {
    if (status !== 'confirmed') return;
    const rows = await rowsOf(this.#db, mandate.customerId);
    if (rows.some(({mandate_id, wish}) => mandate_id === mandate.id && wish === 'ended'))
      await this.#checkout.mandates.cancel(mandate.id);
  }

  /** A link on which the shopper approves without this page. */
  async createLink(
    {name, contact, email}: Subscriber,
    {id, name: planName, price, maxAmount, frequency}: Plan,
  ): Promise<{url: string; orderId: string}> {
    return this.#checkout.mandates.links.create({
      customer: {name, contact, email},
      amount: price,
      description: `Kettle & Leaf: ${planName}`,
      mandate: {maxAmount, frequency},
      smsNotify: true,
      notes: {plan: id},
    });
  }

  async #wish(
    mandateId: string,
    change: Partial<Pick<SubscriptionRow, 'wish' | 'from_period'>>,
  ): Promise<void> {
    await this.#db
      .updateTable('subscriptions')
      .set(change)
      .where('mandate_id', '=', mandateId)
      .where('wish', '!=', 'ended')
      .execute();
  }

  async #subscription(row: SubscriptionRow): Promise<Subscription | undefined> {
    const {mandates} = this.#checkout;
    const [mandate, order, charges] = await Promise.all([
      mandates.find(row.mandate_id),
      this.#checkout.order(row.order_id),
      mandates.charges(row.mandate_id),
    ]);
    if (!mandate) return undefined;
    const plan = planOf(order?.notes.plan) ?? PLANS[0];
    if (!plan) return undefined;
    const isOn = isLiving(row) && row.wish === 'on';
    return {
      mandate,
      plan,
      wish: row.wish,
      firstRefunded: order?.amountRefunded ?? 0,
      charges,
      next: isOn ? nextCharge(row, {mandate, plan, charges}) : undefined,
    };
  }
}

const ENDS: ReadonlySet<Mandate['status']> = new Set(['cancelled', 'rejected', 'expired']);

/** Whether nothing follows any more. */
export const isOver = ({mandate, wish}: Pick<Subscription, 'mandate' | 'wish'>): boolean =>
  wish === 'ended' || ENDS.has(mandate.status);

/** The first period that is neither paid nor given up. */
function nextCharge(
  {from_period}: SubscriptionRow,
  {mandate, plan, charges}: Pick<Subscription, 'mandate' | 'plan' | 'charges'>,
): NextCharge {
  let period = from_period ?? periodFrom(mandate.createdAt.getTime(), plan.months);
  for (;;) {
    const attempts = charges.filter((charge) => charge.period === period);
    const last = attempts.reduce<Charge | undefined>(
      (newest, charge) => (newest && newest.attempt > charge.attempt ? newest : charge),
      undefined,
    );
    const isDone =
      attempts.some(({status}) => status === 'captured') || last?.failure?.advice === 'stop';
    if (!isDone) return {period, dueAt: dueAt(period), last};
    period = periodAfter(period, plan.months);
  }
}
