import * as backend from '../state/backend.js';
import type {Login} from './login.js';
import type {Session} from './session.js';
import {amountOf} from '../state/state.js';

/** The merchant wants to be sure first who it is for. */
const LOGIN_REQUIRED = 'LOGIN_REQUIRED';

/** The coupons of a checkout: what the merchant offers, and the one that is used. */
export class Coupons {
  readonly #session: Session;
  readonly #login: Login;
  /** Who the coupon that is used was quoted to; empty when that was not known yet. */
  #contact = '';

  constructor(session: Session, login: Login) {
    this.#session = session;
    this.#login = login;
  }

  /** Loads what the merchant offers. Without it coupons are still typed. */
  async load(): Promise<void> {
    const {preferences} = this.#session.state;
    if (!preferences?.merchant.promotions) return;
    const reply = await this.#session
      .current(backend.fetchPromotions(this.#session.about()))
      .catch(() => undefined);
    if (reply) this.#session.update({offers: reply.promotions});
  }

  /** Asks anew for what was quoted to somebody else: the merchant may have meant only them. */
  async recheck(): Promise<void> {
    const {form, promotion} = this.#session.state;
    if (!promotion || this.#contact === '' || this.#contact === form.contact) return;
    this.remove();
    await this.apply(promotion.code);
  }

  /** Tries the code again that was waiting for the shopper's OTP. */
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
    this.#session.update({isApplying: true, couponError: undefined, waitingCoupon: ''});
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
      const {description, reason} = backend.errorOf(error);
      const {form, isVerified, screen} = this.#session.state;
      this.#session.update({
        isApplying: false,
        couponError: description,
        form: {...form, coupon: code},
      });
      this.#session.track('coupon_failed', {couponCode: code, errorMsg: description});
      if (reason !== LOGIN_REQUIRED || isVerified) return;
      this.#session.update({waitingCoupon: code});
      // Anywhere else the shopper is on the way there.
      if (screen === 'methods') this.askForWaiting();
    }
  }

  remove(): void {
    this.#session.update({promotion: undefined});
  }
}
