import type {AttemptError} from '../../checkout/razorpay.js';
import type {AttemptStatus, BankAnswer} from '../frame-wire.js';
import * as backend from './backend.js';
import {contactErrors, fieldOf, methodErrors, withoutEmpty} from './form-errors.js';
import type {PageChannel, PageRequests} from './page-channel.js';
import {readSettings, type Method, type RawOptions} from './settings.js';
import {amountOf, CLOSED, type Field, type State} from './state.js';

/** How long things stay on the screen so that a person sees them, in milliseconds. */
const WAITING = 500;
const SUCCESS = 700;
const FADING = 100;

/** One checkout after another: all that a page and a shopper can do, and what follows from it. */
export class Checkout implements PageRequests {
  readonly #page: PageChannel;
  readonly #show: (state: State) => void;
  #state = CLOSED;
  #options: RawOptions = {};
  #opening: string | undefined;
  /** From the page's `open` to the end, also while nothing is shown yet. */
  #isOpen = false;
  /** Replaced when the checkout opens or closes: what belongs to an older one is ignored. */
  #session = Symbol();

  constructor(page: PageChannel, show: (state: State) => void) {
    this.#page = page;
    this.#show = show;
  }

  async open(options: RawOptions, opening: string): Promise<void> {
    // The page script asks again when the frame has loaded; it is the same opening.
    if (opening === this.#opening) return;
    this.#opening = opening;
    this.#isOpen = true;
    this.#options = options;
    const settings = readSettings(options);
    const {prefill, hidden} = settings;
    const session = (this.#session = Symbol());
    this.#update(CLOSED);
    try {
      const preferences = await backend.fetchPreferences(settings.keyId, settings.orderId);
      if (session !== this.#session) return;
      const isKnown = prefill.contact !== '' && (prefill.email !== '' || hidden.email);
      const skipsContact =
        isKnown && (prefill.method !== undefined || (hidden.contact && hidden.email));
      this.#update({
        settings,
        preferences,
        screen:
          skipsContact && !contactErrors({...CLOSED.form, ...prefill}).contact
            ? 'methods'
            : 'contact',
        method: prefill.method ?? settings.methods[0] ?? 'upi',
        form: {...CLOSED.form, ...prefill},
      });
      this.#page.send('render');
      this.#countDown(session, Date.now() + settings.timeout * 1000);
    } catch (error) {
      if (session !== this.#session) return;
      this.#isOpen = false;
      this.#page.send('fault', errorOf(error));
    }
  }

  /** The page asks, so the shopper is not. What is paid is told, not dismissed. */
  close(): void {
    if (this.#isOpen && this.#state.screen !== 'success') this.#dismiss();
  }

  updateOptions(options: RawOptions): void {
    if (!this.#state.settings) return;
    this.#options = {...this.#options, ...options};
    this.#update({settings: readSettings(this.#options)});
  }

  edit(field: Field, value: string): void {
    const {errors, form} = this.#state;
    this.#update({
      form: {...form, [field]: value},
      ...(errors[field] && {errors: withoutEmpty({...errors, [field]: ''})}),
    });
  }

  submitContact(): void {
    const errors = contactErrors(this.#state.form);
    this.#update(Object.keys(errors).length ? {errors} : {errors, screen: 'methods'});
  }

  editContact(): void {
    this.#update({screen: 'contact', failure: undefined});
  }

  chooseMethod(method: Method): void {
    this.#update({method, errors: {}});
  }

  /** Closes the notice about the last failure. */
  retry(): void {
    this.#update({failure: undefined});
  }

  async pay(): Promise<void> {
    const {form, isBusy, method, settings} = this.#state;
    const errors = methodErrors(method, form);
    if (isBusy || !settings) return;
    if (Object.keys(errors).length) {
      this.#update({errors});
      return;
    }
    const session = this.#session;
    this.#update({errors, isBusy: true, failure: undefined});
    this.#page.send('submit', {method});
    try {
      const attempt = await backend.createPayment({
        key_id: settings.keyId,
        order_id: settings.orderId,
        ...amountOf(this.#state),
        contact: form.contact,
        email: form.email,
        description: settings.description,
        notes: settings.notes,
        method,
        ...(method === 'upi' && {vpa: form.vpa}),
        ...(method === 'netbanking' && {bank: form.bank}),
        ...(method === 'card' && {
          card: {number: form.number, name: form.name, expiry: form.expiry, cvv: form.cvv},
        }),
      });
      if (session !== this.#session) return;
      const screen = attempt.next === 'wait' ? 'waiting' : 'bank';
      this.#update({attempt, screen, isBusy: false, form: {...this.#state.form, otp: ''}});
      if (screen === 'bank') return;
      await delay(WAITING);
      await this.#follow(session, () => statusOf(attempt.payment_id));
    } catch (error) {
      if (session === this.#session) this.#refuse(errorOf(error));
    }
  }

  /** What the shopper did on the bank's page. */
  async answerBank(answer: BankAnswer): Promise<void> {
    const {attempt, isBusy} = this.#state;
    if (!attempt || isBusy) return;
    const session = this.#session;
    this.#update({isBusy: true});
    try {
      await this.#follow(session, () => backend.authenticate(attempt.payment_id, answer));
    } catch (error) {
      if (session === this.#session) this.#update({isBusy: false, failure: errorOf(error)});
    }
  }

  escape(): void {
    if (this.#state.isLeaving) this.stay();
    else if (this.#state.settings?.escape) this.requestClose();
  }

  clickBackdrop(): void {
    if (this.#state.settings?.backdropClose) this.requestClose();
  }

  /** The shopper wants to go: asked back with `confirm_close`, and always during a payment. */
  requestClose(): void {
    const {attempt, isBusy, screen, settings} = this.#state;
    if (screen === 'closed' || screen === 'success') return;
    if (settings?.confirmClose || attempt || isBusy) this.#update({isLeaving: true});
    else this.#dismiss();
  }

  stay(): void {
    this.#update({isLeaving: false});
  }

  /** Leaves for good. A payment under way is given up, unless it went through meanwhile. */
  async leave(): Promise<void> {
    const {attempt} = this.#state;
    const session = this.#session;
    this.#update({isLeaving: false, isBusy: true});
    const outcome =
      attempt &&
      (await backend.authenticate(attempt.payment_id, {choice: 'cancel'}).catch(() => undefined));
    if (session !== this.#session) return;
    if (outcome?.status === 'success') {
      await this.#succeed(session, outcome.response);
      return;
    }
    // Unless the attempt has told its failure itself meanwhile.
    if (outcome?.status === 'failed' && this.#state.attempt) {
      this.#page.send('paymenterror', {error: outcome.error});
    }
    this.#dismiss();
  }

  /** Goes where the attempt went. */
  async #follow(session: symbol, ask: () => Promise<AttemptStatus>): Promise<void> {
    const outcome = await ask();
    if (session !== this.#session) return;
    if (outcome.status === 'success') await this.#succeed(session, outcome.response);
    else if (outcome.status === 'failed') this.#fail(outcome.error);
    else if (outcome.status === 'closed') this.#dismiss();
    else {
      this.#update({screen: 'waiting', isBusy: false});
      await delay(WAITING);
      const {attempt} = this.#state;
      if (session === this.#session && attempt) {
        await this.#follow(session, () => statusOf(attempt.payment_id));
      }
    }
  }

  async #succeed(session: symbol, response: object): Promise<void> {
    this.#update({screen: 'success', attempt: undefined, isBusy: false, isLeaving: false});
    await delay(SUCCESS);
    if (session !== this.#session) return;
    const {settings} = this.#state;
    if (settings?.redirect && settings.callbackUrl) {
      this.#page.send('redirect', {url: settings.callbackUrl, content: response, method: 'post'});
      return;
    }
    this.#page.send('complete', response);
    this.#hide();
  }

  /** A failed attempt does not end the checkout, unless the page forbade to try again. */
  #fail(error: AttemptError): void {
    const {settings} = this.#state;
    this.#update({
      screen: 'methods',
      attempt: undefined,
      isBusy: false,
      isLeaving: false,
      failure: error,
    });
    this.#page.send('paymenterror', {error});
    // The page posts the failure itself and goes; there is nothing left to dismiss.
    const leavesPage = settings?.redirect && settings.callbackUrl;
    if (settings?.retry === false && !leavesPage) this.#dismiss({error});
  }

  /** The server did not take the attempt: a mistake in the form, or a failure of its own. */
  #refuse(error: AttemptError): void {
    const field = fieldOf(error);
    if (field === undefined) this.#fail(error);
    else {
      this.#update({
        isBusy: false,
        errors: {[field]: error.description},
        screen: field === 'contact' || field === 'email' ? 'contact' : 'methods',
      });
    }
  }

  #dismiss(reason?: unknown): void {
    this.#page.send('dismiss', reason);
    this.#hide();
  }

  /** The page is unlocked already; it hides the container once the backdrop has faded. */
  #hide(): void {
    const animation = this.#state.settings?.animation;
    const session = (this.#session = Symbol());
    this.#isOpen = false;
    this.#update(CLOSED);
    void delay(animation ? FADING : 0).then(() => {
      if (session === this.#session) this.#page.send('hidden');
    });
  }

  /** By the wall clock: timers of a tab in the background stand still. */
  #countDown(session: symbol, end: number): void {
    if (!this.#state.settings?.timeout) return;
    const tick = (): void => {
      if (session !== this.#session || this.#state.screen === 'success') return;
      const secondsLeft = Math.ceil((end - Date.now()) / 1000);
      if (secondsLeft <= 0) this.#dismiss('timeout');
      else {
        this.#update({secondsLeft});
        setTimeout(tick, 250);
      }
    };
    tick();
  }

  #update(changes: Partial<State>): void {
    this.#state = {...this.#state, ...changes};
    this.#show(this.#state);
  }
}

const delay = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What nobody answers is not decided: money may have moved, so it is asked again. */
const statusOf = (paymentId: string): Promise<AttemptStatus> =>
  backend.fetchStatus(paymentId).catch(() => ({status: 'pending'}));

const errorOf = (error: unknown): AttemptError => {
  if (error instanceof backend.BackendError) return error.error;
  throw error;
};
