// With src/server/model/order.ts, which holds the types.
import {expect} from '@playwright/test';
import {changesOf, leadsFrom, type Move} from '../../../src/server/model/move.js';
import type {OrderDetails, OrderStatus} from '../../../src/server/model/order.js';
import {ORDER, orderBy, paymentOf} from '../../fixtures/server/facts.js';
import {test} from '../../fixtures/server/test.js';

const STATUSES = [
  'created',
  'attempted',
  'review',
  'placed',
  'paid',
  'cancelled',
  'refunded',
] as const satisfies readonly OrderStatus[];

const SOURCES: Record<Move['to'], readonly OrderStatus[]> = {
  attempted: ['created'],
  review: ['created', 'attempted'],
  placed: ['created', 'attempted', 'review'],
  paid: ['created', 'attempted', 'review', 'placed'],
  cancelled: ['created', 'attempted', 'review', 'placed'],
  partly_refunded: ['paid'],
  refunded: ['created', 'attempted', 'review', 'placed', 'paid'],
  refund_failed: ['paid', 'refunded'],
};
for (const [to, sources] of Object.entries(SOURCES) as [Move['to'], readonly OrderStatus[]][])
  test(`${to} is reached from ${sources.join(', ')} and from nowhere else`, () => {
    expect(STATUSES.filter((status) => leadsFrom(status, to))).toEqual(sources);
  });

const payment = {id: 'pay_1', method: 'upi', amount: 50_000};
const details = {amount: 50_000} as OrderDetails;

test('an attempt changes the status only', () => {
  expect(changesOf({to: 'attempted'})).toEqual({status: 'attempted'});
});

for (const to of ['paid', 'placed'] as const)
  test(`an order that is ${to} has its payment, and no review any more`, () => {
    const order = {...orderBy('review', 'pay_2'), ...changesOf({to, payment, details})};

    expect(order).toEqual({...ORDER, status: to, payment, details, review: undefined});
  });

test('an order in review says why, and has no payment', () => {
  const changes = changesOf({to: 'review', payment, details, reason: 'It is too little.'});

  expect({...ORDER, ...changes}).toEqual({
    ...ORDER,
    status: 'review',
    details,
    review: {reason: 'It is too little.', payment},
  });
});

test('an order that is held says so', () => {
  const changes = changesOf({to: 'review', payment, details, reason: 'Sold out.', held: true});

  expect(changes.review).toEqual({reason: 'Sold out.', payment, held: true});
});

test('a part that went back leaves the order paid, all of it does not', () => {
  const paid = {...orderBy('paid', 'pay_1'), details};

  const partly = {...paid, ...changesOf({to: 'partly_refunded', payment, amountRefunded: 1})};
  const wholly = {...partly, ...changesOf({to: 'refunded', payment, amountRefunded: 50_000})};

  expect(partly).toEqual({...paid, amountRefunded: 1});
  expect(wholly).toEqual({...paid, status: 'refunded', amountRefunded: 50_000});
});

test('a refund that failed leaves the order paid, by less that went back', () => {
  const refunded = {...orderBy('refunded', 'pay_1', {amountRefunded: 50_000}), details};

  const changes = changesOf({to: 'refund_failed', payment, amountRefunded: 10_000});

  expect({...refunded, ...changes}).toEqual({...refunded, status: 'paid', amountRefunded: 10_000});
});

test('a refund that failed of a payment that never fitted is for a person again', () => {
  const refunded = {...orderBy('refunded', 'pay_1', {amountRefunded: 50_000}), details};
  const misfit = 'It is too little.';

  const changes = changesOf({to: 'refund_failed', payment, amountRefunded: 0, misfit});

  expect({...refunded, ...changes}).toEqual({
    ...refunded,
    status: 'review',
    amountRefunded: 0,
    payment: undefined,
    review: {reason: misfit, payment},
  });
});

test('what is cancelled keeps what it was of', () => {
  const placed = {...orderBy('placed', paymentOf('pay_1').id), details};

  expect({...placed, ...changesOf({to: 'cancelled', payment})}).toEqual({
    ...placed,
    status: 'cancelled',
  });
});
