import {forgetCart, priceOf, tellCart, wasBought, type CartOutcome} from './events/carts.js';
import {cartOutcome, earlier, fail, standingOf} from './events/endings.js';
import type {Money} from './shell/confirmation.js';
import type {Outcome} from './events/outcome.js';
import {Reporter, type Listener, type PurchaseHandle} from './events/reporter.js';
import type {CheckoutRequest} from './request/checkout-request.js';
import {explain, refused} from './words/refusal.js';
import {CheckoutError} from './shell/checkout-error.js';
import type {CheckoutState} from './shell/checkout-state.js';
import type {Confirmation} from './shell/confirmation.js';
import {pageState} from './shell/page-state.js';
import {cartKey, keysOf} from './storage/cart-key.js';
import {unfinishedOf} from './storage/list-unfinished.js';
import {dropTold} from './storage/told-outcomes.js';
import type {Session} from './vendor/open-session.js';
import type {Deed, Telling} from './said/told.js';
import type {Words} from './words/words.js';

type Work = () => Promise<Outcome>;

/** Who shows a purchase, in whatever words. */
export interface PurchaseInit extends Listener<CheckoutState> {
  /** Gets the purchase before anything happens to it. */
  opened?: (purchase: PurchaseHandle) => void;
  /** Hears that a payment was made or may have been, and what becomes of it. */
  paying?: (outcome: Promise<Outcome>) => void;
  /** Returns what is said beside all that is told, in the language of the shopper. */
  words?: () => Words | undefined;
}

/**
 * One purchase, from the press to the answer of the merchant's server: every stage gets it. Its
 * order may be opened more than once, and may be paid after its checkout has closed.
 */
export class Purchase implements PurchaseHandle {
  /** What was asked for. From the start on its order data is a copy. */
  declare request: CheckoutRequest;
  /** Once it is known. */
  orderId: string | undefined;
  /** What is to be paid, where the merchant's server says so. */
  money: Money | undefined;
  declare readonly reporter: Reporter;
  outcome: Promise<Outcome> | undefined;

  /** Returns what is said beside all that is told. */
  declare readonly words: PurchaseInit['words'];

  readonly #init: PurchaseInit;
  #isReset = false;
  /** Whether the shopper is offered to open the order again: it stays the order of the cart. */
  #isOffered = false;
  /** What the buttons of the cart were told last. */
  #cart: CartOutcome | undefined;
  #session: Session | undefined;
  #openOrder: Work | undefined;
  #reopened: Promise<Outcome> | undefined;
  readonly #payments = new Map<string, Promise<Outcome>>();
  #giveUp: () => void = () => undefined;
  readonly #givenUp = new Promise<undefined>((resolve) => {
    this.#giveUp = () => resolve(undefined);
  });

  constructor(request: CheckoutRequest, init: PurchaseInit) {
    this.request = request;
    this.#init = init;
    this.words = init.words;
    const enter: Listener<CheckoutState>['enter'] = (state, telling) => {
      if (!this.#isReset) this.#show(state, telling);
    };
    this.reporter = new Reporter({...init, enter});
  }

  /**
   * Takes the page, where one checkout is open at a time, for as long as the work lasts or until
   * `release()`. What the work throws is how the purchase ends.
   */
  async start(work: Work): Promise<Outcome> {
    const page = pageState();
    try {
      if (page.open) throw refused(['busy'], {code: 'checkout_busy', retryable: true});
      page.open = this;
      return await work();
    } catch (error) {
      const reason = asCheckoutError(error);
      await explain(reason);
      return this.fail(reason);
    } finally {
      this.release();
    }
  }

  /** Ends it where it could not open; the shopper may do something about it all the same. */
  fail(error: CheckoutError, next?: Deed): Outcome {
    const rows = unfinishedOf(this.request);
    // Who has bought the cart before was charged for that.
    const isCharged = !rows.length && wasBought(cartKey(this.request));
    return fail(this.reporter, error, isCharged ? 'unasked' : standingOf(rows), next);
  }

  /** Lets another checkout of the page open. */
  release(): void {
    const page = pageState();
    if (page.open === this) page.open = undefined;
  }

  /** Resolves with what is being prepared, or with nothing where it is closed before that. */
  unlessClosed<T>(preparing: Promise<T>): Promise<T | undefined> {
    return Promise.race([preparing, this.#givenUp]);
  }

  /** Opens the order, now and whenever it is tried again. */
  open(openOrder: Work): Promise<Outcome> {
    this.#openOrder = openOrder;
    return openOrder();
  }

  /** Returns how the shopper may open an order that was opened before. */
  reopening(openOrder: Work): Deed {
    this.#openOrder = openOrder;
    return this.tryAgain;
  }

  /** The checkout is on the screen. */
  opened(session: Session): void {
    this.#session = session;
    this.reporter.enter('open', {progress: 'open'});
  }

  close(): boolean {
    // The copies of the vendor's script share one frame: an old checkout would close another's.
    if (pageState().open !== this) return false;
    if (this.#session) return this.#session.close();
    this.#giveUp();
    return true;
  }

  readonly tryAgain: Deed = {name: 'tryAgain', run: () => void this.retry()};

  /** Opens the same order again: Razorpay does not let an order be paid twice. */
  retry(): Promise<Outcome> | undefined {
    const openOrder = this.#openOrder;
    if (!openOrder || pageState().open) return undefined;
    this.#session = undefined;
    return (this.#reopened = this.hold(() => {
      this.reporter.enter('preparing', {progress: 'preparing'});
      return this.start(openOrder);
    }));
  }

  /** Has a payment confirmed, once however often the vendor's script tells of it. */
  confirm(paymentId: string, obtainConfirmation: Work): Promise<Outcome> {
    const outcome = this.#payments.get(paymentId) ?? this.hold(obtainConfirmation);
    this.#payments.set(paymentId, outcome);
    return outcome;
  }

  /**
   * Keeps the purchase from being made again while it is learned what became of a payment that was
   * made or may have been. It is free again where it turns out that nothing was paid, unless the same
   * order is offered again.
   */
  hold(learn: Work): Promise<Outcome> {
    let begin: () => void = () => undefined;
    const outcome = new Promise<Outcome>((resolve) => {
      begin = () => resolve(learn());
    });
    // Set before anything is told of it, because who hears of it may press the button again.
    this.outcome = outcome;
    begin();
    this.#init.paying?.(outcome);
    void outcome.then(({type}) => {
      const isFree = type === 'dismissed' || type === 'failed';
      if (isFree && this.outcome === outcome && !this.#isOffered) this.#free();
    });
    return outcome;
  }

  /** It was made by another order, in another tab or on an earlier page view. */
  wasMadeElsewhere(confirmation: Confirmation): Promise<Outcome> {
    const {status, orderId} = confirmation;
    this.orderId = orderId;
    return this.hold(() => {
      this.reporter.enter(status, {told: earlier(confirmation)});
      return Promise.resolve({...confirmation, type: 'success'});
    });
  }

  /** What counts instead of an opening that has ended: a payment after all, or a later opening. */
  since(session: Session): Promise<Outcome> | undefined {
    const [paid] = this.#payments.values();
    return paid ?? (this.#session === session ? undefined : this.#reopened);
  }

  readonly reset = (): void => {
    this.reporter.enter('idle');
    this.#isReset = true;
    for (const key of this.#cartKeys()) dropTold(key, this.orderId);
    this.#forgetCart();
  };

  /** Nothing came of the order, and nothing can any more: the cart is sold as if it had never been. */
  withdraw(): void {
    if (!this.#isOffered) return;
    this.reporter.enter('idle');
    this.#free();
  }

  #free(): void {
    this.outcome = undefined;
    this.#forgetCart();
  }

  #show(state: CheckoutState, telling: Telling): void {
    const {outcome, reset} = this;
    const {target, enter} = this.#init;
    const keys = this.#cartKeys();
    const now = {money: this.money, ...telling};
    const price = priceOf(this.request);
    this.#isOffered = state === 'idle' && outcome !== undefined && telling.next !== undefined;
    const reopen = this.#isOffered ? () => this.retry() : undefined;
    const cart =
      outcome && cartOutcome({keys, state, telling: now, price, outcome, target, reset, reopen});
    enter?.(state, cart?.telling ?? now);
    if (!cart || (state === 'idle' && !this.#isOffered)) return;
    this.#cart = cart;
    tellCart(cart);
  }

  #forgetCart(): void {
    if (this.#cart) forgetCart(this.#cart);
    this.#cart = undefined;
  }

  /** By what the buttons of the cart know it, and those that name its order. */
  #cartKeys(): string[] {
    return keysOf(cartKey(this.request), this.orderId);
  }
}

/** Returns what was thrown, wrapped as `unexpected` unless it is a CheckoutError. */
function asCheckoutError(thrown: unknown): CheckoutError {
  if (thrown instanceof CheckoutError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new CheckoutError('unexpected', message, {cause: thrown, retryable: true});
}
