// The words of mandates: src/server/model/mandates/mandate.ts, src/server/model/mandates/charge.ts,
// src/server/model/mandates/charge-failure.ts and src/server/model/mandates/mandate-error.ts.
import {expect} from '@playwright/test';
import {
  CHARGE_FAILURE_REASONS,
  chargeFailure,
  type Advice,
  type ChargeFailureReason,
} from '../../../../src/server/model/mandates/charge-failure.js';
import {needsApproval} from '../../../../src/server/model/mandates/charge.js';
import {MANDATE_ERROR_CODES} from '../../../../src/server/model/mandates/mandate-error.js';
import {mandateLeads, type MandateStatus} from '../../../../src/server/model/mandates/mandate.js';
import {test} from '../../../fixtures/server/test.js';

const LEADS: Readonly<Record<MandateStatus, readonly MandateStatus[]>> = {
  initiated: ['confirmed', 'paused', 'cancelled', 'rejected', 'expired'],
  confirmed: ['paused', 'cancelled', 'expired'],
  paused: ['confirmed', 'cancelled', 'expired'],
  cancelled: [],
  rejected: [],
  expired: [],
};

for (const [from, leads] of Object.entries(LEADS) as [MandateStatus, MandateStatus[]][])
  test(`from ${from} a mandate leads to ${leads.join(', ') || 'nowhere'}`, () => {
    const all = Object.keys(LEADS) as MandateStatus[];
    expect(all.filter((to) => mandateLeads(from, to)).sort()).toEqual([...leads].sort());
  });

const ADVICE: Readonly<Record<ChargeFailureReason, Advice>> = {
  insufficient_funds: 'retry',
  payment_timed_out: 'retry',
  pre_debit_notification_failed: 'retry',
  execution_day_rule_mismatch: 'retry',
  not_received: 'retry',
  debit_declined: 'ask',
  mandate_paused: 'ask',
  mandate_not_active: 'ask',
  mandate_debit_beyond_psp_amount_cap: 'ask',
  other: 'ask',
  amount_does_not_match_mandate_amount: 'stop',
  mandate_expired: 'stop',
  mandate_cancelled: 'stop',
  mandate_current_cycle_allowed_debit_exceeds: 'stop',
  duplicate_mandate_request: 'stop',
  refused: 'stop',
};

for (const [reason, advice] of Object.entries(ADVICE))
  test(`${reason} advises to ${advice}, with a sentence`, () => {
    const failure = chargeFailure(reason, {description: 'In their words.'});

    expect(failure).toMatchObject({reason, advice, description: 'In their words.'});
    expect(failure.message).toMatch(/^[A-Z].+\.$/);
  });

for (const reason of ['payment_timed_out', 'debit_declined', 'a_word_of_tomorrow', undefined])
  test(`${String(reason)} of a charge above ₹15,000 says that the shopper must approve it`, () => {
    expect(chargeFailure(reason, {needsApproval: true})).toMatchObject({
      advice: 'ask',
      message: expect.stringMatching(/has to approve .* ₹15,000 in the UPI app/),
    });
  });

for (const reason of CHARGE_FAILURE_REASONS)
  if (!['payment_timed_out', 'debit_declined', 'other'].includes(reason))
    test(`${reason} is what it is above ₹15,000 too`, () => {
      expect(chargeFailure(reason, {needsApproval: true})).toEqual(chargeFailure(reason));
    });

test('every reason has its advice here', () => {
  expect([...CHARGE_FAILURE_REASONS].sort()).toEqual(Object.keys(ADVICE).sort());
});

for (const word of [undefined, 'a_word_of_tomorrow', 'constructor', '__proto__'])
  test(`the word ${String(word)} is a reason of its own kind`, () => {
    expect(chargeFailure(word).reason).toBe('other');
    expect(chargeFailure(word, {description: 'No.', otherwise: 'refused'}).reason).toBe('refused');
  });

test('a charge of more than ₹15,000 needs the approval of the shopper', () => {
  expect([1_500_000, 1_500_001].map(needsApproval)).toEqual([false, true]);
});

test('no code of an error is there twice', () => {
  expect(new Set(MANDATE_ERROR_CODES).size).toBe(MANDATE_ERROR_CODES.length);
});
