import type {FaultSettings} from 'rzp-magic-button/sandbox.js';
import {freePort} from '../../fixtures/server/free-port.js';
import {startBalancer, type Balancer} from '../balancer.js';
import {CallError, Died, type Program} from '../programs.js';
import type {Chaos} from '../scenario.js';
import type {RazorpayCalls} from './razorpay.js';
import type {ShopCalls, MandateShopSettings} from './shop.js';

type Shop = Program<ShopCalls>;

interface Parts {
  readonly razorpay: Program<RazorpayCalls>;
  readonly shops: readonly Shop[];
  readonly balancer: Balancer;
  readonly clock: {aheadMs: number};
}

/** Razorpay, the merchant's two processes, and the time that all three have. */
export class World {
  readonly razorpay: Program<RazorpayCalls>;
  readonly shops: readonly Shop[];
  /** Where the merchant's processes are reached, whichever of them answers. */
  readonly shopUrl: string;
  /** How often what happened. */
  readonly counts = {asks: 0, refused: 0, unanswered: 0, faults: 0};
  readonly #balancer: Balancer;
  readonly #clock: {aheadMs: number};
  /** Time goes on one step after the other. */
  #advancing: Promise<unknown> = Promise.resolve();

  private constructor({razorpay, shops, balancer, clock}: Parts) {
    this.razorpay = razorpay;
    this.shops = shops;
    this.shopUrl = `${balancer.url}/checkout`;
    this.#balancer = balancer;
    this.#clock = clock;
  }

  static async open({programs, place}: Chaos): Promise<World> {
    const razorpay: Program<RazorpayCalls> = await programs.start(
      'test/chaos/mandates/razorpay.ts',
      () => ({}),
    );
    const razorpayKeys = await razorpay.call('keys');
    const clock = {aheadMs: 0};
    const startShop = async (port: number): Promise<Shop> =>
      programs.start('test/chaos/mandates/shop.ts', (): MandateShopSettings => ({
        ...razorpayKeys,
        place,
        port,
        aheadMs: clock.aheadMs,
      }));
    const ports = [await freePort(), await freePort()];
    const shops = [await startShop(ports[0]!), await startShop(ports[1]!)];
    let turn = 0;
    const balancer = await startBalancer(() => `http://127.0.0.1:${ports[++turn % 2]!}`);
    await razorpay.call('tell', `${balancer.url}/checkout/webhook`);
    return new World({razorpay, shops, balancer, clock});
  }

  now(): number {
    return Date.now() + this.#clock.aheadMs;
  }

  /** Lets time pass at Razorpay, where what falls due happens, and then at the merchant's. */
  advance(seconds: number): Promise<unknown> {
    this.#advancing = this.#advancing.then(async () => {
      await this.razorpay.call('advance', seconds);
      this.#clock.aheadMs += seconds * 1000;
      for (const shop of this.shops)
        await shop.call('setAhead', this.#clock.aheadMs).catch(ignoreDeath);
    });
    return this.#advancing;
  }

  /** Has a shop charge, whatever it says to that. */
  async ask(shop: Shop, ...args: Parameters<ShopCalls['charge']>): Promise<void> {
    await shop.whenReady();
    this.counts.asks++;
    await shop.call('charge', ...args).catch((error: unknown) => {
      if (error instanceof Died) this.counts.unanswered++;
      else if (error instanceof CallError) this.counts.refused++;
      else throw error;
    });
  }

  async setFault(faults: FaultSettings, times: number): Promise<void> {
    this.counts.faults++;
    await this.razorpay.call('setFault', faults, times);
  }

  /** Has both shops look at once what became of everything. */
  async reconcile(): Promise<void> {
    await Promise.all(this.shops.map((shop) => shop.call('reconcile').catch(ignoreDeath)));
  }

  close(): Promise<void> {
    return this.#balancer.close();
  }
}

function ignoreDeath(error: unknown): void {
  if (!(error instanceof Died)) throw error;
}
