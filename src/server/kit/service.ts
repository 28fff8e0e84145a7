import type {Ledger} from '../ledger/ledger.js';
import {LedgerError} from '../ledger/ledger-error.js';
import type {Background} from '../runtime/background.js';
import {InFlight} from '../runtime/in-flight.js';
import {waitAtMost} from '../runtime/wait-at-most.js';

/** How long requests and what they left in the background may take once the kit is closed. */
const FINISH_WITHIN_MS = 3_000;

/** Whether the kit still takes work, and what it has taken. */
export class Service {
  readonly #ledger: Pick<Ledger, 'close'>;
  readonly #background: Background;
  readonly #taken = new InFlight();
  #closing: Promise<void> | undefined;

  constructor(ledger: Pick<Ledger, 'close'>, background: Background) {
    this.#ledger = ledger;
    this.#background = background;
  }

  /** Whether work is still taken. */
  get isOpen(): boolean {
    return this.#closing === undefined;
  }

  /** Takes work on; throws a `LedgerError` once the kit was closed. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.#taken.track(this.isOpen ? work() : refuse());
  }

  /** Takes no work any more, finishes what was taken, and closes the ledger. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    await waitAtMost(FINISH_WITHIN_MS, this.#finish());
    await this.#ledger.close();
  }

  async #finish(): Promise<void> {
    await this.#taken.whenIdle;
    // Begun by what was taken, such as a call of `afterStatus`.
    await this.#background.whenIdle;
  }
}

const refuse = (): Promise<never> =>
  Promise.reject(new LedgerError('closed', 'The kit was closed by close().'));
