// All rules of src/server/orders/assess.ts and src/server/orders/assess-payment.ts, with
// supposeStep() of src/server/orders/apply-step.ts: it takes neither a server nor a database to
// tell what is to be done.
import {expect} from '@playwright/test';
import type {Order, OrderReview} from '../../../src/server/model/order.js';
import {supposeStep, type Facts} from '../../../src/server/orders/apply-step.js';
import {assess, type Plan} from '../../../src/server/orders/assess.js';
import type {RemoteOrder, RemotePayment} from '../../../src/server/razorpay/entities.js';
import {ORDER, orderBy, paymentOf, REMOTE} from '../../fixtures/server/facts.js';
import {test} from '../../fixtures/server/test.js';

/** A plan in a line. */
function inWords(plan: Plan): string {
  switch (plan.step) {
    case 'capture':
      return `capture ${plan.payment.id}`;
    case 'move':
      return 'payment' in plan.move ? `${plan.move.to} by ${plan.move.payment.id}` : plan.move.to;
    case 'none':
      return [
        'nothing',
        ...plan.misfits.map(({payment, reason}) => `${payment.id}: ${reason}`),
      ].join('; ');
  }
}

type Case = readonly [
  order: Order,
  remote: Partial<RemoteOrder>,
  payments: readonly RemotePayment[],
  plan: string,
];

const TRIED = {status: 'attempted', attempts: 1} as const;
const PAID = {status: 'paid', attempts: 1} as const;
const PLACED = {status: 'placed'} as const;
const CANCELLED = {status: 'cancelled'} as const;

const paid = paymentOf('pay_1');
const authorised = paymentOf('pay_1', {status: 'authorized'});
const failed = paymentOf('pay_1', {status: 'failed'});
const refunded = paymentOf('pay_1', {status: 'refunded', amountRefunded: 50_000});
const partly = paymentOf('pay_1', {amountRefunded: 10_000});
const lower = paymentOf('pay_1', {amount: 100});
const cod = paymentOf('pay_1', {status: 'pending', method: 'cod'});
const LOWER = 'The amount is 100 where 50000 was expected.';

const second = (changes: Partial<RemotePayment> = {}) => paymentOf('pay_2', changes);
const attempted: Order = {...ORDER, status: 'attempted'};

const TABLES: Record<string, Record<string, Case>> = {
  'of an order that is not confirmed': {
    'nobody tried to pay': [ORDER, {}, [], 'nothing'],
    'somebody tried, and nothing is known of a payment': [ORDER, TRIED, [], 'attempted'],
    'is placed at Razorpay without a payment': [ORDER, PLACED, [], 'attempted'],
    'a payment was made of which Razorpay counts no attempt': [
      ORDER,
      {},
      [paymentOf('pay_1', {status: 'created'})],
      'attempted',
    ],
    'a payment failed': [ORDER, TRIED, [failed], 'attempted'],
    'a payment failed that was tried before': [attempted, TRIED, [failed], 'nothing'],
    'a payment is pending': [ORDER, TRIED, [paymentOf('pay_1', {status: 'pending'})], 'attempted'],
    'a payment is in a word of tomorrow': [
      ORDER,
      TRIED,
      [paymentOf('pay_1', {status: 'dreaming'})],
      'attempted',
    ],
    'a payment is captured': [ORDER, PAID, [paid], 'paid by pay_1'],
    'a payment is captured after a failed one': [
      attempted,
      PAID,
      [failed, second()],
      'paid by pay_2',
    ],
    'two payments are captured': [ORDER, PAID, [paid, second()], 'paid by pay_1'],
    'a payment is authorised': [ORDER, TRIED, [authorised], 'capture pay_1'],
    'a payment is authorised of an order that is paid already': [
      ORDER,
      PAID,
      [authorised],
      'attempted',
    ],
    'one is authorised, another captured': [ORDER, TRIED, [authorised, second()], 'paid by pay_2'],
    'cash on delivery was chosen': [ORDER, PLACED, [cod], 'placed by pay_1'],
    'cash on delivery was chosen, and the order is not placed yet': [
      ORDER,
      TRIED,
      [cod],
      'attempted',
    ],
    'cash on delivery was cancelled': [ORDER, CANCELLED, [cod], 'cancelled by pay_1'],
    'a failed payment of an order that was cancelled': [ORDER, CANCELLED, [failed], 'attempted'],
    'all went back before we heard of it': [ORDER, PAID, [refunded], 'refunded by pay_1'],
    'a part went back before we heard of it': [ORDER, PAID, [partly], 'paid by pay_1'],
    'it went back without ever having been captured': [ORDER, TRIED, [refunded], 'attempted'],
    'one of two went back': [ORDER, PAID, [refunded, second()], 'paid by pay_2'],
  },
  'of money that does not fit': {
    'the amount is lower': [ORDER, PAID, [lower], 'review by pay_1'],
    'the amount is lower, and it is authorised only': [
      ORDER,
      TRIED,
      [{...lower, status: 'authorized'}],
      'review by pay_1',
    ],
    'the amount is higher': [
      ORDER,
      PAID,
      [paymentOf('pay_1', {amount: 50_001})],
      'review by pay_1',
    ],
    'the currency is another': [
      ORDER,
      PAID,
      [paymentOf('pay_1', {currency: 'USD'})],
      'review by pay_1',
    ],
    "the order's currency is another": [
      ORDER,
      {...PAID, currency: 'USD'},
      [paid],
      'review by pay_1',
    ],
    'the order is another': [
      ORDER,
      PAID,
      [paymentOf('pay_1', {orderId: 'order_2'})],
      'review by pay_1',
    ],
    "Razorpay's order is another": [ORDER, {...PAID, id: 'order_2'}, [paid], 'review by pay_1'],
    'the total is another': [ORDER, {...PAID, lineItemsTotal: 49_999}, [paid], 'review by pay_1'],
    'the order does not add up': [ORDER, {...PAID, shippingFee: 7_000}, [paid], 'review by pay_1'],
    'the fees are paid': [
      ORDER,
      {...PAID, amount: 57_000, shippingFee: 4_000, codFee: 3_000},
      [paymentOf('pay_1', {amount: 57_000})],
      'paid by pay_1',
    ],
    'a promotion is taken off': [
      ORDER,
      {...PAID, amount: 45_000, promotions: [promotion(5_000)]},
      [paymentOf('pay_1', {amount: 45_000})],
      'paid by pay_1',
    ],
    'an offer lowers the payment': [
      ORDER,
      {...PAID, offers: ['offer_1']},
      [paymentOf('pay_1', {amount: 45_000})],
      'paid by pay_1',
    ],
    'an offer that the payment names lowers it': [
      ORDER,
      PAID,
      [paymentOf('pay_1', {amount: 45_000, offerId: 'offer_1'})],
      'paid by pay_1',
    ],
    'an offer makes it dearer': [
      ORDER,
      {...PAID, offers: ['offer_1']},
      [paymentOf('pay_1', {amount: 50_001})],
      'review by pay_1',
    ],
    'shipping was quoted, and nobody asked': [
      {...ORDER, quotes: {shipping: []}},
      PAID,
      [paid],
      'review by pay_1',
    ],
    'shipping was quoted, and the account has no Magic Checkout': [
      {...ORDER, quotes: {shipping: []}},
      {...PAID, lineItemsTotal: undefined},
      [paid],
      'paid by pay_1',
    ],
    'one fits and one does not': [ORDER, PAID, [lower, second()], 'paid by pay_2'],
    'one does not fit and one went back': [
      ORDER,
      PAID,
      [paymentOf('pay_2', {status: 'refunded'}), lower],
      'review by pay_1',
    ],
    'it was told before': [orderBy('review', 'pay_1'), PAID, [lower], `nothing; pay_1: ${LOWER}`],
    'it fits after all': [orderBy('review', 'pay_1'), PAID, [paid], 'paid by pay_1'],
    'it went back': [orderBy('review', 'pay_1'), PAID, [refunded], 'refunded by pay_1'],
    'another one may be captured': [
      orderBy('review', 'pay_1'),
      TRIED,
      [lower, second({status: 'authorized'})],
      'capture pay_2',
    ],
    'another attempt fails': [
      orderBy('review', 'pay_1'),
      TRIED,
      [second({status: 'failed'})],
      'nothing',
    ],
  },
  'of an order that is paid': {
    'nothing is new': [orderBy('paid', 'pay_1'), PAID, [paid], 'nothing'],
    'its payment is not among those': [orderBy('paid', 'pay_1'), PAID, [], 'nothing'],
    'an attempt had failed before': [
      orderBy('paid', 'pay_1'),
      PAID,
      [second({status: 'failed'}), paid],
      'nothing',
    ],
    'a part went back': [orderBy('paid', 'pay_1'), PAID, [partly], 'partly_refunded by pay_1'],
    'a part went back, and it was told': [
      orderBy('paid', 'pay_1', {amountRefunded: 10_000}),
      PAID,
      [partly],
      'nothing',
    ],
    'less went back than was told': [
      orderBy('paid', 'pay_1', {amountRefunded: 20_000}),
      PAID,
      [partly],
      'refund_failed by pay_1',
    ],
    'nothing went back after all, and Razorpay has changed the order since': [
      orderBy('paid', 'pay_1', {amountRefunded: 20_000}),
      {...PAID, lineItemsTotal: 1},
      [paid],
      'refund_failed by pay_1',
    ],
    'a refund failed of another payment': [
      orderBy('paid', 'pay_1', {amountRefunded: 10_000}),
      PAID,
      [partly, second()],
      'nothing; pay_2: pay_1 has confirmed it.',
    ],
    'its payment is in a word of tomorrow': [
      orderBy('paid', 'pay_1', {amountRefunded: 10_000}),
      PAID,
      [paymentOf('pay_1', {status: 'dreaming'})],
      'nothing',
    ],
    'another part went back': [
      orderBy('paid', 'pay_1', {amountRefunded: 5_000}),
      PAID,
      [partly],
      'partly_refunded by pay_1',
    ],
    'all went back': [orderBy('paid', 'pay_1'), PAID, [refunded], 'refunded by pay_1'],
    'all went back in parts': [
      orderBy('paid', 'pay_1', {amountRefunded: 10_000}),
      PAID,
      [paymentOf('pay_1', {amountRefunded: 50_000})],
      'refunded by pay_1',
    ],
    'a second payment is captured': [
      orderBy('paid', 'pay_1'),
      PAID,
      [paid, second()],
      'nothing; pay_2: pay_1 has confirmed it.',
    ],
    'a second payment of another amount is captured': [
      orderBy('paid', 'pay_1'),
      PAID,
      [paid, second({amount: 100})],
      'nothing; pay_2: pay_1 has confirmed it.',
    ],
    'a second payment is asked about alone': [
      orderBy('paid', 'pay_1'),
      PAID,
      [second()],
      'nothing; pay_2: pay_1 has confirmed it.',
    ],
    'a second payment is authorised': [
      orderBy('paid', 'pay_1'),
      PAID,
      [paid, second({status: 'authorized'})],
      'nothing',
    ],
    'a second payment could be captured': [
      orderBy('paid', 'pay_1'),
      TRIED,
      [second({status: 'authorized'})],
      'nothing; pay_2: pay_1 has confirmed it.',
    ],
    'a second payment went back': [
      orderBy('paid', 'pay_1'),
      PAID,
      [paid, second({status: 'refunded'})],
      'nothing; pay_2: pay_1 has confirmed it.',
    ],
    'the first went back, and there is a second': [
      orderBy('paid', 'pay_1'),
      PAID,
      [refunded, second()],
      'refunded by pay_1',
    ],
    'Razorpay has changed the order since': [
      orderBy('paid', 'pay_1'),
      {...PAID, lineItemsTotal: 1},
      [paid],
      'nothing',
    ],
  },
  'of cash on delivery': {
    'nothing is new': [orderBy('placed', 'pay_1'), PLACED, [cod], 'nothing'],
    'the cash came in': [orderBy('placed', 'pay_1'), PAID, [paid], 'paid by pay_1'],
    'another sum came in': [orderBy('placed', 'pay_1'), PAID, [lower], `nothing; pay_1: ${LOWER}`],
    'it is cancelled': [orderBy('placed', 'pay_1'), CANCELLED, [cod], 'cancelled by pay_1'],
    'it is paid beforehand after all': [
      orderBy('placed', 'pay_1'),
      PAID,
      [cod, second()],
      'paid by pay_2',
    ],
    'it could be paid beforehand after all': [
      orderBy('placed', 'pay_1'),
      TRIED,
      [cod, second({status: 'authorized'})],
      'capture pay_2',
    ],
    'another sum is paid beforehand': [
      orderBy('placed', 'pay_1'),
      PLACED,
      [cod, second({amount: 100})],
      'nothing; pay_2: pay_1 has confirmed it.',
    ],
    'the cash went back': [orderBy('placed', 'pay_1'), PAID, [refunded], 'refunded by pay_1'],
  },
  'of an order that is over': {
    'it was cancelled and stays so': [orderBy('cancelled', 'pay_1'), CANCELLED, [cod], 'nothing'],
    'it was cancelled and the cash came in': [
      orderBy('cancelled', 'pay_1'),
      PAID,
      [paid],
      'nothing; pay_1: The order was cancelled before.',
    ],
    'it was cancelled and is paid by another payment': [
      orderBy('cancelled', 'pay_1'),
      PAID,
      [cod, second()],
      'nothing; pay_2: The order was cancelled before.',
    ],
    'it was cancelled: no money is taken': [
      orderBy('cancelled', 'pay_1'),
      TRIED,
      [authorised],
      'nothing; pay_1: The order was cancelled before.',
    ],
    'it was refunded and stays so': [
      orderBy('refunded', 'pay_1', {amountRefunded: 50_000}),
      PAID,
      [refunded],
      'nothing',
    ],
    'a part of what was refunded came back': [
      orderBy('refunded', 'pay_1', {amountRefunded: 50_000}),
      PAID,
      [partly],
      'refund_failed by pay_1',
    ],
    'what was refunded came back, and there is a second payment': [
      orderBy('refunded', 'pay_1', {amountRefunded: 50_000}),
      PAID,
      [second(), paid],
      'refund_failed by pay_1',
    ],
    'what was refunded came back, and never fitted': [
      orderBy('refunded', 'pay_1', {amountRefunded: 100}),
      PAID,
      [lower],
      'refund_failed by pay_1',
    ],
    'it was refunded and is paid again': [
      orderBy('refunded', 'pay_1', {amountRefunded: 50_000}),
      PAID,
      [refunded, second()],
      'nothing; pay_2: pay_1 has confirmed it.',
    ],
    'it was refunded: no money is taken': [
      orderBy('refunded', 'pay_1', {amountRefunded: 50_000}),
      TRIED,
      [second({status: 'authorized'})],
      'nothing; pay_2: pay_1 has confirmed it.',
    ],
  },
};

for (const [name, cases] of Object.entries(TABLES))
  test.describe(name, () => {
    for (const [what, [order, remote, payments, plan]] of Object.entries(cases))
      test(`${what}: ${plan}`, () => {
        expect(inWords(assess(order, {...REMOTE, ...remote}, payments))).toBe(plan);
      });
  });

test.describe('against which something was said', () => {
  const SOLD = 'The last one was just sold.';
  const heldBy = (id: string, review: Partial<OrderReview> = {}): Order =>
    orderBy('review', id, {
      review: {reason: SOLD, payment: {id, method: 'upi', amount: 50_000}, held: true, ...review},
    });
  for (const [what, [order, remote, payments, plan]] of Object.entries({
    'a payment that fits': [ORDER, PAID, [paid], 'review by pay_1'],
    'cash on delivery': [ORDER, PLACED, [cod], 'review by pay_1'],
    'another fits, and nothing was said': [ORDER, PAID, [paid, second()], 'paid by pay_2'],
    'another does not fit': [ORDER, PAID, [second({amount: 100}), paid], 'review by pay_1'],
    'the order was in review by another': [
      orderBy('review', 'pay_2'),
      PAID,
      [second({amount: 100}), paid],
      'review by pay_1',
    ],
    'the order is held already': [heldBy('pay_1'), PAID, [paid], 'nothing'],
    'the order is held, and another fits': [
      heldBy('pay_1'),
      PAID,
      [paid, second()],
      `nothing; pay_2: ${SOLD}`,
    ],
    'the order is held, and another could be captured': [
      heldBy('pay_1'),
      TRIED,
      [paid, second({status: 'authorized'})],
      `nothing; pay_2: ${SOLD}`,
    ],
    'the order is held, and another went back': [
      heldBy('pay_1'),
      PAID,
      [paid, second({status: 'refunded'})],
      'nothing',
    ],
    'the order is held, and all went back': [
      heldBy('pay_1'),
      PAID,
      [refunded],
      'refunded by pay_1',
    ],
    'the order is held, and is cancelled': [
      heldBy('pay_1'),
      CANCELLED,
      [cod],
      'cancelled by pay_1',
    ],
    'the cash of a placed order': [
      orderBy('placed', 'pay_1'),
      PAID,
      [paid],
      `nothing; pay_1: ${SOLD}`,
    ],
  } satisfies Record<string, Case>))
    test(`${what}: ${plan}`, () => {
      const objections = new Map([['pay_1', SOLD]]);

      expect(inWords(assess(order, {...REMOTE, ...remote}, payments, objections))).toBe(plan);
    });
});

test.describe('step by step', () => {
  const CASES: Record<string, readonly [...facts: Case, status: string]> = {
    'an authorised payment': [
      ORDER,
      TRIED,
      [authorised],
      'capture pay_1, paid by pay_1, nothing',
      'paid',
    ],
    'a payment of which a part went back': [
      ORDER,
      PAID,
      [partly],
      'paid by pay_1, partly_refunded by pay_1, nothing',
      'paid',
    ],
    'two payments': [
      ORDER,
      PAID,
      [paid, second()],
      'paid by pay_1, nothing; pay_2: pay_1 has confirmed it.',
      'paid',
    ],
    'a payment whose refund failed': [
      orderBy('refunded', 'pay_1', {amountRefunded: 50_000}),
      PAID,
      [paid],
      'refund_failed by pay_1, nothing',
      'paid',
    ],
    'a payment whose refund failed, and that never fitted': [
      orderBy('refunded', 'pay_1', {amountRefunded: 100}),
      PAID,
      [lower],
      `refund_failed by pay_1, nothing; pay_1: ${LOWER}`,
      'review',
    ],
    'a payment that does not fit': [
      ORDER,
      PAID,
      [lower],
      `review by pay_1, nothing; pay_1: ${LOWER}`,
      'review',
    ],
    'cash on delivery that is paid beforehand after all': [
      orderBy('placed', 'pay_1'),
      TRIED,
      [cod, second({status: 'authorized'})],
      'capture pay_2, paid by pay_2, nothing',
      'paid',
    ],
  };
  for (const [what, [order, remote, payments, steps, status]] of Object.entries(CASES))
    test(`${what}: ${steps}`, () => {
      let facts: Facts = {order, remote: {...REMOTE, ...remote}, payments};
      const taken: string[] = [];
      for (;;) {
        const plan = assess(facts.order, facts.remote, facts.payments);
        taken.push(inWords(plan));
        if (plan.step === 'none') break;
        facts = supposeStep(facts, plan);
      }

      expect(taken.join(', ')).toBe(steps);
      expect(facts.order.status).toBe(status);
    });
});

test.describe('whatever Razorpay says', () => {
  const ORDERS = [
    ORDER,
    attempted,
    ...(['review', 'placed', 'paid', 'cancelled', 'refunded'] as const).flatMap((status) =>
      ['pay_1', 'pay_2'].map((id) => orderBy(status, id)),
    ),
    orderBy('paid', 'pay_1', {amountRefunded: 10_000}),
    orderBy('refunded', 'pay_1', {amountRefunded: 50_000}),
  ];
  const REMOTES = ['created', 'attempted', 'placed', 'paid', 'cancelled', 'a_word_of_tomorrow'];
  const PAYMENTS: readonly Partial<RemotePayment>[] = [
    {status: 'failed'},
    {status: 'authorized'},
    {status: 'authorized', amount: 100},
    {status: 'captured'},
    {status: 'captured', amount: 100},
    {status: 'captured', amountRefunded: 10_000},
    {status: 'captured', amountRefunded: 50_000},
    {status: 'refunded', amountRefunded: 50_000},
    {status: 'pending', method: 'cod'},
    {status: 'a_word_of_tomorrow', method: 'telepathy'},
  ];
  const ALL: Facts[] = ORDERS.flatMap((order) =>
    REMOTES.flatMap((status) =>
      PAYMENTS.flatMap((one) =>
        PAYMENTS.map((other) => ({
          order,
          remote: {...REMOTE, status, attempts: 1},
          payments: [paymentOf('pay_1', one), paymentOf('pay_2', other)],
        })),
      ),
    ),
  );

  /** What is known after each step, from the beginning on. */
  function follow(facts: Facts): Facts[] {
    const plan = assess(facts.order, facts.remote, facts.payments);
    return plan.step === 'none' ? [facts] : [facts, ...follow(supposeStep(facts, plan))];
  }

  test('three steps lead to where nothing is left to do', () => {
    // Such as: a refund failed of a payment that never fitted, another is captured, and is paid by.
    expect(Math.max(...ALL.map((facts) => follow(facts).length - 1))).toBe(3);
  });

  test('no order goes back, and no refund is taken back, but where one failed', () => {
    const ORDER_OF = ['created', 'attempted', 'review', 'placed', 'paid', 'cancelled', 'refunded'];
    /** Whether a step leads on, or as far back as a refund that failed does. */
    const isRight = ({payments}: Facts, before: Order, {status, amountRefunded}: Order) => {
      const own = payments.find(({id}) => id === before.payment?.id);
      if (own?.status === 'captured' && own.amountRefunded < before.amountRefunded) {
        const fitted = before.status === 'paid' || own.amount === before.amount;
        return status === (fitted ? 'paid' : 'review') && amountRefunded === own.amountRefunded;
      }
      return (
        ORDER_OF.indexOf(status) >= ORDER_OF.indexOf(before.status) &&
        amountRefunded >= before.amountRefunded
      );
    };
    const wrong = ALL.filter((facts) => {
      const orders = follow(facts).map(({order}) => order);
      return orders.slice(1).some((order, i) => !isRight(facts, orders[i]!, order));
    });

    expect(wrong).toEqual([]);
  });

  test('no money is taken that does not pay the order', () => {
    const captures = ALL.flatMap((facts) => {
      const {order, payments} = follow(facts).at(-1)!;
      return facts.payments
        .filter((before, i) => before.status !== payments[i]!.status)
        .map(({id}) => ({id, before: facts.order, order}));
    });
    const wrong = captures.filter(
      ({id, before, order}) =>
        order.status !== 'paid' || order.payment?.id !== id || before.status === 'paid',
    );

    expect(captures.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test('an order is paid and placed only by money that fits', () => {
    const moved = ALL.map((facts) => {
      const {order} = follow(facts).at(-1)!;
      const payment = facts.payments.find(({id}) => id === order.payment?.id);
      return {before: facts.order.status, after: order.status, payment};
    }).filter(({before, after}) => after !== before && (after === 'paid' || after === 'placed'));
    const wrong = moved.filter(
      ({after, payment}) =>
        payment?.amount !== 50_000 ||
        (after === 'paid' && !['captured', 'authorized'].includes(payment.status)) ||
        (after === 'placed' && payment.method !== 'cod'),
    );

    expect(new Set(moved.map(({after}) => after))).toEqual(new Set(['paid', 'placed']));
    expect(wrong).toEqual([]);
  });
});

test('what is decided leaves all that it was decided by as it was', () => {
  const facts = Object.freeze({order: ORDER, remote: REMOTE, payments: Object.freeze([paid])});

  const plan = assess(facts.order, facts.remote, facts.payments);

  expect(plan).toMatchObject({
    step: 'move',
    move: {
      to: 'paid',
      payment: {id: 'pay_1', method: 'upi', amount: 50_000},
      details: {amount: 50_000, lineItemsTotal: 50_000, offerDiscount: 0},
    },
  });
});

function promotion(value: number) {
  return {code: 'TEA', type: 'coupon', value, description: undefined, referenceId: undefined};
}
