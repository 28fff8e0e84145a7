import * as backend from '../state/backend.js';
import {amountOf} from '../state/state.js';
import type {Login} from './login.js';
import type {Session} from './session.js';

/** The merchant's refusal of a coupon until the shopper has given the OTP. */
const LOGIN_REQUIRED = 'LOGIN_REQUIRED';
/** The merchant's server gave no answer, or one that is not as documented. */
const ENDPOINT_FAILED = 'merchant_endpoint_failed';

/** The coupons of a checkout: what the merchant offers, and the one that is used. */
export class Coupons {
  readonly #session: Session;
  readonly #login: Login;
  /** The contact to which the coupon in use was granted; empty when none was known yet. */
  #contact = '';

  constructor(session: Session, login: Login) {
    this.#session = session;
    this.#login = login;
  }

  /** Loads what the merchant offers. Where that fails it is said, and coupons can still be typed. */
  async load(): Promise<void> {
    const {preferences} = this.#session.state;
    if (!preferences?.merchant.promotions) return;
    try {
      const asked = backend.fetchPromotions(this.#session.about());
      const reply = await this.#session.current(asked);
      if (reply) this.#session.update({offers: reply.promotions});
    } catch (error) {
      this.#session.update({couponFailure: backend.errorOf(error), showsCoupons: true});
    }
  }

  /** Applies the coupon anew when another contact is given: it may be granted to the first only. */
  async recheck(): Promise<void> {
    const {form, promotion} = this.#session.state;
    if (!promotion || this.#contact === '' || this.#contact === form.contact) return;
    this.remove();
    await this.apply(promotion.code);
  }

  /** Applies the code that was waiting for the shopper's OTP. */
  async retry(): Promise<void> {
    const {waitingCoupon} = this.#session.state;
    if (waitingCoupon) await this.apply(waitingCoupon);
  }

  /** Asks for the OTP that a code wants, unless the shopper has given or skipped it. */
  askForWaiting(): void {
    const {waitingCoupon} = this.#session.state;
    if (!waitingCoupon) return;
    this.#login.ask(waitingCoupon, (isVerified) => {
      this.#session.update({screen: 'methods'});
      if (isVerified) void this.retry();
    });
  }

  /** Applies a code, the one in the form unless another is given. */
  async apply(given?: string): Promise<void> {
    const {state} = this.#session;
    if (state.isApplying) return;
    const code = (given ?? state.form.coupon).trim();
    const {contact} = state.form;
    const {amount: amountBeforeDisc} = amountOf({...state, promotion: undefined});
    this.#session.update({
      isApplying: true,
      couponError: undefined,
      couponFailure: undefined,
      waitingCoupon: '',
    });
    try {
      const reply = await this.#session.current(
        backend.applyPromotion({...this.#session.about(), code}),
      );
      if (!reply) return;
      const {form} = this.#session.state;
      this.#contact = contact;
      this.#session.update({
        isApplying: false,
        promotion: reply.promotion,
        form: {...form, coupon: ''},
      });
      this.#session.track('coupon_applied', {
        appliedCouponCode: reply.promotion.code,
        amountBeforeDisc,
        amountAfterDisc: amountOf(this.#session.state).amount,
      });
    } catch (error) {
      const failure = backend.errorOf(error);
      const {description, reason} = failure;
      const {form, isVerified, screen} = this.#session.state;
      this.#session.update({
        isApplying: false,
        showsCoupons: true,
        ...(reason === ENDPOINT_FAILED ? {couponFailure: failure} : {couponError: description}),
        form: {...form, coupon: code},
      });
      this.#session.track('coupon_failed', {couponCode: code, errorMsg: description});
      if (reason !== LOGIN_REQUIRED || isVerified) return;
      this.#session.update({waitingCoupon: code});
      // On an earlier screen the shopper is not interrupted: it is asked before the payment.
      if (screen === 'methods') this.askForWaiting();
    }
  }

  /** Unfolds what there is to use, or folds it. */
  toggle(): void {
    this.#session.update({showsCoupons: !this.#session.state.showsCoupons});
  }

  remove(): void {
    this.#session.update({promotion: undefined});
  }
}
