import {Reporter} from '../../checkout/events/reporter.js';
import {HELP_URL} from '../../wire/reference/help-url.js';
import type {Action} from '../../checkout/said/action.js';
import type {Confirmation} from '../../checkout/shell/confirmation.js';
import type {SaleRequest} from '../request/sale-request.js';
import type {PosOutcome} from '../shell/outcome.js';
import type {PosState} from '../shell/pos-state.js';
import {labelIn} from '../words/say.js';
import type {PosWords} from '../words/words.js';
import {fill} from '../../checkout/words/fill.js';
import {SaleTurn} from './sale-turn.js';

/** What the cashier is told of a sale, and may do. */
export interface SaleFace {
  state: PosState;
  label: string;
  message: string;
  /** What a press does, where that is something else than to begin. */
  next?: Action | undefined;
  /** What else may be done. */
  actions: readonly Action[];
  /** Whether the cashier must act. */
  isUrgent: boolean;
  /** Whether somebody has cancelled it, which is no mistake. */
  isCancelled?: boolean;
  /** Of its words. */
  language: string;
}

/** Runs a sale; `isAgain` with the order that it has. Always resolves. */
export type RunSale = (sale: Sale, isAgain: boolean) => Promise<PosOutcome>;

/** Who keeps the sales of a page. */
export interface SaleKeeper {
  run: RunSale;
  /** Another face is to be shown. */
  changed: (sale: Sale) => void;
  /** Returns who gets the events. */
  target: (sale: Sale) => EventTarget;
  /** Returns what a sale says, in the language of the element that shows it. */
  words: (sale: Sale) => PosWords;
}

const IDLE: SaleFace = {
  state: 'idle',
  label: '',
  message: '',
  actions: [],
  isUrgent: false,
  language: 'en',
};

/**
 * The sale of one cart: from the press until it is known whether it was paid, and tried again with the
 * same order where it was not.
 */
export class Sale {
  /** By what its cart is known. */
  readonly key: string;
  /** What the page asks for. */
  request: SaleRequest;
  /** Once it is known. */
  orderId: string | undefined;
  /** Name of the idempotency key that made the order. */
  keyName = '';
  face = IDLE;
  /** The try that runs. */
  turn: SaleTurn | undefined;
  readonly reporter: Reporter<PosState>;
  /** Whether its order can't be charged any more: what is left is to begin another sale. */
  declare isOver: boolean | undefined;
  /** Whether the page has started afresh: what becomes of it is told by events alone. */
  isReset = false;
  readonly #keeper: SaleKeeper;
  #answer: Promise<PosOutcome> | undefined;

  constructor(key: string, request: SaleRequest, keeper: SaleKeeper) {
    this.key = key;
    this.request = request;
    this.#keeper = keeper;
    const target = () => keeper.target(this);
    this.reporter = new Reporter({
      help: HELP_URL + 'till-',
      get target() {
        return target();
      },
    });
  }

  /** Puts it on the device, unless it runs or was paid: then the answer is that one's. */
  press(isAgain = false): Promise<PosOutcome> {
    return this.#start(new SaleTurn(), (sale) => this.#keeper.run(sale, isAgain));
  }

  /** Goes on with a sale that an earlier page view, or another tab, has begun. */
  resume(run: (sale: Sale) => Promise<PosOutcome>): void {
    void this.#start(new SaleTurn(true), run);
  }

  #start(turn: SaleTurn, run: (sale: Sale) => Promise<PosOutcome>): Promise<PosOutcome> {
    if (this.#answer && (this.turn || this.face.state === 'paid')) return this.#answer;
    this.turn = turn;
    this.isOver = false;
    const ended = run(this).then((outcome) => {
      this.turn = undefined;
      turn.end();
      return outcome;
    });
    return (this.#answer = turn.answer(ended));
  }

  /** Takes it from the device, and answers with what became of it; nothing where it is not on one. */
  cancel(): Promise<PosOutcome> | undefined {
    const {turn} = this;
    const {state} = this.face;
    if (!turn || state === 'paid') return state === 'paid' ? this.#answer : undefined;
    this.enter(state, {message: this.words.cancelling});
    return (this.#answer = turn.cancel());
  }

  /** It was paid on an earlier page view, which has told it. */
  wasPaid(confirmation: Confirmation): void {
    this.orderId = confirmation.orderId;
    this.#answer = Promise.resolve({type: 'success', ...confirmation});
    this.enter('paid', {message: fill(this.words.paidBefore, {id: confirmation.orderId})});
  }

  /** Shows where it stands. What is shown already stays, with the focus that is in it. */
  enter(
    state: PosState,
    {
      message = '',
      next,
      actions = [],
      isUrgent = false,
      isCancelled = false,
    }: Partial<Omit<SaleFace, 'state' | 'label' | 'language'>>,
  ): void {
    const {words} = this;
    const {language} = words;
    const label = next?.label ?? labelIn(words, state);
    const face = {state, label, message, next, actions, isUrgent, isCancelled, language};
    // What it may do is told apart by its label.
    if (JSON.stringify(face) === JSON.stringify(this.face)) return;
    this.face = face;
    this.reporter.enter(state);
    this.#keeper.changed(this);
  }

  /** In the language of the moment. */
  get words(): PosWords {
    return this.#keeper.words(this);
  }

  get tryAgain(): Action {
    return {label: this.words.tryAgain, run: () => void this.press(true)};
  }
  get cancelling(): Action {
    return {label: this.words.cancel, run: () => void this.cancel()};
  }
  get checkAgain(): Action {
    return {label: this.words.checkAgain, run: () => this.turn?.wake()};
  }
}
