import type {FaultSettings} from 'rzp-magic-button/sandbox.js';
import type {MandateFrequency} from '../../../src/server.js';
import {inParallel} from '../../fixtures/in-parallel.js';
import type {Random} from '../../fixtures/random.js';
import type {Chaos, Outcome, Scenario} from '../scenario.js';
import {findBroken} from './find-broken.js';
import {World} from './world.js';

const MANDATES = 200;
const PERIODS = ['first', 'second', 'third', 'fourth', 'fifth'];
const FREQUENCIES: readonly MandateFrequency[] = ['monthly', 'as_presented', 'weekly', 'daily'];

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 24 * HOUR_SECONDS;
/** How often the merchant asks for what is still unpaid. */
const ROUNDS = 8;
const KILLS_PER_PERIOD = 4;
const REFUND_PAISE = 10_000;
/** How often a charge that has failed is tried in all. */
const MOST_ATTEMPTS = 4;

const FAULTS: readonly FaultSettings[] = [
  {rest: 'dropped'},
  {rest: 'dropped'},
  {rest: '500'},
  {rest: '502'},
  {rest: '429'},
  {rest: 'silent'},
  {webhook: 'late'},
  {webhook: 'twice'},
  {webhook: 'out-of-order'},
  {webhook: 'never'},
  {charge: 'slow'},
  {charge: 'insufficient-funds'},
  {charge: 'payment-timed-out'},
  {charge: 'debit-declined'},
  {charge: 'pre-debit-notification-failed'},
  {charge: 'mandate-expired'},
];

type Task = () => Promise<unknown>;

export const mandates: Scenario = {
  about: `two processes charge ${MANDATES} mandates ${PERIODS.length} times each, asked twice for each, and are killed meanwhile`,
  run: async (chaos): Promise<Outcome> => {
    const world = await World.open(chaos);
    try {
      return await haveItGoWrong(world, chaos);
    } finally {
      await world.close();
    }
  },
};

async function haveItGoWrong(world: World, chaos: Chaos): Promise<Outcome> {
  const shoppers = Math.round(MANDATES * chaos.share);
  await world.advance(secondsUntilThe5th(world.now()));
  const tokens = await subscribe(world, chaos, shoppers);
  chaos.progress(`${tokens.length} mandates are approved`);
  for (const period of PERIODS) {
    const later = await chargeAll(world, chaos, tokens, period);
    await collect(world, chaos.random, {tokens, period, later});
    chaos.progress(`the ${period} period is over`);
    await world.advance(secondsUntilThe5th(world.now()));
  }
  const {figures, broken} = await findBroken(world, tokens, PERIODS);
  const {asks, refused, unanswered, faults} = world.counts;
  return {
    figures: {
      mandates: tokens.length,
      'charges asked': tokens.length * PERIODS.length,
      'times asked': asks,
      'of these refused': refused,
      'of these died': unanswered,
      'faults set': faults,
      kills: chaos.programs.kills,
      ...figures,
    },
    broken,
  };
}

/** Until noon of the 5th of the next month in India: far from the last day of a month. */
function secondsUntilThe5th(now: number): number {
  const date = new Date(now);
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 5, 6, 30);
  return Math.ceil((next - now) / 1000);
}

/** Has shoppers approve mandates; some of them the shop hears of by webhook or by asking alone. */
async function subscribe(world: World, {random}: Chaos, count: number): Promise<string[]> {
  const tokens: string[] = [];
  const tasks = Array.from({length: count}, (_, index): Task => {
    const isVerified = random.happens(0.7);
    const outcome = random.happens(0.3) ? 'initiated' : 'confirmed';
    const frequency = random.pick(FREQUENCIES);
    const shop = random.pick(world.shops);
    return async () => {
      const customer = await insist(() => shop.call('addCustomer', index));
      const order = await insist(async () => {
        const reply = await post(`${world.shopUrl}/orders`, {customer, frequency}, index);
        const {order_id: id} = (await reply.json()) as {order_id?: string};
        if (id === undefined) throw new Error(`There is no order: ${reply.status}.`);
        return id;
      });
      const {token, response} = await world.razorpay.call('approve', order, {outcome});
      tokens.push(token);
      // The page asks on and on in truth; what it could not tell is found all the same.
      if (isVerified) await post(`${world.shopUrl}/verify`, response, index).catch(() => undefined);
    };
  });
  await inParallel([...tasks, ...planFaults(world, random, count)]);
  await world.razorpay.call('clearFaults');
  await world.advance(DAY_SECONDS);
  await world.reconcile();
  await world.reconcile();
  return tokens;
}

/**
 * Asks for each mandate's charge of a period from both shops, in any order, while much goes wrong. Gives
 * the asks that are to come later, when the banks debit.
 */
async function chargeAll(
  world: World,
  {random, share}: Chaos,
  tokens: readonly string[],
  period: string,
): Promise<Task[]> {
  const paused = random.shuffle(tokens).slice(0, Math.ceil(tokens.length / 20));
  const now: Task[] = [];
  const later: Task[] = [];
  for (const token of tokens) {
    const [one, other] = random.shuffle(world.shops);
    now.push(() => world.ask(one!, token, period, false));
    (random.happens(0.6) ? now : later).push(() => world.ask(other!, token, period, false));
  }
  const others = [
    ...Array.from({length: 4}, (): Task => {
      const hours = 1 + random.below(8);
      return () => world.advance(hours * HOUR_SECONDS);
    }),
    ...Array.from({length: Math.ceil(KILLS_PER_PERIOD * share)}, (): Task => {
      const shop = random.pick(world.shops);
      return () => shop.restart();
    }),
    ...paused.map(
      (token): Task =>
        () =>
          world.razorpay.call('pause', token).catch(() => undefined),
    ),
    ...planFaults(world, random, tokens.length),
  ];
  await inParallel(random.shuffle([...now, ...others]));
  for (const token of paused) await world.razorpay.call('resume', token).catch(() => undefined);
  return later;
}

interface Period {
  readonly tokens: readonly string[];
  readonly period: string;
  /** What is asked for while the banks debit for the first time. */
  readonly later: readonly Task[];
}

/** Asks again, as a merchant does night for night, until each charge of the period has its end. */
async function collect(
  world: World,
  random: Random,
  {tokens, period, later}: Period,
): Promise<void> {
  let open = tokens;
  for (let round = 0; open.length && round < ROUNDS; round++) {
    const victim = random.pick(world.shops);
    const isKilled = round === 0 && random.happens(0.5);
    await Promise.all([
      // A charge whose answer was lost is given up after 36 hours.
      world.advance(2 * DAY_SECONDS),
      inParallel([...(round === 0 ? later : []), ...(isKilled ? [() => victim.restart()] : [])], 4),
    ]);
    await world.razorpay.call('clearFaults');
    await world.reconcile();
    const left = await Promise.all(open.map((token) => stateOf(world, token, period)));
    const late = left.filter(({failed}) => failed !== undefined && random.happens(0.2));
    for (const {failed} of late)
      await world.razorpay.call('authoriseLate', failed!).catch(() => undefined);
    const wanted = left.filter(({isOver}) => !isOver);
    await inParallel(
      random.shuffle(
        wanted.flatMap(({token, isRetry}) =>
          world.shops.map(
            (shop): Task =>
              () =>
                world.ask(shop, token, period, isRetry),
          ),
        ),
      ),
    );
    open = wanted.map(({token}) => token);
  }
  await giveBack(world, random, {tokens, period});
  await world.advance(2 * DAY_SECONDS);
  await world.reconcile();
}

/** Has a part of some charges go back, by both shops at once or by the dashboard. */
async function giveBack(
  world: World,
  random: Random,
  {tokens, period}: Pick<Period, 'tokens' | 'period'>,
): Promise<void> {
  const chosen = random.shuffle(tokens).slice(0, Math.ceil(tokens.length / 10));
  const tasks = chosen.map((token): Task => {
    const isByDashboard = random.happens(0.5);
    return async () => {
      const {captured} = await stateOf(world, token, period);
      if (captured === undefined) return;
      if (isByDashboard) return world.razorpay.call('refund', captured, REFUND_PAISE);
      await Promise.all(
        world.shops.map((shop) =>
          shop.call('refund', token, period, REFUND_PAISE).catch(() => undefined),
        ),
      );
    };
  });
  await inParallel([...planFaults(world, random, chosen.length), ...tasks]);
  await world.razorpay.call('clearFaults');
}

/** How a charge stands, as the merchant sees it. */
async function stateOf({shops}: World, token: string, period: string) {
  const charges = await shops[0]!.call('charges', token);
  const [last] = charges.filter((charge) => charge.period === period);
  const isFailed = last?.status === 'failed';
  return {
    token,
    isRetry: isFailed,
    isOver:
      last?.status === 'captured' ||
      (isFailed && (last.failure?.advice === 'stop' || last.attempt >= MOST_ATTEMPTS)),
    /** The payment, where it was captured. */
    captured: last?.status === 'captured' ? last.paymentId : undefined,
    /** The payment, where it has failed. */
    failed: isFailed ? last.paymentId : undefined,
  };
}

/** Faults of all kinds, each a few times, to be mixed among what happens. */
const planFaults = (world: World, random: Random, count: number): Task[] =>
  Array.from({length: Math.ceil(count / 4)}, () => {
    const faults = random.pick(FAULTS);
    const times = faults.rest === 'silent' ? 1 : 1 + random.below(4);
    return () => world.setFault(faults, times);
  });

/** Tries until it works: what a shopper's page and a merchant do by themselves. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 20) throw error;
    }
  }
}

const post = (url: string, body: unknown, index: number): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': String(index).padStart(22, 'x'),
    },
    body: JSON.stringify(body),
  });
