import type {AttemptError} from '../../../../wire/page-script.js';
import type {
  AttemptRequest,
  AttemptStatus,
  BankAnswer,
  MagicChoicesRequest,
} from '../../../model/frame-wire.js';
import * as backend from '../state/backend.js';
import {
  addressOf,
  amountOf,
  asksAddress,
  isMagic,
  mandateOf,
  type State,
  wordsOf,
} from '../state/state.js';
import type {Ending} from './ending.js';
import {fieldOf, methodErrors} from './form-errors.js';
import type {Session} from './session.js';

/** How often the frame asks what became of a payment. */
const ASK_EVERY_MS = 500;
/** How often while the shopper is on the page of the bank: it may time out meanwhile. */
const ASK_BANK_EVERY_MS = 3000;

/** The shopper's tries to pay, one at a time, and what comes of them. */
export class Attempts {
  readonly #session: Session;
  readonly #ending: Ending;

  constructor(session: Session, ending: Ending) {
    this.#session = session;
    this.#ending = ending;
  }

  async pay(): Promise<void> {
    const {state} = this.#session;
    const {form, isApplying, isBusy, isMandate, method, settings} = state;
    const errors = isMandate ? {} : methodErrors(method, form, wordsOf(state));
    // A coupon that is being checked may change the amount.
    if (isBusy || isApplying || !settings) return;
    if (Object.keys(errors).length) {
      this.#session.update({errors});
      return;
    }
    const wallet = method === 'wallet' ? form.wallet : undefined;
    const isExternal = wallet !== undefined && settings.externalWallets.includes(wallet);
    this.#session.update({errors, isBusy: !isExternal, failure: undefined});
    this.#session.send('submit', {method, ...(wallet && {wallet})});
    this.#session.track('payment_initiated', {paymentMethod: method});
    // The page goes on with it, and closes the checkout when it likes.
    if (isExternal) return;
    try {
      const attempt = await this.#session.current(backend.createPayment(this.#request()));
      if (!attempt) return;
      const screen = attempt.next === 'wait' ? 'waiting' : 'bank';
      const {form} = this.#session.state;
      this.#session.update({attempt, screen, isBusy: false, form: {...form, otp: ''}});
      if (screen === 'bank') {
        await this.#watch(attempt.payment_id);
        return;
      }
      // Nobody has to approve what is paid at the door.
      if (method !== 'cod' && !(await this.#session.pause(ASK_EVERY_MS))) return;
      await this.#follow(statusOf(attempt.payment_id));
    } catch (error) {
      this.#refuse(backend.errorOf(error));
    }
  }

  /** Sends what the shopper did on the bank's page. */
  async answerBank(answer: BankAnswer): Promise<void> {
    const {attempt, isBusy} = this.#session.state;
    if (!attempt || isBusy) return;
    this.#session.update({isBusy: true});
    try {
      await this.#follow(backend.authenticate(attempt.payment_id, answer));
    } catch (error) {
      this.#session.update({isBusy: false, failure: backend.errorOf(error)});
    }
  }

  /** Closes the notice about the last failure. */
  retry(): void {
    this.#session.update({failure: undefined});
  }

  /** Cancels the attempt and leaves the checkout, unless the payment went through meanwhile. */
  async giveUp(): Promise<void> {
    const {attempt} = this.#session.state;
    this.#session.update({isLeaving: false, isBusy: true});
    const outcome = await this.#session.current(attempt ? cancel(attempt.payment_id) : NO_ATTEMPT);
    if (!outcome) return;
    if (outcome.status === 'success') {
      await this.#ending.complete(outcome.response);
      return;
    }
    // Where there is no attempt any more, its failure has been told to the page already.
    if (outcome.status === 'failed' && this.#session.state.attempt) this.#tell(outcome.error);
    this.#ending.dismiss();
  }

  #request(): AttemptRequest {
    const {state} = this.#session;
    const {form, isMandate, method, settings} = state;
    const declinesMandate = mandateOf(state) !== undefined && !isMandate;
    return {
      ...this.#session.about(),
      ...amountOf(state),
      description: settings?.description ?? '',
      notes: settings?.notes,
      ...(settings?.customerId && {customer_id: settings.customerId}),
      ...(settings?.recurring && !declinesMandate && {recurring: settings.recurring}),
      method,
      ...(method === 'upi' && !isMandate && {vpa: form.vpa}),
      ...(method === 'netbanking' && {bank: form.bank}),
      ...(method === 'wallet' && {wallet: form.wallet}),
      ...(isMagic(state) && {magic: magicChoices(state)}),
      ...(method === 'card' && {
        card: {number: form.number, name: form.name, expiry: form.expiry, cvv: form.cvv},
      }),
    };
  }

  /** Asks about a payment that is left at the bank, until the shopper or time has decided it. */
  async #watch(paymentId: string): Promise<void> {
    while ((await this.#session.pause(ASK_BANK_EVERY_MS)) && this.#isAtBank(paymentId)) {
      const outcome = await this.#session.current(statusOf(paymentId));
      // Where the shopper's own answer is under way, it tells the same.
      const isTold = !this.#isAtBank(paymentId) || this.#session.state.isBusy;
      if (outcome && outcome.status !== 'pending' && !isTold) {
        await this.#follow(Promise.resolve(outcome));
      }
    }
  }

  #isAtBank(paymentId: string): boolean {
    return this.#session.state.attempt?.payment_id === paymentId;
  }

  /** Acts on what became of the attempt. */
  async #follow(asked: Promise<AttemptStatus>): Promise<void> {
    const outcome = await this.#session.current(asked);
    switch (outcome?.status) {
      case 'success':
        await this.#ending.complete(outcome.response);
        break;
      case 'failed':
        this.#fail(outcome.error);
        break;
      case 'closed':
        this.#ending.dismiss();
        break;
      case 'pending': {
        this.#session.update({screen: 'waiting', isBusy: false});
        const isStillOpen = await this.#session.pause(ASK_EVERY_MS);
        const {attempt} = this.#session.state;
        if (isStillOpen && attempt) await this.#follow(statusOf(attempt.payment_id));
      }
    }
  }

  /** A failed attempt does not end the checkout, unless the page forbade to try again. */
  #fail(error: AttemptError): void {
    const {settings} = this.#session.state;
    const isLast = settings?.retry === false;
    // The page script posts the failure and leaves the page: until then nothing can be pressed.
    const leavesPage = isLast && settings.redirect && settings.callbackUrl !== '';
    this.#session.update({
      screen: 'methods',
      attempt: undefined,
      isBusy: leavesPage,
      isLeaving: false,
      failure: error,
    });
    this.#tell(error);
    if (isLast && !leavesPage) this.#ending.dismiss({error});
  }

  #tell(error: AttemptError): void {
    this.#session.track('payment_failed', {failureReason: error.description});
    this.#session.send('paymenterror', {error});
  }

  /** The server did not take the attempt: a mistake in the form, or a failure of its own. */
  #refuse(error: AttemptError): void {
    const field = fieldOf(error);
    if (field === undefined) this.#fail(error);
    else {
      this.#session.update({
        isBusy: false,
        errors: {[field]: error.description},
        screen: field === 'contact' || field === 'email' ? 'contact' : 'methods',
      });
    }
  }
}

/** What the shopper chose, without prices: the server has them from the merchant. */
function magicChoices(state: State): MagicChoicesRequest {
  const {form, promotion, savesAddress, shippingId} = state;
  return {
    ...(asksAddress(state) && {
      address: {...addressOf(state), contact: form.contact},
      save_address: savesAddress,
      shipping_id: shippingId,
    }),
    ...(promotion && {promotion_code: promotion.code}),
  };
}

/** Without an answer the payment counts as undecided, and is asked about again: it may be paid. */
const statusOf = (paymentId: string): Promise<AttemptStatus> =>
  backend.fetchStatus(paymentId).catch(() => PENDING);

const cancel = (paymentId: string): Promise<AttemptStatus> =>
  backend.authenticate(paymentId, {choice: 'cancel'}).catch(() => PENDING);

const PENDING: AttemptStatus = {status: 'pending'};
const NO_ATTEMPT = Promise.resolve(PENDING);
