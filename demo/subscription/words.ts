import type {
  ChargeFailureReason,
  MandateErrorCode,
  MandateStatus,
} from 'rzp-magic-button/server.js';

/** What the shopper reads when a charge has failed. */
export const FAILURE_WORDS: Readonly<Record<ChargeFailureReason, string>> = {
  insufficient_funds: 'Your account did not hold enough.',
  payment_timed_out: 'Your bank did not answer in time.',
  pre_debit_notification_failed: 'Your bank could not tell you of the debit a day before it.',
  execution_day_rule_mismatch: 'Your bank allows no debit on that day.',
  debit_declined: 'Your bank declined the debit. Please ask them why, then try again.',
  mandate_paused:
    'You have paused the payments in your UPI app. Resume them there, then try again.',
  mandate_not_active:
    'Your approval is not active at your bank. Look into your UPI app, then try again.',
  mandate_debit_beyond_psp_amount_cap:
    'It is more than your UPI app lets anybody take. Raise its limit, then try again.',
  amount_does_not_match_mandate_amount:
    'Your bank holds it to another amount than the one you approved. We skip this box.',
  mandate_expired: 'Your approval has expired. Please subscribe again.',
  mandate_cancelled: 'Your approval was cancelled. Please subscribe again.',
  mandate_current_cycle_allowed_debit_exceeds:
    'Your bank has let us take a payment in this cycle already. We skip this box.',
  duplicate_mandate_request: 'Your bank has the same approval twice. We skip this box.',
  not_received: 'The payment got lost on its way to your bank. Nothing was taken.',
  refused: 'Razorpay would not take the payment. Nothing was taken, and we skip this box.',
  other: 'The payment did not go through. Nothing was taken.',
};

/** What the shopper reads when a charge was not even asked for. */
export const REFUSAL_WORDS: Readonly<Record<MandateErrorCode, string>> = {
  invalid: 'Please check what you wrote.',
  not_found: 'We do not know this subscription.',
  not_chargeable: 'Your approval is not active, so nothing was charged. Look into your UPI app.',
  over_max_amount: 'This is more than you have approved, so nothing was charged.',
  charge_open: 'The payment before is still on its way. Nothing more was charged.',
  period_taken: 'This box was charged already, with another amount. Nothing more was charged.',
  no_retry: 'This box can not be charged any more.',
  not_refundable: 'There is nothing left to give back of this box.',
  last_day: 'Your bank takes no debit on the last day of a cycle. We try again tomorrow.',
};

/** How a mandate is called on its badge, and what it means for the shopper. */
export const STATUS_WORDS: Readonly<Record<MandateStatus, readonly [badge: string, text: string]>> =
  {
    initiated: ['Almost there', 'You have approved it. Your bank confirms it in a moment.'],
    confirmed: [
      'Active',
      'Your boxes come by themselves. You are told of each payment a day before.',
    ],
    paused: [
      'Paused in your UPI app',
      'We can not charge you, and send nothing. Resume it in your UPI app.',
    ],
    cancelled: ['Cancelled', 'Nothing more is charged, and nothing more is sent.'],
    rejected: [
      'Not accepted',
      'Your bank did not accept the approval. Your first box is paid for and comes; nothing follows.',
    ],
    expired: [
      'Expired',
      'Your approval has ended with its time. Subscribe again whenever you like.',
    ],
  };
