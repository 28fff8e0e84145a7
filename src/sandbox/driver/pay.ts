import type {AttemptError, PaymentResponse} from '../../wire/page-script.js';
import type {SettingNames} from '../../wire/spelling/unknown-setting.js';
import {readAttempt} from '../account/attempt-request.js';
import type {Authorisations} from '../account/mandates/authorisations.js';
import type {PaymentProcessor} from '../account/payment-processor.js';
import {signResponse} from '../account/sign-response.js';
import {ApiError} from '../model/api-error.js';
import {attemptError} from '../model/attempt-error.js';
import type {Address, MagicChoices} from '../model/entities.js';
import {refuseUnknown} from '../model/refuse-unknown.js';
import {UNSUCCESSFUL} from '../model/payment-failures.js';

/**
 * How an order is paid without a browser.
 *
 * @example
 * ```ts
 * import type {PayOptions, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const cash: PayOptions = {method: 'cod', contact: '+919876543210'};
 * const {razorpay_payment_id} = await sandbox.pay('order_IEIaMR65cu6nz3', cash);
 * sandbox.collectCash(razorpay_payment_id); // paid at the door
 * ```
 */
export interface PayOptions {
  /** UPI unless said otherwise. */
  readonly method?: 'upi' | 'card' | 'netbanking' | 'wallet' | 'cod';
  /**
   * What the bank says: `captured` unless said otherwise. `authorized` leaves the money with the
   * shopper until it is captured, also where capture is automatic.
   */
  readonly outcome?: 'captured' | 'authorized' | 'failed';
  /** The part that is paid of an order with `partial_payment`, in paise; otherwise all that is due. */
  readonly amount?: number;
  /** E.164, like `+919876543210`. */
  readonly contact?: string;
  readonly email?: string;
  /** What Magic Checkout would have added to the order; cash on delivery always adds it. */
  readonly magic?: MagicOptions;
}

/**
 * Amounts are in paise.
 *
 * @example
 * ```ts
 * import type {MagicOptions, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const magic: MagicOptions = {shippingFee: 4_900, promotion: {code: 'TEA10', value: 3_490}};
 * await sandbox.pay('order_IEIaMR65cu6nz3', {magic});
 * ```
 */
export interface MagicOptions {
  readonly shippingFee?: number;
  readonly codFee?: number;
  readonly promotion?: {readonly code: string; readonly value: number};
  readonly address?: Partial<Address>;
}

/**
 * What a listener of `payment.failed` gets.
 *
 * @example
 * ```ts
 * import type {FailedAttempt, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const {error}: FailedAttempt = await sandbox.pay('order_IEIaMR65cu6nz3', {outcome: 'failed'});
 * console.log(error.description);
 * ```
 */
export interface FailedAttempt {
  readonly error: AttemptError;
}

const SETTINGS: SettingNames<PayOptions> = {
  method: true,
  outcome: true,
  amount: true,
  contact: true,
  email: true,
  magic: true,
};

const MAGIC_SETTINGS: SettingNames<MagicOptions> = {
  shippingFee: true,
  codFee: true,
  promotion: true,
  address: true,
};

const INSTRUMENTS = {
  upi: {vpa: 'asha@okaxis'},
  card: {card: {number: '4100280000001007', name: 'Asha Rao', expiry: '12/99', cvv: '123'}},
  netbanking: {bank: 'HDFC'},
  wallet: {wallet: 'mobikwik'},
  cod: {},
};

const ADDRESS: Address = {
  name: 'Asha Rao',
  line1: '24, Andree Road',
  line2: 'Shanti Nagar',
  city: 'Bengaluru',
  state: 'KARNATAKA',
  country: 'in',
  zipcode: '560001',
  contact: '+919876543210',
  tag: 'Home',
};

interface PayParts {
  readonly processor: PaymentProcessor;
  readonly authorisations: Authorisations;
  readonly keySecret: string;
}

/**
 * Pays an order as the checkout would, with its mandate where it has one, and resolves with what the page's handler would get.
 *
 * @throws {ApiError} when it fails although it was not meant to.
 */
export async function pay(
  {processor, authorisations, keySecret}: PayParts,
  orderId: string,
  options: PayOptions,
): Promise<PaymentResponse | FailedAttempt> {
  refuseUnknown(options, SETTINGS);
  refuseUnknown(options.magic ?? {}, MAGIC_SETTINGS, 'magic.');
  const {
    method = 'upi',
    outcome = 'captured',
    contact = '+919876543210',
    email = 'asha@example.com',
  } = options;
  const magic = options.magic ?? (method === 'cod' ? {} : undefined);
  const {id} = authorisations.begin({
    ...readAttempt({
      order_id: orderId,
      amount: options.amount,
      contact,
      email,
      method,
      ...INSTRUMENTS[method],
    }),
    isRecurring: true,
    ...(magic && {magic: magicChoices(magic, contact, method === 'cod')}),
  });
  const payment =
    outcome === 'failed'
      ? processor.decline(id, UNSUCCESSFUL)
      : method === 'cod'
        ? processor.place(id)
        : processor.approve(id, {capture: outcome === 'captured'});
  if (payment.status === 'failed') {
    const error = attemptError(payment);
    if (outcome === 'failed') return {error};
    throw new ApiError(error.description, {reason: error.reason ?? 'NA'});
  }
  return (await signResponse(payment, keySecret)) as PaymentResponse;
}

const magicChoices = (
  {shippingFee = 0, codFee = 0, promotion, address}: MagicOptions,
  contact: string,
  cod: boolean,
): MagicChoices => ({
  address: {...ADDRESS, contact, ...address},
  shipping: {
    id: '1',
    name: 'Standard delivery',
    description: '',
    serviceable: true,
    shipping_fee: shippingFee,
    cod,
    cod_fee: codFee,
  },
  promotion: promotion && {
    ...promotion,
    reference_id: promotion.code,
    type: 'coupon',
    value_type: 'fixed_amount',
    description: promotion.code,
  },
});
