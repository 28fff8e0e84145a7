import type {ChargeFailureReason} from 'rzp-magic-button/server.js';
import type {FaultOf, Sandbox} from 'rzp-magic-button/sandbox.js';

/** What a person can do on the page beside what a shopper can, where a sandbox stands in for Razorpay. */
export interface SandboxControls {
  /** Address of the shopper's UPI app. */
  upiAppUrl: string;
  checkoutScriptUrl: string;
  /** The sandbox's time, in ms since 1970, which is the shop's too. */
  now(): number;
  /** How often time was passed: what was pressed twice is done once. */
  readonly moves: number;
  passTime(seconds: number): Promise<void>;
  /** Has the bank say no to the next debit, for this reason; without one it says yes. */
  answerNextDebit(reason?: BankReason): void;
}

type DebitFault = Exclude<FaultOf<'charge'>, 'slow'>;

/** The reasons for which the sandbox's bank can say no, and its fault of that name. */
const FAULT_OF = {
  insufficient_funds: 'insufficient-funds',
  payment_timed_out: 'payment-timed-out',
  debit_declined: 'debit-declined',
  execution_day_rule_mismatch: 'execution-day-rule-mismatch',
  pre_debit_notification_failed: 'pre-debit-notification-failed',
  mandate_paused: 'mandate-paused',
  mandate_not_active: 'mandate-not-active',
  mandate_debit_beyond_psp_amount_cap: 'mandate-debit-beyond-psp-amount-cap',
  amount_does_not_match_mandate_amount: 'amount-does-not-match-mandate-amount',
  mandate_current_cycle_allowed_debit_exceeds: 'mandate-current-cycle-allowed-debit-exceeds',
  mandate_expired: 'mandate-expired',
  mandate_cancelled: 'mandate-cancelled',
} as const satisfies Partial<Record<ChargeFailureReason, DebitFault>>;

export type BankReason = keyof typeof FAULT_OF;

export const BANK_REASONS = Object.keys(FAULT_OF) as readonly BankReason[];

export const isBankReason = (word: unknown): word is BankReason =>
  BANK_REASONS.some((reason) => reason === word);

export function sandboxControls(sandbox: Sandbox): SandboxControls {
  let moves = 0;
  return {
    upiAppUrl: `${sandbox.url}/upi`,
    checkoutScriptUrl: sandbox.checkoutScriptUrl,
    now: () => sandbox.now(),
    get moves() {
      return moves;
    },
    async passTime(seconds) {
      moves += 1;
      await sandbox.advance(seconds);
    },
    answerNextDebit(reason) {
      if (reason) sandbox.faults.set({charge: FAULT_OF[reason]}, {times: 1});
      else sandbox.faults.clear('charge');
    },
  };
}
