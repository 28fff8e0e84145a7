import {expect} from '@playwright/test';
import {assessMandate} from '../../../src/server/mandates/assess-mandate.js';
import type {MandateStatus} from '../../../src/server/model/mandates/mandate.js';
import {MANDATE, TOKEN} from '../../fixtures/server/mandate-facts.js';
import {test} from '../../fixtures/server/test.js';

const NOW = Date.parse('2026-11-26T12:00Z');
const YESTERDAY = new Date(NOW - 24 * 3_600_000);
const TOMORROW = new Date(NOW + 24 * 3_600_000);

interface Case {
  readonly was: MandateStatus;
  /** Razorpay's word; undefined where it has forgotten the mandate. */
  readonly told: string | undefined;
  readonly expiresAt?: Date;
  readonly is: MandateStatus | undefined;
}

const CASES: Readonly<Record<string, Case>> = {
  'confirmed by the bank': {was: 'initiated', told: 'confirmed', is: 'confirmed'},
  'still on its way': {was: 'initiated', told: 'initiated', is: undefined},
  'rejected by the bank': {was: 'initiated', told: 'rejected', is: 'rejected'},
  paused: {was: 'confirmed', told: 'paused', is: 'paused'},
  'paused before it was heard of': {was: 'initiated', told: 'paused', is: 'paused'},
  resumed: {was: 'paused', told: 'confirmed', is: 'confirmed'},
  revoked: {was: 'confirmed', told: 'cancelled', is: 'cancelled'},
  'revoked while paused': {was: 'paused', told: 'cancelled', is: 'cancelled'},
  'about to be cancelled': {was: 'confirmed', told: 'cancellation_initiated', is: undefined},
  'told late that it was on its way': {was: 'confirmed', told: 'initiated', is: undefined},
  'as it was': {was: 'confirmed', told: 'confirmed', is: undefined},
  'a word of tomorrow': {was: 'confirmed', told: 'dormant', is: undefined},
  'a word of every object': {was: 'confirmed', told: 'constructor', is: undefined},
  'forgotten by Razorpay': {was: 'confirmed', told: undefined, is: undefined},
  'cancelled before': {was: 'cancelled', told: 'confirmed', is: undefined},
  'rejected before': {was: 'rejected', told: 'confirmed', is: undefined},
  over: {was: 'confirmed', told: 'confirmed', expiresAt: YESTERDAY, is: 'expired'},
  'over while it was on its way': {
    was: 'initiated',
    told: undefined,
    expiresAt: YESTERDAY,
    is: 'expired',
  },
  'over, and told paused': {was: 'confirmed', told: 'paused', expiresAt: YESTERDAY, is: 'expired'},
  'over, and revoked before': {
    was: 'paused',
    told: 'cancelled',
    expiresAt: YESTERDAY,
    is: 'cancelled',
  },
  'over just now': {was: 'confirmed', told: 'confirmed', expiresAt: new Date(NOW), is: 'expired'},
  'not over yet': {was: 'confirmed', told: 'confirmed', expiresAt: TOMORROW, is: undefined},
  'over before': {was: 'expired', told: 'confirmed', is: undefined},
};

for (const [what, {was, told, expiresAt, is}] of Object.entries(CASES))
  for (const saidBy of ['the ledger', 'Razorpay'] as const) {
    // Of what it has forgotten Razorpay says no end.
    if (saidBy === 'Razorpay' && told === undefined) continue;
    test(`a mandate that is ${what}, its end known by ${saidBy}, ${is ? `becomes ${is}` : 'stays'}`, () => {
      const mandate = {...MANDATE, status: was, ...(saidBy === 'the ledger' && {expiresAt})};
      const token = told && {...TOKEN, status: told, ...(saidBy === 'Razorpay' && {expiresAt})};

      expect(assessMandate(mandate, token || undefined, NOW)?.status).toBe(is);
    });
  }

test('tells why the bank has rejected it', () => {
  const token = {...TOKEN, status: 'rejected', failureReason: 'Too many mandates.'};
  expect(assessMandate({...MANDATE, status: 'initiated'}, token, NOW)).toEqual({
    status: 'rejected',
    failureReason: 'Too many mandates.',
  });
});
