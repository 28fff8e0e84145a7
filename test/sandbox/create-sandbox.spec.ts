// What a test asks of a sandbox without a browser: src/sandbox/driver/pay.ts on
// src/sandbox/account/payment-processor.ts, src/sandbox/account/payment-moves.ts,
// src/sandbox/account/refunds.ts, src/sandbox/account/new-payment.ts,
// src/sandbox/account/sign-response.ts and src/sandbox/model/attempt-error.ts. src/sandbox/app.ts
// puts it together, src/sandbox/runtime/http-server.ts serves it. src/sandbox/model/refuse-unknown.ts refuses
// what is misspelt.
import {
  createSandbox,
  type PayOptions,
  type Sandbox,
  type SandboxSettings,
} from 'rzp-magic-button/sandbox.js';
import {signPayment} from '../../src/wire/signature.js';
import {expect, test} from '../fixtures/sandbox/merchant.js';
import {basic, createOrder, get} from '../fixtures/sandbox/rest.js';

let sandbox: Sandbox;
test.beforeAll(async () => {
  sandbox = await createSandbox();
});
test.afterAll(() => sandbox.close());

async function refund(paymentId: string, body?: object): Promise<{status: number; body: unknown}> {
  const response = await fetch(`${sandbox.url}/v1/payments/${paymentId}/refund`, {
    method: 'POST',
    headers: {authorization: basic(sandbox)},
    ...(body && {body: JSON.stringify(body)}),
  });
  return {status: response.status, body: await response.json()};
}
const refusal = (description: string, field?: string): object => ({
  status: 400,
  body: {error: expect.objectContaining({description, ...(field && {field})}) as unknown},
});

test('a connection outlives a server that stands still in a debugger', async () => {
  const {headers} = await fetch(`${sandbox.url}/v1/orders`);

  expect(headers.get('keep-alive')).toBe('timeout=600');
});

for (const port of ['shop', -1, 70_000, Number.NaN, 3.5])
  test(`a port that is ${port} is refused by what was written`, async () => {
    await expect(createSandbox({port: port as number})).rejects.toThrow(
      `port is ${port}. Write a whole number from 0 to 65535.`,
    );
  });

for (const [settings, complaint] of [
  [{prot: 4000}, 'prot is no setting. Did you mean "port"?'],
  [{merchant: {shippingUrl: 'http://127.0.0.1:1'}}, 'merchant.shippingUrl is no setting.'],
] as const)
  test(`a setting that there is none of is refused: ${complaint}`, async () => {
    await expect(createSandbox(settings as unknown as SandboxSettings)).rejects.toThrow(complaint);
  });

test.describe('sandbox.pay', () => {
  for (const [options, complaint] of [
    [{outcom: 'failed'}, 'outcom is no setting. Did you mean "outcome"?'],
    [
      {magic: {shipping_fee: 4_900}},
      'magic.shipping_fee is no setting. Did you mean "shippingFee"',
    ],
  ] as const)
    test(`pays nothing by a misspelt option: ${complaint}`, async () => {
      const orderId = await createOrder(sandbox);
      await expect(sandbox.pay(orderId, options as unknown as PayOptions)).rejects.toThrow(
        complaint,
      );
      expect(sandbox.payments(orderId)).toEqual([]);
    });

  for (const method of ['upi', 'card', 'netbanking'] as const) {
    test(`pays by ${method} and answers what the handler gets, signed`, async () => {
      const orderId = await createOrder(sandbox);
      const response = await sandbox.pay(orderId, {method});
      const paymentId = response.razorpay_payment_id;
      expect(response).toEqual({
        razorpay_payment_id: paymentId,
        razorpay_order_id: orderId,
        razorpay_signature: await signPayment(sandbox.keySecret, {orderId, paymentId}),
      });
      expect(sandbox.order(orderId)).toMatchObject({status: 'paid', amount_paid: 50_000});
      expect(sandbox.payments(orderId)).toEqual([await get(sandbox, `/payments/${paymentId}`)]);
      expect(sandbox.payments(orderId)).toMatchObject([{method, status: 'captured'}]);
    });
  }

  test('leaves the money with the shopper when only authorized', async () => {
    const orderId = await createOrder(sandbox);
    await sandbox.pay(orderId, {outcome: 'authorized'});
    expect(sandbox.order(orderId).status).toBe('attempted');
    expect(sandbox.payments(orderId)).toMatchObject([{status: 'authorized', captured: false}]);
  });

  test('answers what payment.failed tells when it is to fail', async () => {
    const orderId = await createOrder(sandbox);
    const {error} = await sandbox.pay(orderId, {outcome: 'failed'});
    expect(error).toMatchObject({
      code: 'BAD_REQUEST_ERROR',
      reason: 'payment_failed',
      metadata: {order_id: orderId, payment_id: sandbox.payments(orderId)[0]?.id},
    });
    await sandbox.pay(orderId);
    expect(sandbox.payments(orderId).map(({status}) => status)).toEqual(['captured', 'failed']);
  });

  test('takes what the merchant asked for where Magic Checkout was tried before', async () => {
    const orderId = await createOrder(sandbox);
    await sandbox.pay(orderId, {outcome: 'failed', magic: {shippingFee: 4_000}});
    expect(sandbox.order(orderId)).toMatchObject({amount: 54_000, shipping_fee: 4_000});
    await sandbox.pay(orderId);
    expect(sandbox.order(orderId)).toMatchObject({
      amount: 50_000,
      amount_paid: 50_000,
      shipping_fee: 0,
    });
  });

  test('is refused for an order that is paid', async () => {
    const orderId = await createOrder(sandbox);
    await sandbox.pay(orderId);
    await expect(sandbox.pay(orderId)).rejects.toThrow('Payment already done for this order.');
    expect(sandbox.payments(orderId)).toHaveLength(1);
  });

  test('is refused for an order that does not exist', async () => {
    await expect(sandbox.pay('order_00000000000000')).rejects.toThrow('does not exist');
  });
});

test('what it answers is a copy', async () => {
  const orderId = await createOrder(sandbox);
  sandbox.order(orderId).status = 'paid';
  expect(sandbox.order(orderId).status).toBe('created');
});

test.describe('late authorisation', () => {
  test('turns a failed payment into a captured one, and pays its order', async () => {
    const orderId = await createOrder(sandbox);
    const {error} = await sandbox.pay(orderId, {outcome: 'failed'});
    const paymentId = error.metadata!.payment_id!;
    expect(sandbox.authoriseLate(paymentId)).toMatchObject({
      status: 'captured',
      error_code: null,
      error_reason: null,
    });
    expect(sandbox.order(orderId).status).toBe('paid');
    expect(
      sandbox
        .events()
        .filter((event) => event.orderId === orderId)
        .map(({event}) => event),
    ).toEqual(['payment.failed', 'payment.authorized', 'payment.captured', 'order.paid']);
  });

  test('has the order tell what that payment was for, not what was tried since', async () => {
    const orderId = await createOrder(sandbox);
    await sandbox.pay(orderId, {outcome: 'failed', magic: {shippingFee: 4_000}});
    await sandbox.pay(orderId, {outcome: 'failed', magic: {shippingFee: 9_900}});
    const first = sandbox.payments(orderId)[1]!;
    sandbox.authoriseLate(first.id);
    expect(sandbox.order(orderId)).toMatchObject({
      status: 'paid',
      amount: 54_000,
      amount_paid: 54_000,
      shipping_fee: 4_000,
    });
  });

  test('is for failed payments only', async () => {
    const {razorpay_payment_id: paymentId} = await sandbox.pay(await createOrder(sandbox));
    expect(() => sandbox.authoriseLate(paymentId)).toThrow('Only a failed payment');
  });

  test('of an order that was paid meanwhile takes no money', async () => {
    const orderId = await createOrder(sandbox);
    const {error} = await sandbox.pay(orderId, {outcome: 'failed'});
    await sandbox.pay(orderId);
    expect(sandbox.authoriseLate(error.metadata!.payment_id!)).toMatchObject({
      status: 'authorized',
      captured: false,
    });
    expect(sandbox.order(orderId).amount_paid).toBe(50_000);
  });
});

test.describe('refunds', () => {
  test('give back a part, then the rest, and the payment says so', async () => {
    const {razorpay_payment_id: id} = await sandbox.pay(await createOrder(sandbox));
    const part = await refund(id, {amount: 20_000, notes: {why: 'broken'}, receipt: 'r1'});
    expect(part).toEqual({
      status: 200,
      body: {
        id: expect.stringMatching(/^rfnd_[A-Za-z0-9]{14}$/) as unknown,
        entity: 'refund',
        amount: 20_000,
        currency: 'INR',
        payment_id: id,
        notes: {why: 'broken'},
        receipt: 'r1',
        acquirer_data: {arn: null},
        created_at: expect.any(Number) as unknown,
        batch_id: null,
        status: 'processed',
        speed_processed: 'normal',
        speed_requested: 'normal',
      },
    });
    expect(await get(sandbox, `/payments/${id}`)).toMatchObject({
      status: 'captured',
      amount_refunded: 20_000,
      refund_status: 'partial',
    });
    const rest = await refund(id);
    expect(rest.body).toMatchObject({amount: 30_000, notes: []});
    expect(await get(sandbox, `/payments/${id}`)).toMatchObject({
      status: 'refunded',
      captured: true,
      amount_refunded: 50_000,
      refund_status: 'full',
    });
    expect(await get(sandbox, `/payments/${id}/refunds`)).toEqual({
      entity: 'collection',
      count: 2,
      items: [rest.body, part.body],
    });
    const {id: refundId} = part.body as {id: string};
    expect(await get(sandbox, `/refunds/${refundId}`)).toEqual(part.body);
  });

  test('fail once, and what came back can be given again', async () => {
    const {razorpay_payment_id: id} = await sandbox.pay(await createOrder(sandbox));
    sandbox.refund(id, 10_000);
    const rest = sandbox.refund(id);

    expect(sandbox.failRefund(rest.id)).toMatchObject({id: rest.id, status: 'failed'});
    expect(await get(sandbox, `/payments/${id}`)).toMatchObject({
      status: 'captured',
      amount_refunded: 10_000,
      refund_status: 'partial',
    });
    expect(() => sandbox.failRefund(rest.id)).toThrow('The refund has failed already');
    expect(sandbox.refund(id)).toMatchObject({amount: 40_000, status: 'processed'});
  });

  test('leave the order paid', async () => {
    const orderId = await createOrder(sandbox);
    const {razorpay_payment_id: id} = await sandbox.pay(orderId);
    expect(sandbox.refund(id)).toMatchObject({amount: 50_000});
    expect(sandbox.order(orderId).status).toBe('paid');
  });

  for (const [what, body, answer] of [
    [
      'more than was paid',
      {amount: 50_001},
      refusal('The total refund amount is greater than the refund payment amount', 'amount'),
    ],
    ['less than a rupee', {amount: 99}, refusal('The amount must be at least INR 1.00', 'amount')],
    ['a fraction', {amount: 100.5}, refusal('The amount must be an integer.', 'amount')],
    [
      'a field of nobody',
      {ammount: 100},
      refusal('ammount is/are not required and should not be sent'),
    ],
  ] as const) {
    test(`are refused for ${what}`, async () => {
      const {razorpay_payment_id: id} = await sandbox.pay(await createOrder(sandbox));
      expect(await refund(id, body)).toEqual(answer);
      expect(
        sandbox
          .events()
          .some(({paymentId, event}) => paymentId === id && event === 'refund.created'),
      ).toBe(false);
    });
  }

  test('are refused for what is not captured, and for what is given back', async () => {
    const orderId = await createOrder(sandbox);
    const {razorpay_payment_id: id} = await sandbox.pay(orderId, {outcome: 'authorized'});
    expect(await refund(id)).toEqual(
      refusal('The payment status should be captured for action to be taken'),
    );
    const {razorpay_payment_id: other} = await sandbox.pay(await createOrder(sandbox));
    await refund(other);
    expect(await refund(other)).toEqual(refusal('The payment has been fully refunded already'));
    expect(await refund('pay_00000000000000')).toEqual(refusal('The id provided does not exist'));
  });
});
