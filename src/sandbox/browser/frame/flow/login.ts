import * as backend from '../state/backend.js';
import {CLOSED} from '../state/state.js';
import type {Session} from './session.js';

/** What happens next, once the shopper has given the OTP or has skipped it. */
type Proceed = (isVerified: boolean) => void;

/** The OTP by which shoppers prove their number: for saved addresses, or for a coupon. */
export class Login {
  readonly #session: Session;
  #proceed: Proceed = () => undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Whether the number has saved addresses; false where that can't be found out. Undefined when the
   * checkout has ended meanwhile.
   */
  async isReturning(): Promise<boolean | undefined> {
    this.#session.update({isBusy: true});
    const send_sms_hash = this.#session.state.settings?.sendSmsHash ?? false;
    const reply = await this.#session
      .current(backend.fetchCustomer({...this.#session.about(), send_sms_hash}))
      .catch(() => ({isReturning: false}));
    if (reply) this.#session.update({isBusy: false});
    return reply?.isReturning;
  }

  /** Asks for the OTP; `coupon` is the code that needs it, empty for saved addresses. */
  ask(coupon: string, proceed: Proceed): void {
    const {form, screen} = this.#session.state;
    this.#proceed = proceed;
    this.#session.update({
      screen: 'login',
      login: {from: screen, coupon},
      errors: {},
      form: {...form, loginOtp: ''},
    });
    this.#session.track('otp_initiated', {otp_verified: false});
  }

  async submitOtp(): Promise<void> {
    const {form, isBusy} = this.#session.state;
    if (isBusy) return;
    this.#session.update({isBusy: true, errors: {}});
    try {
      const reply = await this.#session.current(
        backend.verifyCustomer({...this.#session.about(), otp: form.loginOtp}),
      );
      if (!reply) return;
      this.#session.update({isBusy: false, isVerified: true, addresses: reply.addresses});
      this.#session.track('otp_submitted', {otp_verified: true});
      this.#session.track('user_data');
      this.#proceed(true);
    } catch (error) {
      const {description} = backend.errorOf(error);
      this.#session.update({isBusy: false, errors: {loginOtp: description}});
    }
  }

  skipOtp(): void {
    if (this.#session.state.isBusy) return;
    this.#session.update({errors: {}, waitingCoupon: ''});
    this.#session.track('otp_skipped');
    this.#session.track('user_data');
    this.#proceed(false);
  }

  /** Another number may be somebody else's, who must not see the addresses. */
  forget(): void {
    const {addresses, addressId, isVerified} = CLOSED;
    this.#session.update({addresses, addressId, isVerified});
  }
}
