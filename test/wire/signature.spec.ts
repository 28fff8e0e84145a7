import {expect, test} from '@playwright/test';
import {
  hmacHex,
  signPayment,
  verifyHmacHex,
  verifyPaymentSignature,
} from '../../src/wire/signature.js';
import {SIGNED} from '../fixtures/samples.js';

const {secret: SECRET, signature: SIGNATURE, orderId, paymentId} = SIGNED;
const PAIR = {orderId, paymentId};

test('signs a payment as Razorpay does', async () => {
  expect(await signPayment(SECRET, PAIR)).toBe(SIGNATURE);
});

test('a signature of any of the secrets is verified, in either case', async () => {
  expect(await verifyPaymentSignature([SECRET], PAIR, SIGNATURE)).toBe(true);
  expect(await verifyPaymentSignature(['new', SECRET], PAIR, SIGNATURE.toUpperCase())).toBe(true);
});

for (const [what, [secrets, pair, signature]] of Object.entries({
  'another secret': [['new'], PAIR, SIGNATURE],
  'no secret': [[], PAIR, SIGNATURE],
  'another payment': [[SECRET], {...PAIR, paymentId: 'pay_IH4NVgf4Dreq1m'}, SIGNATURE],
  'order and payment swapped': [
    [SECRET],
    {orderId: PAIR.paymentId, paymentId: PAIR.orderId},
    SIGNATURE,
  ],
  'a truncated signature': [[SECRET], PAIR, SIGNATURE.slice(0, -2)],
  'a longer signature': [[SECRET], PAIR, `${SIGNATURE}00`],
  'a signature with a letter that is not hex': [[SECRET], PAIR, `${SIGNATURE.slice(0, -1)}g`],
  'no signature': [[SECRET], PAIR, ''],
} satisfies Record<string, Parameters<typeof verifyPaymentSignature>>))
  test(`${what} is not verified`, async () => {
    expect(await verifyPaymentSignature(secrets, pair, signature)).toBe(false);
  });

test('raw bytes are signed as they are, not as text', async () => {
  const bytes = new Uint8Array([0xff, 0x00, 0x7b]);
  const signature = await hmacHex(SECRET, bytes);

  expect(await verifyHmacHex([SECRET], bytes, signature)).toBe(true);
  expect(await verifyHmacHex([SECRET], new TextDecoder().decode(bytes), signature)).toBe(false);
});
