// What the guide to the wire shows is what the package reads: demo/docs/wire.md.
import {expect} from '@playwright/test';
import {readFileSync} from 'node:fs';
import {
  readApplied,
  readPromotions,
  readRefusal,
  readShippingInfo,
} from '../../src/wire/endpoints/replies.js';
import {readOrderReply} from '../../src/wire/merchant.js';
import {verifyPaymentSignature} from '../../src/wire/signature.js';
import {test} from '../fixtures/server/test.js';

const GUIDE = readFileSync('demo/docs/wire.md', 'utf8');

/** The JSON of a section that has all of these fields, wherever it stands. */
function sample(...fields: string[]): Record<string, unknown> {
  const texts = [...GUIDE.matchAll(/```json\n(.*?)```|`(\{"[^`]*\})`/gs)].map(
    ([, block, inline]) => block ?? inline ?? '',
  );
  for (const text of texts) {
    const json = parse(text);
    if (fields.every((field) => field in json)) return json;
  }
  throw new Error(`The guide shows nothing with ${fields.join(' and ')}.`);
}

/** Some lines are shapes, and no JSON. */
function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

test('the reply of order-url is one', () => {
  const reply = readOrderReply(sample('order_id', 'key_id'));

  expect(reply).toMatchObject({amount: 69_800, currency: 'INR'});
});

test('the payment is signed as it says', async () => {
  const {razorpay_order_id, razorpay_payment_id, razorpay_signature} = sample(
    'razorpay_signature',
  ) as Record<string, string>;
  const pair = {orderId: razorpay_order_id ?? '', paymentId: razorpay_payment_id ?? ''};

  expect(await verifyPaymentSignature(['sandbox_secret'], pair, razorpay_signature ?? '')).toBe(
    true,
  );
});

test('the order of Magic Checkout adds up', () => {
  const {amount, line_items_total, line_items} = sample('line_items_total') as {
    amount: number;
    line_items_total: number;
    line_items: {offer_price: number; quantity: number}[];
  };

  const sum = line_items.reduce((total, item) => total + item.offer_price * item.quantity, 0);
  expect([amount, line_items_total]).toEqual([sum, sum]);
});

test("what Razorpay's servers are answered is read", () => {
  expect(readShippingInfo(withMethods(), '0')).toMatchObject([{cod: true, cod_fee: 2_500}]);
  expect(readPromotions(sample('promotions'))).toMatchObject([{code: 'TEA10'}]);
  expect(readApplied(sample('promotion'), 'TEA10', 34_900)).toMatchObject({value: 3_490});
  expect(readRefusal(sample('failure_code'))).toBeTruthy();
});

/** The answer, and not the question, which has addresses too. */
function withMethods(): unknown {
  const [, text = ''] = /```json\n(\{\n {2}"addresses".*?)```/s.exec(GUIDE) ?? [];
  return JSON.parse(text);
}
