import type {AttemptError, PaymentResponse} from '../../wire/page-script.js';
import type {Address, LineItem, OfferedPromotion, Promotion, ShippingMethod} from './entities.js';
import type {MandateTerms} from './mandate-terms.js';

/** The JSON between the checkout's frame and the sandbox. This file holds types only. */

/** Reply of `GET /v1/checkout/preferences`: what the frame shows before anything is paid. */
export interface Preferences {
  /** Absent when the page named no order. */
  readonly order?: {
    readonly id: string;
    readonly amount: number;
    readonly currency: string;
    readonly lineItems: readonly LineItem[];
    readonly isMagic: boolean;
    /** The mandate that the shopper approves by paying, where the page asks for that. */
    readonly mandate?: MandateTerms;
  };
  /** Codes and names of the banks of netbanking. */
  readonly banks: Readonly<Record<string, string>>;
  /** Codes and names of the wallets. */
  readonly wallets: Readonly<Record<string, string>>;
  /** What the merchant's server answers. */
  readonly merchant: {
    readonly shipping: boolean;
    readonly promotions: boolean;
    readonly coupons: boolean;
  };
}

/** Reply of `POST /v1/checkout/customers`. */
export interface CustomerReply {
  /** They have saved addresses, which they see once they have given the OTP. */
  readonly isReturning: boolean;
}

/** Reply of `POST /v1/checkout/customers/verify`. */
export interface AddressesReply {
  readonly addresses: readonly Address[];
}

/** Reply of `POST /v1/checkout/shipping`. */
export interface ShippingReply {
  readonly methods: readonly ShippingMethod[];
  /** Cash on delivery was offered, and a risk check took it away. */
  readonly isCodRefused: boolean;
}

/** Reply of `POST /v1/checkout/promotions`. */
export interface PromotionsReply {
  readonly promotions: readonly OfferedPromotion[];
}

/** Reply of `POST /v1/checkout/promotions/apply`. */
export interface AppliedReply {
  readonly promotion: Promotion;
}

/** What the shopper chose in a Magic Checkout; what it costs is the server's to say. */
export interface MagicChoicesRequest {
  readonly address?: Address;
  readonly save_address?: boolean;
  readonly shipping_id?: string;
  readonly promotion_code?: string;
}

/** Body of `POST /v1/checkout/payments`. */
export interface AttemptRequest {
  readonly key_id: string;
  readonly order_id: string;
  readonly amount: number;
  readonly currency: string;
  readonly contact: string;
  readonly email: string;
  readonly description: string;
  readonly notes: unknown;
  readonly customer_id?: string;
  /** Whether a mandate is to be approved with it, where the order has one. */
  readonly recurring?: true | 'preferred';
  readonly method: string;
  readonly vpa?: string;
  readonly bank?: string;
  readonly wallet?: string;
  readonly magic?: MagicChoicesRequest;
  readonly card?: {
    readonly number: string;
    readonly name: string;
    readonly expiry: string;
    readonly cvv: string;
  };
}

/** Reply of `POST /v1/checkout/payments`. */
export interface AttemptReply {
  readonly payment_id: string;
  /** `wait`: ask what became of it. `bank` and `otp`: the shopper decides on the bank's page. */
  readonly next: 'wait' | 'bank' | 'otp';
  /** Where the shopper approves it, in the UPI app. */
  readonly approval?: string;
}

/** Body of `POST /v1/checkout/payments/:id/authenticate`: what the shopper did at the bank. */
export type BankAnswer =
  {readonly choice: 'success' | 'failure' | 'cancel'} | {readonly choice: 'otp'; otp: string};

/** What became of an attempt. */
export type AttemptStatus =
  | {readonly status: 'pending'}
  /** The checkout closes, and says nothing of the payment. */
  | {readonly status: 'closed'}
  | {readonly status: 'success'; readonly response: Partial<PaymentResponse>}
  | {readonly status: 'failed'; readonly error: AttemptError};
