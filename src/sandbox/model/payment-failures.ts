import type {PaymentFailure} from './entities.js';

/**
 * How attempts fail, in the words of Razorpay's list of payment errors.
 *
 * https://razorpay.com/docs/errors/payments/list
 */

const declined = (reason: string, description: string): PaymentFailure => ({
  code: 'BAD_REQUEST_ERROR',
  description,
  source: 'issuer_bank',
  step: 'payment_authorization',
  reason,
});

const gateway = (reason: string, description: string, step: string): PaymentFailure => ({
  code: 'GATEWAY_ERROR',
  description,
  source: 'gateway',
  step,
  reason,
});

/** A collect request that the payer's app refused, or a bank that did. */
export const UNSUCCESSFUL: PaymentFailure = {
  code: 'BAD_REQUEST_ERROR',
  description:
    'Payment was unsuccessful due to a temporary issue. If amount got deducted, it will be refunded within 5-7 working days.',
  source: 'gateway',
  step: 'payment_response',
  reason: 'payment_failed',
};

export const CANCELLED: PaymentFailure = {
  code: 'BAD_REQUEST_ERROR',
  description: 'Payment processing cancelled by user',
  source: 'customer',
  step: 'payment_authentication',
  reason: 'payment_cancelled',
};

export const WRONG_OTP: PaymentFailure = {
  code: 'BAD_REQUEST_ERROR',
  description: 'Authentication failed due to incorrect otp',
  source: 'customer',
  step: 'payment_authentication',
  reason: 'invalid_otp',
};

/** Nobody heard from the bank. Such a payment may still be authorized, hours later. */
export const TIMED_OUT: PaymentFailure = {
  code: 'BAD_REQUEST_ERROR',
  description:
    'Payment was unsuccessful as it could not be completed in time. Try again with another payment method.',
  source: 'gateway',
  step: 'payment_authorization',
  reason: 'payment_timed_out',
};

/** Another payment of the same order was faster. */
export const ORDER_ALREADY_PAID: PaymentFailure = {
  code: 'BAD_REQUEST_ERROR',
  description: 'Payment already done for this order.',
  source: 'business',
  step: 'payment_authorization',
  reason: 'order_already_paid',
};

const CARD_DECLINED = declined(
  'card_declined',
  "Your payment didn't go through as it was declined by the bank. Try another payment method or contact your bank.",
);

export const INSUFFICIENT_FUND = declined(
  'insufficient_fund',
  'Your payment could not be completed due to insufficient account balance. Try again with another card or payment method.',
);

/** Which test card fails how, once Failure is chosen on the bank's page. */
const CARD_FAILURES: readonly (readonly [numbers: readonly string[], failure: PaymentFailure])[] = [
  [
    ['4100280000090000', '5305620000060000'],
    gateway(
      'payment_timed_out',
      'Your payment could not be completed due to a temporary issue. Try again later.',
      'payment_authorization',
    ),
  ],
  [['4100280000080001', '5305620000050001'], INSUFFICIENT_FUND],
  [
    ['4100280000070002', '5305620000040002'],
    {...CANCELLED, description: 'Your payment has been cancelled. Try again or complete it later.'},
  ],
  [
    [
      '4100280000060003',
      '4100280000050004',
      '4100280000040005',
      '5305620000030003',
      '5305620000020004',
      '5305620000010005',
    ],
    CARD_DECLINED,
  ],
  [
    ['4100280000030006', '5305620000000006'],
    declined(
      'card_disabled_for_online_payments',
      'Online transactions are disabled on this card. Enable them with your bank or use another card.',
    ),
  ],
  [
    ['4100280000010008', '5305620000080008'],
    {
      ...declined('card_number_invalid', 'The card number is incorrect. Check it and try again.'),
      source: 'customer',
    },
  ],
  [
    ['4100280000020007', '5305620000090007'],
    gateway(
      'gateway_technical_error',
      'The payment could not be completed due to a technical error at the gateway. Try again later.',
      'payment_authorization',
    ),
  ],
  [
    ['4100280000000009', '5305620000070009'],
    gateway(
      'authentication_failed',
      'The payment could not be completed, for the cardholder was not authenticated. Try again.',
      'payment_authentication',
    ),
  ],
];

/** A card of each way to fail, and the reason that is told. */
export const FAILING_CARDS: readonly (readonly [number: string, reason: string])[] =
  CARD_FAILURES.map(([[number = ''], {reason}]) => [number, reason]);

/** How a test card fails that is there to fail; undefined for all others. */
export const failureOfTestCard = (number: string): PaymentFailure | undefined =>
  CARD_FAILURES.find(([numbers]) => numbers.includes(number))?.[1];

/** How a card fails when its holder chooses Failure; a card that is not in the table is declined. */
export const cardFailure = (number: string): PaymentFailure =>
  failureOfTestCard(number) ?? CARD_DECLINED;
