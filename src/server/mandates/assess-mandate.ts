import {mandateLeads, type Mandate, type MandateStatus} from '../model/mandates/mandate.js';
import type {Token} from '../model/mandates/token.js';

/** What becomes of a mandate. */
interface MandateMove {
  readonly status: MandateStatus;
  readonly failureReason: string | undefined;
}

/** Razorpay's words for where a mandate stands. Others, such as `cancellation_initiated`, move nothing. */
const STATUS: Readonly<Record<string, MandateStatus>> = {
  initiated: 'initiated',
  confirmed: 'confirmed',
  paused: 'paused',
  rejected: 'rejected',
  cancelled: 'cancelled',
};

/**
 * Where a mandate goes by what Razorpay says of it now, and by its time; undefined where it stays.
 * `token` is undefined where Razorpay has forgotten it, which ends no mandate.
 */
export function assessMandate(
  mandate: Mandate,
  token: Token | undefined,
  now: number,
): MandateMove | undefined {
  const told = token?.status === undefined ? undefined : wordOf(token.status);
  if (told === 'cancelled' || told === 'rejected') return moveTo(mandate, told, token);
  const expiresAt = token?.expiresAt ?? mandate.expiresAt;
  // Razorpay has no word for it.
  if (expiresAt && expiresAt.getTime() <= now) return moveTo(mandate, 'expired', token);
  return told && moveTo(mandate, told, token);
}

const wordOf = (word: string): MandateStatus | undefined =>
  Object.hasOwn(STATUS, word) ? STATUS[word] : undefined;

const moveTo = (
  mandate: Mandate,
  status: MandateStatus,
  token: Token | undefined,
): MandateMove | undefined =>
  mandateLeads(mandate.status, status) ? {status, failureReason: token?.failureReason} : undefined;
