import type {PaymentFailure} from './entities.js';

/**
 * How debits of a mandate fail, in Razorpay's words. Code, source and step of most of them are not
 * published: what is there is like those that are.
 *
 * https://razorpay.com/docs/payments/payment-gateway/s2s-integration/recurring-payments/upi/error-codes
 */

const atBank = (description: string): Omit<PaymentFailure, 'reason'> => ({
  code: 'GATEWAY_ERROR',
  description,
  source: 'issuer_bank',
  step: 'payment_debit_response',
});

const ofMandate = (description: string): Omit<PaymentFailure, 'reason'> => ({
  code: 'BAD_REQUEST_ERROR',
  description,
  source: 'customer',
  step: 'payment_initiation',
});

const FAILURES = {
  insufficient_funds: atBank('Transaction failed due to insufficient funds.'),
  debit_declined: atBank('Payment was unsuccessful as it was declined by remitter bank.'),
  payment_timed_out: atBank(
    'Payment was unsuccessful as the bank linked to this UPI ID is not reachable at this time.',
  ),
  mandate_debit_beyond_psp_amount_cap: atBank(
    'Debit amount is beyond payer PSP specified amount cap. Please reduce the amount and try again.',
  ),
  execution_day_rule_mismatch: atBank(
    'Day of debit does not match the debit execution rule for the payer. Please ensure execution day matches the execution rule.',
  ),
  amount_does_not_match_mandate_amount: atBank(
    'The payment failed as the amount does not match the amount provided at the time of mandate creation.',
  ),
  mandate_current_cycle_allowed_debit_exceeds: atBank('Mandate is already honoured.'),
  pre_debit_notification_failed: {
    ...atBank('Unable to Notify the Customer.'),
    source: 'customer_psp',
    step: 'payment_initiation',
  },
  mandate_expired: ofMandate('UPI Mandate is expired.'),
  mandate_paused: ofMandate('UPI mandate is not active, it is paused by user.'),
  mandate_cancelled: ofMandate('UPI mandate created for payment has been cancelled by user.'),
  mandate_not_active: ofMandate('UPI mandate is not active.'),
} as const satisfies Readonly<Record<string, Omit<PaymentFailure, 'reason'>>>;

/** Why a debit failed, as a payment's `error_reason` says it. */
export type ChargeReason = keyof typeof FAILURES;

export const CHARGE_REASONS = Object.keys(FAILURES) as readonly ChargeReason[];

export const chargeFailure = (reason: ChargeReason): PaymentFailure => ({
  ...FAILURES[reason],
  reason,
});

/** The shopper's bank has a mandate for the same thing already. */
export const DUPLICATE_MANDATE: PaymentFailure = {
  code: 'BAD_REQUEST_ERROR',
  description: 'Mandate request is a duplicate of an earlier one.',
  source: 'issuer_bank',
  step: 'mandate_creation',
  reason: 'duplicate_mandate_request',
};

/** The shopper did not approve the mandate in the UPI app. */
export const MANDATE_DECLINED: PaymentFailure = {
  code: 'BAD_REQUEST_ERROR',
  description: 'You have declined the mandate request in the UPI app.',
  source: 'customer',
  step: 'payment_authentication',
  reason: 'payment_declined',
};
