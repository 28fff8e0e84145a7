// What does not compile in a merchant's own tests.
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {test} from 'rzp-magic-button/sandbox/playwright.js';

export async function starts(): Promise<void> {
  await createSandbox({port: 4000, merchant: 'http://127.0.0.1:3000/checkout'});
  // @ts-expect-error -- a port is a number
  await createSandbox({port: '4000'});
  // @ts-expect-error -- the name is `keySecret`
  await createSandbox({secret: 'sandbox_secret'});
  // @ts-expect-error -- no such endpoint
  await createSandbox({merchant: {shipping: 'http://127.0.0.1:3000/shipping'}});
}

export async function pays(sandbox: Sandbox): Promise<void> {
  const payment = await sandbox.pay('order_Tea00000000001', {method: 'upi'});
  const failed = await sandbox.pay('order_Tea00000000001', {outcome: 'failed'});
  // @ts-expect-error -- a payment has no error
  console.log(payment.error);
  // @ts-expect-error -- a failed attempt has no signature
  console.log(failed.razorpay_signature);
  // @ts-expect-error -- no such way to pay
  await sandbox.pay('order_Tea00000000001', {method: 'gold'});
  // @ts-expect-error -- no such ending
  await sandbox.pay('order_Tea00000000001', {outcome: 'paid'});
  // @ts-expect-error -- paise, not rupees in words
  sandbox.refund(payment.razorpay_payment_id, '₹100');
}

export function breaks(sandbox: Sandbox): void {
  sandbox.faults.set({rest: '500'}, {times: 1, route: 'POST /orders'});
  // @ts-expect-error -- no such fault of the REST API
  sandbox.faults.set({rest: 'on-fire'});
  // @ts-expect-error -- no such area
  sandbox.faults.set({bank: '500'});
  // @ts-expect-error -- a route that Razorpay has
  sandbox.faults.set({rest: '500'}, {route: 'POST /order'});
  // @ts-expect-error -- areas are switched off, not single faults
  sandbox.faults.clear('rest-500');
}

test.use({sandboxSettings: {port: 4000}});
// @ts-expect-error -- the settings of the sandbox, not the sandbox
test.use({sandboxSettings: 'http://127.0.0.1:4000'});
