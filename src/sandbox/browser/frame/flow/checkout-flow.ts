import type {Preferences} from '../../../model/frame-wire.js';
import type {Opener, OpenerRequests} from '../opener/opener.js';
import * as backend from '../state/backend.js';
import {readSettings, type Method, type RawOptions, type Settings} from '../state/settings.js';
import {
  asksAddress,
  CLOSED,
  mandateOf,
  methodsOf,
  takesCoupons,
  type Field,
  type State,
  wordsOf,
} from '../state/state.js';
import {Attempts} from './attempts.js';
import {Coupons} from './coupons.js';
import {Delivery} from './delivery.js';
import {Ending} from './ending.js';
import {contactErrors, withoutEmpty} from './form-errors.js';
import {Leaving} from './leaving.js';
import {Login} from './login.js';
import {Session} from './session.js';
import {limitTime} from './time-limit.js';

/** Leads through one checkout after another: from the page's options to the payment. */
export class CheckoutFlow implements OpenerRequests {
  readonly login: Login;
  readonly coupons: Coupons;
  readonly delivery: Delivery;
  readonly attempts: Attempts;
  readonly leaving: Leaving;
  readonly #session: Session;
  readonly #ending: Ending;
  #options: RawOptions = {};
  #pageLanguage = '';
  #opening: string | undefined;

  constructor(opener: Pick<Opener, 'send'>, show: (state: State) => void) {
    this.#session = new Session(opener, show);
    this.#ending = new Ending(this.#session);
    this.login = new Login(this.#session);
    this.coupons = new Coupons(this.#session, this.login);
    this.delivery = new Delivery(this.#session);
    this.attempts = new Attempts(this.#session, this.#ending);
    this.leaving = new Leaving(this.#session, this.attempts, this.#ending);
  }

  async open(options: RawOptions, opening: string, pageLanguage: string): Promise<void> {
    // The page script posts the same opening again when the frame has loaded.
    if (opening === this.#opening) return;
    this.#opening = opening;
    this.#options = options;
    this.#pageLanguage = pageLanguage;
    this.#session.begin();
    const settings = readSettings(options, pageLanguage);
    try {
      const asked = backend.fetchPreferences(settings.keyId, settings.orderId);
      const preferences = await this.#session.current(asked);
      if (preferences) this.#begin(settings, preferences);
    } catch (error) {
      this.#session.end();
      this.#session.send('fault', backend.errorOf(error));
    }
  }

  /** The page closes it, so the shopper is not asked. A payment that is made is still handed over. */
  close(): void {
    const {isOpen, state} = this.#session;
    if (isOpen && state.screen !== 'success') this.#ending.dismiss();
  }

  updateOptions(options: RawOptions): void {
    if (!this.#session.state.settings) return;
    this.#options = {...this.#options, ...options};
    this.#session.update({settings: readSettings(this.#options, this.#pageLanguage)});
  }

  edit(field: Field, value: string): void {
    const {errors, form, typed} = this.#session.state;
    this.#session.update({
      form: {...form, [field]: value},
      ...(field in typed && {typed: {...typed, [field]: value.trim() !== ''}}),
      ...(errors[field] && {errors: withoutEmpty({...errors, [field]: ''})}),
      ...(field === 'coupon' && {couponError: undefined}),
    });
    if ((field === 'zipcode' || field === 'country') && form[field] !== value) {
      this.delivery.editedZipcode();
    }
  }

  submitContact(): void {
    const {form, isBusy} = this.#session.state;
    const errors = contactErrors(form, wordsOf(this.#session.state));
    this.#session.update({errors});
    if (isBusy || Object.keys(errors).length) return;
    this.#session.track('contact_input_entered');
    void this.#afterContact();
  }

  submitShipping(): void {
    if (this.delivery.submitShipping()) this.#toPayment();
  }

  editContact(): void {
    this.#session.update({screen: 'contact', failure: undefined});
  }

  editAddress(): void {
    this.#session.update({screen: 'address', failure: undefined});
  }

  /** With `recurring: "preferred"` the shopper decides whether the shop may charge again. */
  chooseMandate(isMandate: boolean): void {
    this.#session.update({isMandate, errors: {}});
  }

  chooseMethod(method: Method): void {
    this.#session.update({method, errors: {}});
  }

  /** The first screen, with what the page knows filled in. */
  #begin(settings: Settings, preferences: Preferences): void {
    const {prefill, timeoutSeconds} = settings;
    const form = {
      ...CLOSED.form,
      contact: prefill.contact,
      email: prefill.email,
      name: prefill.name,
      fullName: prefill.name,
      vpa: prefill.vpa,
    };
    this.#session.update({
      settings,
      preferences,
      screen: 'contact',
      method: prefill.method ?? settings.methods[0] ?? 'upi',
      form,
      showsCoupons: matchMedia('(min-width: 48rem)').matches,
    });
    this.#session.update({isMandate: mandateOf(this.#session.state) !== undefined});
    this.#session.send('render');
    this.#session.track('initiate');
    this.leaving.catchBack();
    void limitTime(this.#session, timeoutSeconds, () => this.#ending.dismiss('timeout'));
    const {state} = this.#session;
    if (takesCoupons(state) && prefill.couponCode) void this.coupons.apply(prefill.couponCode);
    if (skipsContact(settings) && !contactErrors(form, wordsOf(state)).contact) {
      void this.#afterContact();
    }
  }

  /** The contact is known. Saved addresses, and coupons that need it, are for whoever gives the OTP. */
  async #afterContact(): Promise<void> {
    this.login.forget();
    void this.coupons.recheck();
    const isReturning = asksAddress(this.#session.state) ? await this.login.isReturning() : false;
    if (isReturning === undefined) return;
    const {waitingCoupon} = this.#session.state;
    if (waitingCoupon || isReturning) {
      this.login.ask(waitingCoupon, (isVerified) => {
        if (isVerified) void this.coupons.retry();
        this.#afterLogin();
      });
    } else {
      this.#session.track('user_data');
      this.#afterLogin();
    }
  }

  /** Magic Checkout asks next where the goods go. */
  #afterLogin(): void {
    if (asksAddress(this.#session.state)) void this.delivery.begin();
    else this.#toPayment();
  }

  #toPayment(): void {
    const {state} = this.#session;
    const [first = 'upi', ...others] = methodsOf(state);
    const method = others.includes(state.method) ? state.method : first;
    this.#session.update({screen: 'methods', method});
    this.#session.track('payment_page_reached');
    if (takesCoupons(state)) void this.coupons.load();
    this.coupons.askForWaiting();
  }
}

/** Whether the page knows who pays, and does not want them asked. */
function skipsContact({hidden, prefill}: Settings): boolean {
  const isKnown = prefill.contact !== '' && (prefill.email !== '' || hidden.email);
  return isKnown && (prefill.method !== undefined || (hidden.contact && hidden.email));
}
