import {expect} from '@playwright/test';
import {assessCharge, type ChargePlan} from '../../../src/server/mandates/assess-charge.js';
import {chargeFailure} from '../../../src/server/model/mandates/charge-failure.js';
import type {Charge} from '../../../src/server/model/mandates/charge.js';
import type {RemotePayment} from '../../../src/server/razorpay/entities.js';
import {paymentOf} from '../../fixtures/server/facts.js';
import {CHARGE} from '../../fixtures/server/mandate-facts.js';
import {test} from '../../fixtures/server/test.js';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-26T12:00+05:30');
const LAST_DAY = Date.parse('2026-11-30T12:00+05:30');

const sent = (hoursAgo: number, changes: Partial<Charge> = {}): Charge => ({
  ...CHARGE,
  status: 'pending',
  orderId: 'order_1',
  sentAt: new Date(NOW - hoursAgo * HOUR_MS),
  ...changes,
});
const failedBefore = sent(30, {status: 'failed', failure: chargeFailure('insufficient_funds')});

const captured = sent(25, {status: 'captured', paymentId: 'pay_1'});

const poor = paymentOf('pay_1', {
  status: 'failed',
  error: {reason: 'insufficient_funds', description: 'Not enough.'},
});

interface Case {
  readonly charge: Charge;
  readonly payments?: readonly RemotePayment[];
  readonly isOrderPaid?: boolean;
  readonly now?: number;
  readonly plan: ChargePlan;
}

const NONE = {step: 'none'} as const;
const move = (move: Extract<ChargePlan, {step: 'move'}>['move']): ChargePlan => ({
  step: 'move',
  move,
});
const authorized = paymentOf('pay_1', {status: 'authorized'});

const CASES: Readonly<Record<string, Case>> = {
  'that nobody has asked for is asked for': {charge: CHARGE, plan: {step: 'ask'}},
  'that has its order is asked for': {charge: {...CHARGE, orderId: 'order_1'}, plan: {step: 'ask'}},
  'is not asked for on the last day of the cycle': {charge: CHARGE, now: LAST_DAY, plan: NONE},
  'whose answer was lost waits': {charge: sent(35.9), plan: NONE},
  'without any payment 36 hours later was not received': {
    charge: sent(36),
    plan: move({to: 'failed', paymentId: undefined, failure: chargeFailure('not_received')}),
  },
  'whose answer was lost is found by its payment': {
    charge: sent(0),
    payments: [paymentOf('pay_1', {status: 'created'})],
    plan: move({to: 'pending', paymentId: 'pay_1'}),
  },
  'whose payment runs waits': {
    charge: sent(100, {paymentId: 'pay_1'}),
    payments: [paymentOf('pay_1', {status: 'created'})],
    plan: NONE,
  },
  'whose payment was captured is captured': {
    charge: sent(25, {paymentId: 'pay_1'}),
    payments: [paymentOf('pay_1')],
    plan: move({to: 'captured', paymentId: 'pay_1'}),
  },
  'whose payment went back was captured': {
    charge: sent(25),
    payments: [paymentOf('pay_1', {status: 'refunded'})],
    isOrderPaid: true,
    plan: move({to: 'captured', paymentId: 'pay_1'}),
  },
  'whose payment came too late and went back uncaptured has failed': {
    charge: sent(25),
    payments: [paymentOf('pay_1', {status: 'refunded'})],
    plan: move({
      to: 'failed',
      paymentId: 'pay_1',
      failure: chargeFailure(undefined, {
        description: 'Razorpay gave the money back before it was captured.',
      }),
    }),
  },
  'that failed stays failed where a late payment went back uncaptured': {
    charge: failedBefore,
    payments: [paymentOf('pay_1', {status: 'refunded'})],
    plan: NONE,
  },
  'whose payment is authorised is captured first': {
    charge: sent(25),
    payments: [authorized],
    plan: {step: 'capture', payment: authorized},
  },
  'whose payment has failed has failed': {
    charge: sent(25),
    payments: [poor],
    plan: move({
      to: 'failed',
      paymentId: 'pay_1',
      failure: chargeFailure('insufficient_funds', {description: 'Not enough.'}),
    }),
  },
  'of more than ₹15,000 that timed out waits for the shopper to approve it': {
    charge: sent(25, {amount: 1_500_001, needsApproval: true}),
    payments: [
      paymentOf('pay_1', {
        status: 'failed',
        error: {reason: 'payment_timed_out', description: 'Timed out.'},
      }),
    ],
    plan: move({
      to: 'failed',
      paymentId: 'pay_1',
      failure: chargeFailure('payment_timed_out', {
        description: 'Timed out.',
        needsApproval: true,
      }),
    }),
  },
  'with a payment that failed and one that runs waits': {
    charge: sent(25),
    payments: [poor, paymentOf('pay_2', {status: 'created'})],
    plan: move({to: 'pending', paymentId: 'pay_2'}),
  },
  'that failed is captured by a late answer of the bank': {
    charge: failedBefore,
    payments: [paymentOf('pay_1')],
    plan: move({to: 'captured', paymentId: 'pay_1'}),
  },
  'that failed has failed once': {charge: failedBefore, payments: [poor], plan: NONE},
  'that was not received has failed once': {
    charge: failedBefore,
    now: NOW + 99 * HOUR_MS,
    plan: NONE,
  },
  'of which a part went back is partly refunded': {
    charge: captured,
    payments: [paymentOf('pay_1', {amount: 49_900, amountRefunded: 10_000})],
    plan: move({to: 'partly_refunded', paymentId: 'pay_1', amountRefunded: 10_000}),
  },
  'of which all went back is refunded': {
    charge: {...captured, amountRefunded: 10_000},
    payments: [paymentOf('pay_1', {status: 'refunded', amount: 49_900, amountRefunded: 49_900})],
    plan: move({to: 'refunded', paymentId: 'pay_1', amountRefunded: 49_900}),
  },
  'of which all went back, where only the status says so': {
    charge: captured,
    payments: [paymentOf('pay_1', {status: 'refunded', amount: 49_900})],
    plan: move({to: 'refunded', paymentId: 'pay_1', amountRefunded: 49_900}),
  },
  'of which what went back is known is over': {
    charge: {...captured, amountRefunded: 10_000},
    payments: [paymentOf('pay_1', {amount: 49_900, amountRefunded: 10_000})],
    plan: NONE,
  },
  'whose refund failed has its money again': {
    charge: {...captured, amountRefunded: 10_000},
    payments: [paymentOf('pay_1', {amount: 49_900})],
    plan: move({to: 'refund_failed', paymentId: 'pay_1', amountRefunded: 0}),
  },
  'is not refunded by what went back of another payment of its order': {
    charge: captured,
    payments: [
      paymentOf('pay_2', {status: 'refunded', amount: 49_900}),
      paymentOf('pay_1', {amount: 49_900}),
    ],
    plan: NONE,
  },
  'that was captured is over': {
    charge: sent(25, {status: 'captured', paymentId: 'pay_1'}),
    payments: [poor],
    plan: NONE,
  },
};

for (const [what, {charge, payments = [], isOrderPaid = false, now = NOW, plan}] of Object.entries(
  CASES,
))
  test(`a charge ${what}`, () => {
    expect(assessCharge(charge, payments, {frequency: 'monthly', isOrderPaid, now})).toEqual(plan);
  });
