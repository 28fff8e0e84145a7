import {ApiError, idNotFound} from '../../model/api-error.js';
import type {ChargeReason} from '../../model/charge-failures.js';
import type {MandateTerms} from '../../model/mandate-terms.js';
import type {Token, TokenStatus} from '../../model/mandate.js';
import {randomText} from '../../model/random-id.js';
import type {Announce} from '../../model/webhook-event.js';
import type {Clock} from '../../runtime/clock.js';
import {Records} from '../records.js';

/** How long the shopper's bank takes to cancel what the merchant cancelled. */
const CANCELLED_AFTER_SECONDS = 2;

/** A mandate, and what Razorpay keeps of it without showing it in the API. */
export interface TokenRecord {
  readonly token: Token;
  readonly customerId: string;
  readonly terms: MandateTerms;
  /** The payment with which the shopper approved it. */
  readonly paymentId: string;
  /** Deleted at Razorpay; the shopper's bank still has it. */
  isDeleted: boolean;
}

interface TokensParts {
  readonly clock: Clock;
  readonly announce: Announce;
}

/** A mandate that was just asked for. */
export interface NewToken {
  readonly id: string;
  readonly customerId: string;
  readonly terms: MandateTerms;
  readonly paymentId: string;
  readonly vpa: string;
  readonly startTime: number;
}

/** Mandates by their tokens, and how they move from one status to the next. */
export class Tokens {
  readonly #clock: Clock;
  readonly #announce: Announce;
  readonly #records = new Records<TokenRecord>('token');

  constructor({clock, announce}: TokensParts) {
    this.#clock = clock;
    this.#announce = announce;
  }

  add({id, customerId, terms, paymentId, vpa, startTime}: NewToken): Token {
    const [username = '', handle = ''] = vpa.split('@');
    const now = this.#clock.seconds();
    const token: Token = {
      id,
      entity: 'token',
      token: randomText(14),
      bank: null,
      wallet: null,
      method: 'upi',
      vpa: {username, handle, name: null},
      recurring: true,
      recurring_details: {status: 'initiated', failure_reason: null},
      auth_type: null,
      mrn: null,
      used_at: now,
      created_at: now,
      start_time: startTime,
      expired_at: terms.expireAt,
      max_amount: terms.maxAmount,
      dcc_enabled: false,
    };
    this.#records.add(id, {token, customerId, terms, paymentId, isDeleted: false});
    return token;
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  record(id: string): TokenRecord {
    return this.#records.get(id);
  }

  /** All mandates, or a customer's, the newest first; also those that the merchant deleted. */
  records(customerId?: string): TokenRecord[] {
    return this.#records
      .all()
      .filter((record) => customerId === undefined || record.customerId === customerId);
  }

  /** @throws {ApiError} for one that is not the customer's, or was deleted. */
  recordOf(customerId: string, id: string): TokenRecord {
    const record = this.record(id);
    if (record.customerId !== customerId || record.isDeleted) throw idNotFound();
    return record;
  }

  /** What the API lists of a customer: neither what was deleted nor what has expired. */
  list(customerId: string): Token[] {
    return this.records(customerId)
      .filter(({token, isDeleted}) => !isDeleted && !this.#isExpired(token))
      .map(({token}) => token);
  }

  /** Forgets it at Razorpay. The mandate itself stays with the shopper's bank. */
  delete(customerId: string, id: string): void {
    this.recordOf(customerId, id).isDeleted = true;
  }

  /** Why a mandate may not be debited now; undefined where it may. */
  hindrance({token}: TokenRecord): ChargeReason | undefined {
    const {status} = token.recurring_details;
    if (status === 'paused') return 'mandate_paused';
    if (status === 'cancelled' || status === 'cancellation_initiated') return 'mandate_cancelled';
    if (status !== 'confirmed') return 'mandate_not_active';
    return this.#isExpired(token) ? 'mandate_expired' : undefined;
  }

  /** The shopper's bank has entered it. */
  confirm(id: string): Token {
    return this.#move(id, ['initiated'], 'confirmed', 'token.confirmed');
  }

  /** It did not come about. */
  reject(id: string, reason: string): Token {
    return this.#move(id, ['initiated'], 'rejected', 'token.rejected', reason);
  }

  /** The shopper pauses it in the UPI app. */
  pause(id: string): Token {
    return this.#move(id, ['confirmed'], 'paused', 'token.paused');
  }

  /** The shopper resumes it. Razorpay documents no event for that: it is sent where it is ticked. */
  resume(id: string): Token {
    return this.#move(id, ['paused'], 'confirmed', 'token.resumed');
  }

  /** The shopper revokes it in the UPI app. */
  revoke(id: string): Token {
    return this.#move(id, LIVING, 'cancelled', 'token.cancelled');
  }

  /** The merchant cancels it; it is cancelled once the shopper's bank says so. */
  cancel(customerId: string, id: string): void {
    const {token} = this.recordOf(customerId, id);
    checkStatus(token, CANCELLABLE);
    token.recurring_details = {status: 'cancellation_initiated', failure_reason: null};
    this.#clock.after(CANCELLED_AFTER_SECONDS, () => {
      if (token.recurring_details.status === 'cancellation_initiated') this.revoke(id);
    });
  }

  #move(
    id: string,
    from: readonly TokenStatus[],
    status: TokenStatus,
    event: Parameters<Announce>[0],
    failureReason: string | null = null,
  ): Token {
    const {token} = this.record(id);
    checkStatus(token, from);
    token.recurring_details = {status, failure_reason: failureReason};
    this.#announce(event, {token});
    return token;
  }

  #isExpired({expired_at}: Token): boolean {
    return expired_at <= this.#clock.seconds();
  }
}

const CANCELLABLE: readonly TokenStatus[] = ['initiated', 'confirmed', 'paused'];
const LIVING: readonly TokenStatus[] = [...CANCELLABLE, 'cancellation_initiated'];

function checkStatus({recurring_details: {status}}: Token, wanted: readonly TokenStatus[]): void {
  if (wanted.includes(status)) return;
  throw new ApiError(
    `The mandate is ${status.replaceAll('_', ' ')}; only one that is ${wanted.join(' or ')} can be changed so.`,
  );
}
