// What a day at three tills looks like on which everything goes wrong.
import type {FaultSettings} from 'rzp-magic-button/sandbox.js';
import {freePort} from '../../fixtures/server/free-port.js';
import type {Random} from '../../fixtures/random.js';
import {startBalancer} from '../balancer.js';
import {Died, type Program} from '../programs.js';
import type {Chaos, Outcome, Scenario} from '../scenario.js';
import {Counter} from './counter.js';
import {findBroken, type SeenSale} from './find-broken.js';
import type {Deed, RazorpayCalls} from './razorpay.js';
import type {ShopCalls, TillShopSettings} from './shop.js';

const SALES = 500;
const CASHIERS = ['asha', 'ravi', 'meera'];
const DEVICES = ['2841158834', '2841158835'];
/** The shop's clock goes faster: how often the gateway may be asked is a matter of seconds. */
const SPEED = 3;
const HOUR_SECONDS = 3_600;
const SWEEPS = 3;

/** What shoppers do, the usual things oftener. */
const DEEDS: readonly Deed[] = [
  'pay by card',
  'pay by card',
  'pay by card',
  'pay by UPI',
  'pay by UPI',
  'be declined',
  'decline in the app',
  'press the red key',
  'walk away',
];

const FAULTS: readonly FaultSettings[] = [
  {rest: 'dropped'},
  {rest: '500'},
  {rest: '502'},
  {rest: '429'},
  {rest: 'silent'},
  {webhook: 'twice'},
  {webhook: 'out-of-order'},
  {webhook: 'never'},
  {gateway: 'down'},
  {gateway: 'silent'},
  {gateway: 'lost'},
  {gateway: 'lost'},
  {gateway: 'proxy'},
  {device: 'unplugged'},
  {device: 'disconnected'},
  {device: 'busy'},
  {device: 'timeout'},
  {device: 'error'},
  {device: 'declined'},
  {device: 'wrong-pin'},
  {device: 'read-error'},
  {device: 'transaction-timeout'},
  {device: 'network-error'},
  {device: 'network-error'},
  {device: 'malfunction'},
];

/** What is to happen in a sale and around it. */
interface PlannedSale {
  readonly key: string;
  readonly deviceId: string;
  /** Above ₹5,000 a card wants its PIN. */
  readonly quantity: number;
  /** What the shopper does each time that the sale is on the device. */
  readonly deeds: readonly Deed[];
  /** Whether the cashier cancels while the shopper is about it. */
  readonly isRaced: boolean;
  /** After how many questions the cashier takes it from the device. */
  readonly patience: number;
  readonly fault: FaultSettings | undefined;
  /** Which process of the merchant's is killed meanwhile. */
  readonly killed: 0 | 1 | undefined;
}

export const till: Scenario = {
  about: `three tills make ${SALES} sales on two devices, while the two processes of their shop are killed`,
  run: async (chaos): Promise<Outcome> => {
    const {programs, place} = chaos;
    const razorpay: Program<RazorpayCalls> = await programs.start(
      'test/chaos/till/razorpay.ts',
      () => ({}),
    );
    const keys = await razorpay.call('keys');
    const since = Date.now();
    const ports = [await freePort(), await freePort()] as const;
    const startShop = (port: number): Promise<Program<ShopCalls>> =>
      programs.start('test/chaos/till/shop.ts', (): TillShopSettings => ({
        ...keys,
        place,
        port,
        devices: DEVICES,
        since,
        speed: SPEED,
      }));
    const shops = [await startShop(ports[0]), await startShop(ports[1])] as const;
    let turn = 0;
    const balancer = await startBalancer(() => `http://127.0.0.1:${ports[++turn % 2]!}`);
    try {
      await razorpay.call('tell', `${balancer.url}/checkout/webhook`);
      return await haveItGoWrong(chaos, {razorpay, shops, url: `${balancer.url}/checkout`});
    } finally {
      await balancer.close();
    }
  },
};

interface World {
  readonly razorpay: Program<RazorpayCalls>;
  readonly shops: readonly [Program<ShopCalls>, Program<ShopCalls>];
  /** Where the shop is reached, whichever of its processes answers. */
  readonly url: string;
}

async function haveItGoWrong(chaos: Chaos, world: World): Promise<Outcome> {
  const {progress, programs, share, random} = chaos;
  const {razorpay, shops, url} = world;
  const planned = planSales(random, Math.round(SALES * share));
  const counters = CASHIERS.map((cashier) => new Counter(url, cashier));
  const sales: SeenSale[] = [];
  const waiting = planned.values();
  await Promise.all(
    counters.map(async (counter) => {
      for (const plan of waiting) {
        sales.push(await sell(world, counter, plan));
        if (sales.length % 100 === 0) progress(`${sales.length} sales are over`);
      }
    }),
  );

  await razorpay.call('clearFaults');
  // What a process that died has taken on is free an hour later, and what was not paid is given up.
  for (let sweep = 1; sweep <= SWEEPS; sweep++) {
    await razorpay.call('advance', HOUR_SECONDS);
    for (const shop of shops) {
      await shop.whenReady();
      await shop.call('setAhead', sweep * HOUR_SECONDS * 1000);
    }
    await Promise.all(shops.map((shop) => shop.call('reconcile')));
  }
  progress('everything is swept');

  const captured = new Map<string, number>();
  for (const {orderId, isCaptured} of await razorpay.call('payments'))
    if (isCaptured && orderId) captured.set(orderId, (captured.get(orderId) ?? 0) + 1);
  const statuses = new Map<string, string | undefined>();
  for (const {orderId} of sales) statuses.set(orderId, await shops[0].call('order', orderId));
  const open = await shops[0].call('reconcile');
  const entered = await shops[0].call('sales');
  const complaints = (await Promise.all(shops.map((shop) => shop.call('complaints')))).flat();
  const busy = (await razorpay.call('screens')).filter(({screen}) => /ready|qr|pin/.test(screen));
  const sum = (name: keyof Counter['counts']) =>
    counters.reduce((all, {counts}) => all + counts[name], 0);
  return {
    figures: {
      sales: sales.length,
      paid: captured.size,
      'unpaid, as the till knows': sales.filter(({told}) => told === 'failed').length,
      'known by the sweep alone': sales.filter(({told}) => !['paid', 'failed'].includes(told))
        .length,
      'times asked': sum('asked'),
      'of these unanswered': sum('unanswered'),
      'times busy': sum('busy'),
      faults: planned.filter(({fault}) => fault).length,
      kills: programs.kills,
    },
    broken: [
      ...findBroken(sales, {captured, statuses, entered, open}),
      ...busy.map(({id, screen}) => `left on the device: ${id} shows ${screen}.`),
      ...complaints.map((complaint) => `complaint: ${complaint}`),
    ],
  };
}

/** One after the other, whichever till is free takes the next. */
const planSales = (random: Random, count: number): PlannedSale[] =>
  Array.from({length: count}, (_, index) => ({
    key: `sale-${index}`,
    deviceId: random.pick(DEVICES),
    quantity: random.happens(0.2) ? 30 : 1,
    deeds: [random.pick(DEEDS), random.pick(DEEDS)],
    isRaced: random.happens(0.1),
    patience: 3 + random.below(4),
    fault: random.happens(0.4) ? random.pick(FAULTS) : undefined,
    killed: random.happens(0.06) ? (random.below(2) as 0 | 1) : undefined,
  }));

/** Has a sale paid, or not, as it was planned. */
async function sell(
  {razorpay, shops}: World,
  counter: Counter,
  {key, deviceId, quantity, deeds, isRaced, patience, fault, killed}: PlannedSale,
): Promise<SeenSale> {
  const orderId = await counter.ring(key, quantity);
  if (fault) await razorpay.call('setFault', fault, 1);
  const restarted = killed === undefined ? undefined : shops[killed].restart();
  let told = await counter.begin(orderId, deviceId);
  for (const [index, deed] of deeds.entries()) {
    if (told === 'processing' || told === 'unconfirmed') {
      await Promise.all([
        razorpay.call('act', deviceId, orderId, deed),
        isRaced ? counter.cancel(orderId) : undefined,
      ]);
      told = await counter.follow(orderId, patience);
    }
    if (told !== 'failed' || index === deeds.length - 1) break;
    told = await counter.begin(orderId, deviceId);
  }
  await restarted?.catch((error: unknown) => {
    if (!(error instanceof Died)) throw error;
  });
  return {orderId, told};
}
