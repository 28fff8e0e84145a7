import {expect} from '@playwright/test';
import {
  hmacHex,
  isSecret,
  signPayment,
  verifyHmacHex,
  verifyPaymentSignature,
} from '../../src/wire/signature.js';
import {SIGNED} from '../fixtures/samples.js';
import {test} from '../fixtures/server/test.js';

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

/** How many keys are imported meanwhile. */
async function countImports(run: () => Promise<void>): Promise<number> {
  const {importKey} = crypto.subtle;
  let count = 0;
  crypto.subtle.importKey = ((...values: Parameters<typeof importKey>) => {
    count++;
    return importKey.apply(crypto.subtle, values);
  }) as typeof importKey;
  try {
    await run();
  } finally {
    crypto.subtle.importKey = importKey;
  }
  return count;
}

test('what somebody says to be a secret leaves no key behind', async () => {
  const imported = await countImports(async () => {
    for (let i = 0; i < 200; i++) expect(await isSecret([SECRET], `guess ${i}`)).toBe(false);
    expect(await isSecret([SECRET], SECRET)).toBe(true);
  });

  expect(imported).toBeLessThanOrEqual(1);
});

test('the keys that are kept are bounded', async () => {
  const signWith = (i: number) => hmacHex(`secret of shop ${i}`, 'x');

  const again = await countImports(async () => {
    for (let i = 0; i < 101; i++) await signWith(i);
    await signWith(100);
    await signWith(0);
  });

  expect(again).toBe(102);
});
