import {expect} from '@playwright/test';
import {
  assessActivity,
  type ActivityPlan,
  type Asked,
} from '../../../src/server/devices/assess-activity.js';
import type {Activity, ActivityStatus} from '../../../src/server/model/devices/activity.js';
import type {GatewayAnswer} from '../../../src/server/razorpay/gateway.js';
import {DEVICE_ERRORS} from '../../../src/wire/device.js';
import {KEY_ID} from '../../fixtures/samples.js';
import {ORDER, orderBy, paymentOf} from '../../fixtures/server/facts.js';
import {test} from '../../fixtures/server/test.js';

const activity = (status: ActivityStatus, changes: Partial<Activity> = {}): Activity => ({
  orderId: ORDER.id,
  attempt: 1,
  keyId: KEY_ID,
  deviceMode: 'wired',
  deviceId: undefined,
  gateway: 'wired',
  status,
  activityId: 'pda_1',
  error: undefined,
  isClosed: false,
  leasedUntil: 0,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  ...changes,
});

const error = (code: string, reason?: string) => ({
  code,
  ...(reason !== undefined && {reason}),
  description: '',
});
const SAYS = {
  nothing: undefined,
  processing: {word: 'processing', id: 'pda_1'},
  'a word nobody knows': {word: 'other', id: 'pda_1'},
  completed: {word: 'completed', id: 'pda_1'},
  declined: {word: 'failed', id: 'pda_1', error: error('CARD_DECLINED')},
  timeout: {word: 'failed', id: 'pda_1', error: error('TIMEOUT')},
  'a code nobody knows': {word: 'failed', id: 'pda_1', error: error('PAPER_OUT')},
  refused: {word: 'refused', error: error('DEVICE_DISCONNECTED')},
  unsent: {word: 'unsent', error: error('GATEWAY_UNREACHABLE')},
  lost: {word: 'unknown', error: error('ANSWER_LOST')},
  forgotten: {word: 'unknown', error: error('ACTIVITY_NOT_FOUND')},
} as const satisfies Record<string, GatewayAnswer | undefined>;

const OPEN: Asked = {order: ORDER, payments: []};
const FAILED: Asked = {order: ORDER, payments: [paymentOf('pay_1', {status: 'failed'})]};
const PAYING: Asked = {order: ORDER, payments: [paymentOf('pay_1', {status: 'created'})]};
const PAID: Asked = {order: orderBy('paid', 'pay_1'), payments: []};
const REFUNDED: Asked = {order: orderBy('refunded', 'pay_1'), payments: []};
const REVIEW: Asked = {order: orderBy('review', 'pay_1'), payments: []};

/** The status it goes to, `close`, or nothing where it stays. */
const outcome = (plan: ActivityPlan): string =>
  plan.step === 'move' ? plan.move.to : plan.step === 'close' ? 'close' : 'stays';

const CLOSED = {isClosed: true};
const LOST = {activityId: undefined};

for (const [was, says, asked, is, changes = {}] of [
  // What the gateway has answered at first.
  ['sending', 'processing', OPEN, 'processing', LOST],
  ['sending', 'a word nobody knows', OPEN, 'processing', LOST],
  ['sending', 'refused', OPEN, 'failed', LOST],
  ['sending', 'unsent', OPEN, 'failed', LOST],
  ['sending', 'lost', OPEN, 'unconfirmed', LOST],
  ['sending', 'lost', PAID, 'close', LOST],
  ['sending', 'declined', OPEN, 'failed', LOST],
  ['sending', 'completed', OPEN, 'unconfirmed', LOST],
  ['sending', 'completed', PAID, 'paid', LOST],
  // Whoever has sent it died.
  ['sending', 'nothing', OPEN, 'unconfirmed', LOST],
  ['sending', 'nothing', PAID, 'close', LOST],
  // On the device.
  ['processing', 'processing', OPEN, 'stays'],
  ['processing', 'a word nobody knows', OPEN, 'stays'],
  ['processing', 'processing', PAID, 'stays'],
  ['processing', 'a word nobody knows', PAID, 'close'],
  ['processing', 'completed', PAID, 'paid'],
  ['processing', 'completed', REFUNDED, 'paid'],
  ['processing', 'completed', OPEN, 'unconfirmed'],
  ['processing', 'completed', undefined, 'unconfirmed'],
  ['processing', 'completed', REVIEW, 'over'],
  ['processing', 'declined', OPEN, 'failed'],
  ['processing', 'declined', FAILED, 'failed'],
  ['processing', 'declined', PAYING, 'unconfirmed'],
  ['processing', 'declined', undefined, 'unconfirmed'],
  ['processing', 'declined', PAID, 'paid'],
  ['processing', 'declined', REVIEW, 'over'],
  ['processing', 'timeout', OPEN, 'unconfirmed'],
  ['processing', 'timeout', FAILED, 'unconfirmed'],
  ['processing', 'timeout', PAID, 'paid'],
  ['processing', 'a code nobody knows', OPEN, 'unconfirmed'],
  ['processing', 'lost', OPEN, 'unconfirmed'],
  ['processing', 'lost', PAID, 'stays'],
  ['processing', 'forgotten', OPEN, 'unconfirmed'],
  ['processing', 'forgotten', PAID, 'close'],
  // Nobody knew, and the gateway says more now.
  ['unconfirmed', 'nothing', OPEN, 'stays', LOST],
  ['unconfirmed', 'nothing', PAID, 'close', LOST],
  ['unconfirmed', 'processing', OPEN, 'processing'],
  ['unconfirmed', 'declined', OPEN, 'failed'],
  ['unconfirmed', 'completed', PAID, 'paid'],
  // It was taken from the device: the order decides.
  ['unconfirmed', 'nothing', OPEN, 'failed', {...LOST, ...CLOSED}],
  ['unconfirmed', 'nothing', FAILED, 'failed', {...LOST, ...CLOSED}],
  ['unconfirmed', 'nothing', PAYING, 'over', {...LOST, ...CLOSED}],
  ['unconfirmed', 'nothing', PAID, 'paid', {...LOST, ...CLOSED}],
  ['unconfirmed', 'nothing', undefined, 'unconfirmed', {...LOST, ...CLOSED}],
  ['processing', 'declined', OPEN, 'failed', CLOSED],
  ['processing', 'processing', OPEN, 'failed', CLOSED],
  ['processing', 'timeout', OPEN, 'failed', CLOSED],
  ['processing', 'a code nobody knows', OPEN, 'failed', CLOSED],
  ['processing', 'forgotten', OPEN, 'failed', CLOSED],
  ['processing', 'completed', PAID, 'paid', CLOSED],
  // A tap was faster than the cancel, and Razorpay knows nothing of it yet.
  ['processing', 'completed', OPEN, 'over', CLOSED],
  ['processing', 'completed', undefined, 'unconfirmed', CLOSED],
  ['processing', 'lost', OPEN, 'unconfirmed', CLOSED],
  ['processing', 'declined', REVIEW, 'over', CLOSED],
  // The device is free, and a payment may be to come.
  ['over', 'completed', OPEN, 'stays', CLOSED],
  ['over', 'completed', PAID, 'paid', CLOSED],
  ['over', 'declined', PAYING, 'stays', CLOSED],
  ['over', 'declined', FAILED, 'failed', CLOSED],
  ['over', 'declined', undefined, 'stays', CLOSED],
  ['over', 'lost', FAILED, 'stays', CLOSED],
  ['over', 'forgotten', FAILED, 'failed', CLOSED],
  ['over', 'nothing', FAILED, 'failed', {...LOST, ...CLOSED}],
  ['over', 'nothing', REVIEW, 'stays', CLOSED],
  // What is final stays so.
  ['failed', 'completed', PAID, 'stays'],
  ['paid', 'declined', OPEN, 'stays'],
] satisfies [ActivityStatus, keyof typeof SAYS, Asked | undefined, string, Partial<Activity>?][]) {
  const closed = 'isClosed' in changes ? ', closed,' : '';
  const lost = 'activityId' in changes ? ' without an id' : '';
  const order = asked
    ? `${asked.order.status} ${asked.payments.map(({status}) => status).join()}`.trim()
    : 'unknown';
  test(`${was}${lost}${closed} with a gateway that says ${says} and an order that is ${order}: ${is}`, () => {
    expect(outcome(assessActivity(activity(was, changes), SAYS[says], asked))).toBe(is);
  });
}

for (const [code, {inDoubt}] of Object.entries(DEVICE_ERRORS))
  test(`a sale that fails with ${code} is ${inDoubt ? 'unconfirmed' : 'failed'}, and the code is kept`, () => {
    const isReason = /[a-z]/.test(code);
    const said = isReason ? error('BAD_REQUEST_ERROR', code) : error(code);
    const says = {word: 'failed', id: 'pda_1', error: said} as const;

    const plan = assessActivity(activity('processing'), says, OPEN);

    expect(plan).toEqual({
      step: 'move',
      move: {
        to: inDoubt ? 'unconfirmed' : 'failed',
        error: said,
        activityId: inDoubt ? 'pda_1' : undefined,
      },
    });
  });
