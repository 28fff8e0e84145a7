// The official SDK against src/sandbox/api/rest/rest.ts, with src/sandbox/api/rest/expand.ts, whose
// parameter each SDK writes in another way.
import Razorpay from 'razorpay';
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {OTHER_SECRET} from '../../../fixtures/samples.js';
import {answerBank, attempt, statusOf} from '../../../fixtures/sandbox/attempt.js';
import {expect, test} from '../../../fixtures/sandbox/merchant.js';

let sandbox: Sandbox;
let razorpay: Razorpay;

test.beforeAll(async () => {
  sandbox = await createSandbox();
  razorpay = sdk(sandbox.keySecret);
});
test.afterAll(() => sandbox.close());

/** The official SDK, changed in nothing but its host. */
function sdk(secret: string): Razorpay {
  const instance = new Razorpay({key_id: sandbox.keyId, key_secret: secret});
  const {api} = instance as unknown as {api: {rq: {defaults: {baseURL: string}}}};
  api.rq.defaults.baseURL = sandbox.url;
  return instance;
}

test('the official Node SDK creates, finds and edits orders', async () => {
  const order = await razorpay.orders.create({amount: 50_000, currency: 'INR', receipt: 'sdk-1'});
  expect(await razorpay.orders.fetch(order.id)).toEqual(order);
  const found = await razorpay.orders.all({receipt: 'sdk-1'});
  expect(found.items).toEqual([order]);
  const edited = await razorpay.orders.edit(order.id, {notes: {cart: '7'}});
  expect(edited.notes).toEqual({cart: '7'});
});

test('the official Node SDK captures a payment and checks its signature', async () => {
  const {id} = await razorpay.orders.create({
    amount: 50_000,
    currency: 'INR',
    payment_capture: false,
  });
  const paid = await attempt(sandbox, id, {method: 'upi', vpa: 'success@razorpay'});
  const captured = await razorpay.payments.capture(paid, 50_000, 'INR');
  expect(captured.status).toBe('captured');
  expect((await razorpay.payments.fetch(paid)).captured).toBe(true);
  const {items} = await razorpay.orders.fetchPayments(id);
  expect(items.map((payment) => payment.id)).toEqual([paid]);
  const status = await statusOf(sandbox, paid);
  const signature = String(status.response?.razorpay_signature);
  expect(Razorpay.validateWebhookSignature(`${id}|${paid}`, signature, sandbox.keySecret)).toBe(
    true,
  );
});

test('the official Node SDK gives money back, and finds what it did', async () => {
  const {id} = await razorpay.orders.create({amount: 50_000, currency: 'INR'});
  const card = {number: '4100280000001007', expiry: '12/49', cvv: '123', name: 'Asha Rao'};
  const paid = await attempt(sandbox, id, {method: 'card', card});
  await answerBank(sandbox, paid, {choice: 'success'});
  const refund = await razorpay.payments.refund(paid, {amount: 20_000, notes: {why: 'broken'}});
  expect(refund).toMatchObject({payment_id: paid, amount: 20_000, notes: {why: 'broken'}});
  expect(await razorpay.payments.fetchRefund(paid, refund.id)).toEqual(refund);
  expect((await razorpay.payments.fetchMultipleRefund(paid, {})).items).toEqual([refund]);
  expect((await razorpay.refunds.all()).items).toEqual([refund]);
  const edited = await razorpay.refunds.edit(refund.id, {notes: {why: 'late'}});
  expect(edited).toEqual({...refund, notes: {why: 'late'}});
  expect(await razorpay.payments.edit(paid, {notes: {cart: '7'}})).toMatchObject({
    amount_refunded: 20_000,
    refund_status: 'partial',
    notes: {cart: '7'},
  });
  expect((await razorpay.payments.all({count: 1})).items).toMatchObject([{id: paid}]);
  expect(await razorpay.payments.fetchCardDetails(paid)).toMatchObject({last4: '1007'});
});

test('the official Node SDK brings payments along with orders', async () => {
  const {id} = await razorpay.orders.create({amount: 700, currency: 'INR', receipt: 'sdk-2'});
  const paid = await attempt(sandbox, id, {method: 'upi', vpa: 'success@razorpay'});
  const {items} = await razorpay.orders.all({receipt: 'sdk-2', 'expand[]': 'payments'});
  expect(items[0]).toMatchObject({id, status: 'paid', payments: {items: [{id: paid}]}});
});

test('the official Node SDK asks for what stands beside payments', async () => {
  const {id} = await razorpay.orders.create({amount: 700, currency: 'INR'});
  const {razorpay_payment_id: paid} = await sandbox.pay(id, {method: 'card'});
  const {id: card, ...details} = await razorpay.payments.fetchCardDetails(paid);
  expect(await razorpay.cards.fetch(card)).toEqual({id: card, ...details});
  expect(await razorpay.payments.fetchPaymentDowntime()).toMatchObject({count: 0, items: []});
  const refund = await razorpay.payments.refund(paid, {amount: 100, speed: 'optimum'});
  expect(refund).toMatchObject({speed_requested: 'optimum', speed_processed: 'instant'});
});

test('the official Node SDK is told what is not imitated', async () => {
  for (const call of [
    razorpay.settlements.all(),
    razorpay.items.all(),
    razorpay.virtualAccounts.all(),
    razorpay.orders.viewRtoReview('order_EKwxwAgItmmXdp'),
  ]) {
    await expect(call).rejects.toMatchObject({
      statusCode: 400,
      error: {code: 'BAD_REQUEST_ERROR', reason: 'not_imitated'},
    });
  }
});

test('the official Node SDK reads the errors', async () => {
  await expect(razorpay.orders.create({amount: 1, currency: 'INR'})).rejects.toMatchObject({
    statusCode: 400,
    error: {code: 'BAD_REQUEST_ERROR', field: 'amount'},
  });
  await expect(sdk(OTHER_SECRET).orders.all()).rejects.toMatchObject({
    statusCode: 401,
    error: {description: 'Authentication failed'},
  });
});
