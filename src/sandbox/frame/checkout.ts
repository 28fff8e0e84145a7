import type {AttemptError} from '../../checkout/razorpay.js';
import type {AttemptStatus, BankAnswer, BasketRequest} from '../frame-wire.js';
import {analyticsOf} from './analytics.js';
import * as backend from './backend.js';
import type {Context} from './context.js';
import {Coupons} from './coupons.js';
import {addressOf, Delivery} from './delivery.js';
import {contactErrors, fieldOf, methodErrors, withoutEmpty} from './form-errors.js';
import type {PageChannel, PageRequests} from './page-channel.js';
import {readSettings, type Method, type RawOptions} from './settings.js';
import {
  amountOf,
  asksAddress,
  CLOSED,
  isMagic,
  methodsOf,
  takesCoupons,
  type Field,
  type State,
} from './state.js';
import {wordsOf} from './words/say.js';

/** How long things stay on the screen so that a person sees them, in milliseconds. */
const WAITING = 500;
const SUCCESS = 700;
const FADING = 100;

/** One checkout after another: all that a page and a shopper can do, and what follows from it. */
export class Checkout implements PageRequests {
  readonly coupons: Coupons;
  readonly delivery: Delivery;
  readonly #page: PageChannel;
  readonly #show: (state: State) => void;
  #state = CLOSED;
  #options: RawOptions = {};
  #pageLanguage = '';
  #openedAt = 0;
  #opening: string | undefined;
  /** From the page's `open` to the end, also while nothing is shown yet. */
  #isOpen = false;
  /** Replaced when the checkout opens or closes: what belongs to an older one is ignored. */
  #session = Symbol();

  constructor(page: PageChannel, show: (state: State) => void) {
    this.#page = page;
    this.#show = show;
    const context = this.#context();
    this.coupons = new Coupons(context);
    this.delivery = new Delivery(context);
  }

  async open(options: RawOptions, opening: string, pageLanguage: string): Promise<void> {
    // The page script asks again when the frame has loaded; it is the same opening.
    if (opening === this.#opening) return;
    this.#opening = opening;
    this.#isOpen = true;
    this.#options = options;
    this.#pageLanguage = pageLanguage;
    this.#openedAt = Date.now();
    const settings = readSettings(options, pageLanguage);
    const {prefill, hidden} = settings;
    const session = (this.#session = Symbol());
    this.#update(CLOSED);
    try {
      const preferences = await backend.fetchPreferences(settings.keyId, settings.orderId);
      if (session !== this.#session) return;
      const isKnown = prefill.contact !== '' && (prefill.email !== '' || hidden.email);
      const skipsContact =
        isKnown && (prefill.method !== undefined || (hidden.contact && hidden.email));
      const form = {
        ...CLOSED.form,
        contact: prefill.contact,
        email: prefill.email,
        name: prefill.name,
        fullName: prefill.name,
        vpa: prefill.vpa,
      };
      this.#update({
        settings,
        preferences,
        screen: 'contact',
        method: prefill.method ?? settings.methods[0] ?? 'upi',
        form,
      });
      this.#page.send('render');
      this.#track('initiate');
      this.#countDown(session, Date.now() + settings.timeout * 1000);
      if (takesCoupons(this.#state) && prefill.couponCode) {
        void this.coupons.apply(prefill.couponCode);
      }
      if (skipsContact && !contactErrors(form, wordsOf(this.#state)).contact) this.#afterContact();
    } catch (error) {
      if (session !== this.#session) return;
      this.#isOpen = false;
      this.#page.send('fault', backend.errorOf(error));
    }
  }

  /** The page asks, so the shopper is not. What is paid is told, not dismissed. */
  close(): void {
    if (this.#isOpen && this.#state.screen !== 'success') this.#dismiss();
  }

  updateOptions(options: RawOptions): void {
    if (!this.#state.settings) return;
    this.#options = {...this.#options, ...options};
    this.#update({settings: readSettings(this.#options, this.#pageLanguage)});
  }

  edit(field: Field, value: string): void {
    const {errors, form} = this.#state;
    this.#update({
      form: {...form, [field]: value},
      ...(errors[field] && {errors: withoutEmpty({...errors, [field]: ''})}),
      ...(field === 'coupon' && {couponError: undefined}),
    });
    if ((field === 'zipcode' || field === 'country') && form[field] !== value) {
      this.delivery.editedZipcode();
    }
  }

  submitContact(): void {
    const errors = contactErrors(this.#state.form, wordsOf(this.#state));
    this.#update({errors});
    if (this.#state.isBusy || Object.keys(errors).length) return;
    this.#track('contact_input_entered');
    this.#afterContact();
  }

  submitShipping(): void {
    if (this.delivery.submitShipping()) this.#toPayment();
  }

  editContact(): void {
    this.#update({screen: 'contact', failure: undefined});
  }

  editAddress(): void {
    this.#update({screen: 'address', failure: undefined});
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
    const errors = methodErrors(method, form, wordsOf(this.#state));
    if (isBusy || !settings) return;
    if (Object.keys(errors).length) {
      this.#update({errors});
      return;
    }
    const session = this.#session;
    this.#update({errors, isBusy: true, failure: undefined});
    this.#page.send('submit', {method});
    this.#track('payment_initiated', {paymentMethod: method});
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
        ...(method === 'wallet' && {wallet: form.wallet}),
        ...(isMagic(this.#state) && {basket: this.#basket()}),
        ...(method === 'card' && {
          card: {number: form.number, name: form.name, expiry: form.expiry, cvv: form.cvv},
        }),
      });
      if (session !== this.#session) return;
      const screen = attempt.next === 'wait' ? 'waiting' : 'bank';
      this.#update({attempt, screen, isBusy: false, form: {...this.#state.form, otp: ''}});
      if (screen === 'bank') return;
      // Nobody has to approve what is paid at the door.
      if (method !== 'cod') await delay(WAITING);
      await this.#follow(session, () => statusOf(attempt.payment_id));
    } catch (error) {
      if (session === this.#session) this.#refuse(backend.errorOf(error));
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
      if (session === this.#session) this.#update({isBusy: false, failure: backend.errorOf(error)});
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
      this.#track('payment_failed', {failureReason: outcome.error.description});
      this.#page.send('paymenterror', {error: outcome.error});
    }
    this.#dismiss();
  }

  /** Who pays is known: Magic Checkout asks next where the goods go. */
  #afterContact(): void {
    void this.coupons.afterContact();
    if (asksAddress(this.#state)) void this.delivery.begin();
    else {
      this.#track('user_data');
      this.#toPayment();
    }
  }

  #toPayment(): void {
    const [first = 'upi', ...others] = methodsOf(this.#state);
    const {method} = this.#state;
    this.#update({screen: 'methods', method: others.includes(method) ? method : first});
    this.#track('payment_page_reached');
    if (takesCoupons(this.#state)) void this.coupons.load();
  }

  /** What the shopper chose; what it costs is the server's to say. */
  #basket(): BasketRequest {
    const {promotion, savesAddress, shippingId} = this.#state;
    return {
      ...(asksAddress(this.#state) && {
        address: {...addressOf(this.#state), contact: this.#state.form.contact},
        save_address: savesAddress,
        shipping_id: shippingId,
      }),
      ...(promotion && {promotion_code: promotion.code}),
    };
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
    this.#track('payment_failed', {failureReason: error.description});
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
    this.#track('checkout_abandoned', {time_since_open: Date.now() - this.#openedAt});
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

  /** Only Magic Checkout has a funnel. */
  #track(event: string, extra: object = {}): void {
    if (!isMagic(this.#state)) return;
    const data = analyticsOf(this.#state, event, extra);
    this.#page.send('event', {event: 'mx-analytics', data});
  }

  #context(): Context {
    const state = (): State => this.#state;
    return {
      get state() {
        return state();
      },
      update: (changes) => this.#update(changes),
      track: (event, extra) => this.#track(event, extra),
      current: async (promise) => {
        const session = this.#session;
        try {
          const result = await promise;
          return session === this.#session ? result : undefined;
        } catch (error) {
          if (session !== this.#session) return undefined;
          throw error;
        }
      },
      about: () => ({
        key_id: this.#state.settings?.keyId ?? '',
        order_id: this.#state.settings?.orderId ?? '',
        contact: this.#state.form.contact,
        email: this.#state.form.email,
      }),
    };
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
