import * as backend from './backend.js';
import type {Context} from './context.js';
import {amountOf} from './state.js';

/** The merchant wants to know first who it is for. */
const LOGIN_REQUIRED = 'LOGIN_REQUIRED';

/** The coupons of a checkout: what the merchant offers, and the one that is used. */
export class Coupons {
  readonly #context: Context;
  /** Refused only because nobody had said who they are. */
  #waiting: string | undefined;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Loads what the merchant offers. Without it coupons are still typed. */
  async load(): Promise<void> {
    const {preferences} = this.#context.state;
    if (!preferences?.merchant.promotions) return;
    const reply = await this.#context
      .current(backend.fetchPromotions(this.#context.about()))
      .catch(() => undefined);
    if (reply) this.#context.update({offers: reply.promotions});
  }

  /** Tries again what was refused before the shopper gave their number. */
  async afterContact(): Promise<void> {
    const code = this.#waiting;
    this.#waiting = undefined;
    if (code !== undefined) await this.apply(code);
  }

  /** Applies a code, the one in the form unless another is given. */
  async apply(given?: string): Promise<void> {
    const {state} = this.#context;
    if (state.isApplying) return;
    const code = (given ?? state.form.coupon).trim();
    const {amount: amountBeforeDisc} = amountOf({...state, promotion: undefined});
    this.#context.update({isApplying: true, couponError: undefined});
    try {
      const reply = await this.#context.current(
        backend.applyPromotion({...this.#context.about(), code}),
      );
      if (!reply) return;
      const {form} = this.#context.state;
      this.#context.update({
        isApplying: false,
        promotion: reply.promotion,
        form: {...form, coupon: ''},
      });
      this.#context.track('coupon_applied', {
        appliedCouponCode: reply.promotion.code,
        amountBeforeDisc,
        amountAfterDisc: amountOf(this.#context.state).amount,
      });
    } catch (error) {
      const {description, reason} = backend.errorOf(error);
      const {form} = this.#context.state;
      if (reason === LOGIN_REQUIRED && !form.contact) this.#waiting = code;
      this.#context.update({
        isApplying: false,
        couponError: description,
        form: {...form, coupon: code},
      });
      this.#context.track('coupon_failed', {couponCode: code, errorMsg: description});
    }
  }

  remove(): void {
    this.#context.update({promotion: undefined});
  }
}
