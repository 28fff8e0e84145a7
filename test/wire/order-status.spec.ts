import {expect} from '@playwright/test';
import {readStatusReply} from '../../src/wire/merchant.js';
import {
  isClosed,
  isConfirmed,
  STATUS_WORDS,
  statusWord,
  type OrderStatus,
} from '../../src/wire/order-status.js';
import {SIGNED} from '../fixtures/samples.js';
import {test} from '../fixtures/server/test.js';

for (const [status, word, confirmed, closed] of [
  ['created', 'created', false, false],
  ['attempted', 'attempted', false, false],
  ['review', 'unconfirmed', false, false],
  ['paid', 'paid', true, true],
  ['placed', 'placed', true, true],
  ['cancelled', 'cancelled', false, true],
  ['refunded', 'refunded', false, true],
] as const satisfies [OrderStatus, string, boolean, boolean][])
  test(`an order that is ${status} is ${word} to the page`, () => {
    expect(statusWord(status)).toBe(word);
    expect(isConfirmed(status)).toBe(confirmed);
    expect(isClosed(status)).toBe(closed);
  });

test('what the page is told are the words of a status reply', () => {
  const replies = [...STATUS_WORDS, 'review'].map(
    (status) => readStatusReply({status, order_id: SIGNED.orderId}) !== undefined,
  );

  expect(replies).toEqual([...STATUS_WORDS.map(() => true), false]);
});
