import type {LineItem} from './entities.js';
import type {AttemptError, PaymentResponse} from '../checkout/razorpay.js';

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
  };
  /** Codes and names of the banks of netbanking. */
  readonly banks: Readonly<Record<string, string>>;
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
  readonly method: string;
  readonly vpa?: string;
  readonly bank?: string;
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
