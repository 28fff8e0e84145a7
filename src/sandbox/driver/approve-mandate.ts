import type {PaymentResponse} from '../../wire/page-script.js';
import type {SettingNames} from '../../wire/spelling/unknown-setting.js';
import {readAttempt} from '../account/attempt-request.js';
import type {Mandates} from '../account/mandates/mandates.js';
import type {PaymentProcessor} from '../account/payment-processor.js';
import {signResponse} from '../account/sign-response.js';
import type {Store} from '../account/store.js';
import {ApiError} from '../model/api-error.js';
import {MANDATE_DECLINED} from '../model/charge-failures.js';
import type {Token} from '../model/mandate.js';
import {refuseUnknown} from '../model/refuse-unknown.js';

/**
 * How a mandate is approved without a browser.
 *
 * @example
 * ```ts
 * import type {ApproveOptions, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const later: ApproveOptions = {outcome: 'initiated'};
 * await sandbox.approveMandate('order_IEIaMR65cu6nz3', later);
 * await sandbox.advance(60); // the bank has entered it: token.confirmed
 * ```
 */
export interface ApproveOptions {
  /**
   * What becomes of it: `confirmed` unless said otherwise. `initiated` is paid and confirmed by the
   * bank a moment later, as in the checkout; `rejected` is paid and rejected by the bank; `declined`
   * is not paid, for the shopper said no.
   */
  readonly outcome?: 'confirmed' | 'initiated' | 'rejected' | 'declined';
  /** The shopper's UPI address. */
  readonly vpa?: string;
  /** E.164, like `+919876543210`. */
  readonly contact?: string;
  readonly email?: string;
}

/**
 * A mandate that was approved, or not.
 *
 * @example
 * ```ts
 * import type {ApprovedMandate, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const {token}: ApprovedMandate = await sandbox.approveMandate('order_IEIaMR65cu6nz3');
 * console.log(token.recurring_details.status); // confirmed
 * ```
 */
export interface ApprovedMandate {
  /** As it is now. */
  readonly token: Token;
  /** What the page's handler gets; nothing where the shopper declined. */
  readonly response?: PaymentResponse;
}

const SETTINGS: SettingNames<ApproveOptions> = {
  outcome: true,
  vpa: true,
  contact: true,
  email: true,
};

interface Parts {
  readonly store: Store;
  readonly mandates: Mandates;
  readonly processor: PaymentProcessor;
  readonly keySecret: string;
}

/**
 * Approves the mandate of an order, or of a registration link, as the shopper would in the UPI app.
 *
 * @throws {ApiError} for an order that has none.
 */
export async function approveMandate(
  {store, mandates, processor, keySecret}: Parts,
  id: string,
  options: ApproveOptions,
): Promise<ApprovedMandate> {
  refuseUnknown(options, SETTINGS);
  const {outcome = 'confirmed', vpa = 'asha@okaxis', ...shopper} = options;
  const orderId = id.startsWith('inv_') ? mandates.links.get(id).order_id : id;
  if (!store.orderRecord(orderId).terms) {
    throw new ApiError('The order has no mandate: create it with method "upi" and a token.');
  }
  const attempt = readAttempt({
    order_id: orderId,
    contact: shopper.contact ?? '+919876543210',
    email: shopper.email ?? 'asha@example.com',
    method: 'upi',
    vpa,
  });
  const {id: paymentId, token_id: tokenId = ''} = mandates.authorisations.begin({
    ...attempt,
    isRecurring: true,
  });
  const payment =
    outcome === 'declined'
      ? processor.decline(paymentId, MANDATE_DECLINED)
      : processor.approve(paymentId);
  const {token} = mandates.tokens.record(tokenId);
  const isPaid = payment.status !== 'failed';
  if (isPaid && outcome === 'confirmed') mandates.authorisations.hurry(tokenId);
  if (isPaid && outcome === 'rejected') mandates.tokens.reject(tokenId, 'Rejected by bank');
  if (!isPaid) return {token: structuredClone(token)};
  const response = (await signResponse(payment, keySecret)) as PaymentResponse;
  return {token: structuredClone(token), response};
}
