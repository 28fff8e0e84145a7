import * as backend from './backend.js';
import type {Session} from './session.js';
import {amountOf} from './state.js';

/** The merchant wants to know first who it is for. */
const LOGIN_REQUIRED = 'LOGIN_REQUIRED';

/** The coupons of a checkout: what the merchant offers, and the one that is used. */
export class Coupons {
  readonly #session: Session;
  /** Refused only because nobody had said who they are. */
  #waiting: string | undefined;

  constructor(session: Session) {
    this.#session = session;
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

  /** Tries again what was refused before the shopper gave their number. */
  async afterContact(): Promise<void> {
    const code = this.#waiting;
    this.#waiting = undefined;
    if (code !== undefined) await this.apply(code);
  }

  /** Applies a code, the one in the form unless another is given. */
  async apply(given?: string): Promise<void> {
    const {state} = this.#session;
    if (state.isApplying) return;
    const code = (given ?? state.form.coupon).trim();
    const {amount: amountBeforeDisc} = amountOf({...state, promotion: undefined});
    this.#session.update({isApplying: true, couponError: undefined});
    try {
      const reply = await this.#session.current(
        backend.applyPromotion({...this.#session.about(), code}),
      );
      if (!reply) return;
      const {form} = this.#session.state;
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
      const {form} = this.#session.state;
      if (reason === LOGIN_REQUIRED && !form.contact) this.#waiting = code;
      this.#session.update({
        isApplying: false,
        couponError: description,
        form: {...form, coupon: code},
      });
      this.#session.track('coupon_failed', {couponCode: code, errorMsg: description});
    }
  }

  remove(): void {
    this.#session.update({promotion: undefined});
  }
}
