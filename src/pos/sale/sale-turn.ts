import type {Doubt} from '../../checkout/shell/confirmation.js';
import {safeDocument} from '../../checkout/shell/safe-document.js';
import type {PosOutcome} from '../shell/outcome.js';

/** How long an answer is waited for while nobody knows; the sale goes on being asked about. */
const PATIENCE_MS = 20_000;

type Unconfirmed = Extract<PosOutcome, {type: 'unconfirmed'}>;

/** One try of a sale: who waits for it, whether somebody has cancelled it, and who tells its end. */
export class SaleTurn {
  /** Whether an earlier page view, or another tab, has begun it. */
  readonly isResumed: boolean;
  /** Whether this tab is the one that tells what became of it. */
  isTeller: boolean;
  /** Whether it was cancelled here, and the device has still to be told. */
  isCancelling = false;
  wasCancelled = false;

  readonly #over = gate();
  #cancelled = gate();
  #ended: Promise<PosOutcome> | undefined;
  #wake: () => void = () => undefined;
  /** What is known while nobody knows, and who is told so once patience has run out. */
  #unconfirmed: Unconfirmed | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #waiting: ((outcome: Unconfirmed) => void)[] = [];

  constructor(isResumed = false) {
    this.isResumed = isResumed;
    this.isTeller = !isResumed;
  }

  /** Why nobody knows, while nobody does. */
  get doubt(): Doubt | undefined {
    return this.#unconfirmed?.doubt;
  }

  /** Returns what is answered to who waits: the end, or after a while that nobody knows. */
  answer(ended: Promise<PosOutcome>): Promise<PosOutcome> {
    this.#ended = ended;
    const unconfirmed = new Promise<PosOutcome>((resolve) => this.#waiting.push(resolve));
    if (this.#unconfirmed) this.#beginPatience();
    return Promise.race([ended, unconfirmed]);
  }

  /** Nobody knows what became of it. */
  doubts(outcome: Unconfirmed): void {
    const isNew = !this.#unconfirmed;
    this.#unconfirmed = outcome;
    if (isNew) this.#beginPatience();
  }

  /** It is known again. */
  knows(): void {
    this.#unconfirmed = undefined;
    clearTimeout(this.#patience);
  }

  #beginPatience(): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      const outcome = this.#unconfirmed;
      if (outcome) for (const tell of this.#waiting.splice(0)) tell(outcome);
    }, PATIENCE_MS);
  }

  /** Has the device told, and answers with what became of it. */
  cancel(): Promise<PosOutcome> {
    this.isCancelling = this.wasCancelled = true;
    this.#cancelled.open();
    this.wake();
    return this.answer(this.#ended ?? new Promise(() => undefined));
  }

  /** Resolves with what is being done, or with nothing as soon as it is cancelled. */
  unlessCancelled<T>(work: Promise<T>): Promise<T | undefined> {
    return Promise.race([work, this.#cancelled.opened]);
  }

  /** Whether the device is to be told now. */
  takeCancel(): boolean {
    if (!this.isCancelling) return false;
    this.isCancelling = false;
    this.#cancelled = gate();
    return true;
  }

  /** Ends a pause. */
  wake(): void {
    this.#wake();
  }

  /** Waits, but no longer than until the network or the cashier is back. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        removeEventListener('online', go);
        removeEventListener('pageshow', go);
        safeDocument.removeEventListener('visibilitychange', look);
        this.#wake = () => undefined;
        resolve();
      };
      const look = () => {
        if (safeDocument.visibilityState === 'visible') go();
      };
      const timer = setTimeout(go, ms);
      addEventListener('online', go);
      addEventListener('pageshow', go);
      safeDocument.addEventListener('visibilitychange', look);
      this.#wake = go;
    });
  }

  /**
   * Makes this tab the one that tells the end: at once where no other tab is, else when that one is
   * gone. Where the browser has no locks, as on plain http, each tab tells what is not told yet.
   */
  async tellAlone(orderId: string): Promise<void> {
    const {locks} = navigator as {locks?: LockManager};
    const name = `rzp-magic-button:telling:${orderId}`;
    const hold = () => {
      this.isTeller = true;
      return this.#over.opened;
    };
    if (!locks) {
      this.isTeller = true;
      return;
    }
    await new Promise<void>((resolve) => {
      const tried = locks.request(name, {ifAvailable: true}, (lock) => {
        resolve();
        return lock ? hold() : locks.request(name, hold);
      });
      tried.catch(() => {
        this.isTeller = true;
        resolve();
      });
    });
  }

  /** The try is over. */
  end(): void {
    this.knows();
    this.#over.open();
  }
}

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<undefined>((resolve) => {
    open = () => resolve(undefined);
  });
  return {opened, open};
}
