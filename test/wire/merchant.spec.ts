// Read by src/wire/reader.ts. Its neighbour src/wire/page-script.ts holds types only.
import {expect} from '@playwright/test';
import {
  readErrorReply,
  readOrderReply,
  readStatusReply,
  readVerifyReply,
} from '../../src/wire/merchant.js';
import {SIGNED} from '../fixtures/samples.js';
import {test} from '../fixtures/server/test.js';

const order_id = SIGNED.orderId;
const payment_id = SIGNED.paymentId;

for (const [what, reply] of Object.entries({
  'an order': {order_id},
  'an order with its key': {order_id, key_id: 'rzp_test_1'},
  'an order with options': {order_id, options: {theme: {color: '#000'}}},
  'an order of a newer server': {order_id, soon: [1]},
}))
  test(`${what} is an order reply`, () => {
    expect(readOrderReply(reply)).toBe(reply);
  });

for (const [what, reply] of Object.entries({
  nothing: undefined,
  null: null,
  'a text': order_id,
  'a list': [order_id],
  'no id': {},
  'an id that is none': {order_id: '42'},
  'an id with a line behind it': {order_id: `${order_id}\n`},
  'a key that is no text': {order_id, key_id: 7},
  'options that are a list': {order_id, options: []},
}))
  test(`${what} is no order reply`, () => {
    expect(readOrderReply(reply)).toBeUndefined();
  });

for (const status of ['paid', 'placed', 'unconfirmed'])
  test(`"${status}" is what a verify reply may say`, () => {
    expect(readVerifyReply({status, order_id, payment_id})).toBeTruthy();
  });

for (const [what, reply] of Object.entries({
  'another word': {status: 'success', order_id, payment_id},
  'no payment': {status: 'paid', order_id},
  'no order': {status: 'paid', payment_id},
}))
  test(`${what} is no verify reply`, () => {
    expect(readVerifyReply(reply)).toBeUndefined();
  });

test('a status reply may name no payment, but no other thing in its place', () => {
  expect(readStatusReply({status: 'created', order_id})).toBeTruthy();
  expect(readStatusReply({status: 'paid', order_id, payment_id: 'order_1'})).toBeUndefined();
});

test('an error reply is read with its words', () => {
  const error = {code: 'ORDER_REFUSED', description: 'Sold out.'};

  expect(readErrorReply({error})).toBe(error);
  for (const other of [undefined, {}, {error: 'no'}, {error: {code: 1, description: ''}}])
    expect(readErrorReply(other)).toBeUndefined();
});
