// The server kit's mandates against the sandbox, from a customer to a second period.
import {expect, test} from '@playwright/test';
import {createSandbox} from 'rzp-magic-button/sandbox.js';
import {createCheckout, type ChargeChange, type MandateChange} from '../../src/server.js';
import {sqliteLedger} from '../../src/server/sqlite.js';
import {IDEMPOTENCY_KEY} from '../fixtures/samples.js';
import {attempt} from '../fixtures/sandbox/attempt.js';

const DAY_SECONDS = 24 * 60 * 60;

async function openShop() {
  const sandbox = await createSandbox();
  const ledger = await sqliteLedger(':memory:');
  const told: string[] = [];
  const errors: unknown[] = [];
  const seen = {customer: '', isPreferred: false};
  const checkout = createCheckout({
    razorpay: {
      keyId: sandbox.keyId,
      keySecret: sandbox.keySecret,
      webhookSecret: 'sandbox_webhook_secret',
      baseUrl: sandbox.url,
    },
    ledger,
    price: () => ({
      amount: 100,
      mandate: {customer: seen.customer, maxAmount: 2_000_000, preferred: seen.isPreferred},
    }),
    onMandate: ({status}: MandateChange) => told.push(`mandate ${status}`),
    onCharge: ({status, charge}: ChargeChange) => told.push(`${charge.period} ${status}`),
    onError: (error) => errors.push(error),
    now: () => sandbox.now(),
  });
  return {
    sandbox,
    checkout,
    told,
    errors,
    seen,
    post: async (path: string, body: unknown) => {
      const headers = {'Content-Type': 'application/json', 'Idempotency-Key': IDEMPOTENCY_KEY};
      const request = new Request(`https://shop.example${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return (await (await checkout.fetch(request)).json()) as Record<string, unknown>;
    },
    /** Lets time pass on both sides, and has the shop look what became of it. */
    pass: async (seconds: number) => {
      await sandbox.advance(seconds);
      return checkout.reconcile({olderThan: 0});
    },
    close: async () => {
      await checkout.close();
      await sandbox.close();
    },
  };
}

test('a subscription: approved, charged, failed, charged again, cancelled', async () => {
  const shop = await openShop();
  const {sandbox, checkout, told, seen} = shop;
  const {mandates} = checkout;
  try {
    const asha = {name: 'Asha Rao', email: 'asha@example.com', contact: '+919000090000'};
    seen.customer = (await mandates.customers.create(asha)).id;
    expect((await mandates.customers.create(asha)).id).toBe(seen.customer);
    const {order_id: orderId} = await shop.post('/orders', {});
    const {response, token} = await sandbox.approveMandate(orderId as string);

    const verified = await shop.post('/verify', response);
    expect(verified).toMatchObject({status: 'paid', mandate: {id: token.id, status: 'confirmed'}});
    expect(await mandates.list(seen.customer)).toMatchObject([{id: token.id, status: 'confirmed'}]);

    const first = {mandate: token.id, period: 'first', amount: 49_900};
    expect(await mandates.charge(first)).toMatchObject({status: 'pending'});
    await shop.pass(2 * DAY_SECONDS);
    expect(await mandates.charge(first)).toMatchObject({status: 'captured'});

    const second = {...first, period: 'second'};
    sandbox.faults.set({charge: 'insufficient-funds'}, {times: 1});
    await mandates.charge(second);
    const report = await shop.pass(2 * DAY_SECONDS);
    expect(report.charges).toMatchObject([{period: 'second', was: 'pending', is: 'failed'}]);
    expect(await mandates.charge(second)).toMatchObject({failure: {reason: 'insufficient_funds'}});
    expect(await mandates.charge({...second, retry: true})).toMatchObject({attempt: 2});
    await shop.pass(2 * DAY_SECONDS);

    await mandates.cancel(token.id);
    await shop.pass(2 * DAY_SECONDS);
    expect(await mandates.find(token.id)).toMatchObject({status: 'cancelled'});
    await expect(mandates.charge({...first, period: 'third'})).rejects.toMatchObject({
      code: 'not_chargeable',
    });
    expect(told).toEqual([
      'mandate initiated',
      'mandate confirmed',
      'first captured',
      'second failed',
      'second captured',
      'mandate cancelled',
    ]);
    expect(shop.errors).toEqual([]);
  } finally {
    await shop.close();
  }
});

test('a registration link is made, sent, approved and found', async () => {
  const shop = await openShop();
  const {mandates} = shop.checkout;
  try {
    const link = await mandates.links.create({
      customer: {name: 'Gaurav Kumar', email: 'gaurav.kumar@example.com', contact: 9123456780},
      amount: 100,
      description: 'Registration Link for Gaurav Kumar',
      mandate: {maxAmount: 500},
      receipt: 'Receipt No. 5',
      emailNotify: true,
      smsNotify: true,
    });
    await mandates.links.send(link.id, 'email');
    const {token} = await shop.sandbox.approveMandate(link.id);
    await shop.checkout.reconcile({olderThan: 0});
    await shop.checkout.reconcile({olderThan: 0});

    expect(await mandates.find(token.id)).toMatchObject({status: 'confirmed', maxAmount: 500});
    expect(shop.errors).toEqual([]);
  } finally {
    await shop.close();
  }
});

test('a mandate that is preferred is approved, or the order is paid without it', async () => {
  for (const approves of [true, false]) {
    const shop = await openShop();
    const {sandbox, checkout, told, seen} = shop;
    try {
      seen.customer = (await checkout.mandates.customers.create({name: 'Asha Rao'})).id;
      seen.isPreferred = true;
      const {order_id, options} = await shop.post('/orders', {});
      expect(options).toEqual({customer_id: seen.customer, recurring: 'preferred'});
      const orderId = order_id as string;
      if (approves) await sandbox.approveMandate(orderId);
      else await attempt(sandbox, orderId, {method: 'upi', vpa: 'success@razorpay'});
      const status = new Request(`https://shop.example/status?order_id=${orderId}`);
      const said = (await (await checkout.fetch(status)).json()) as Record<string, unknown>;
      expect(said.status).toBe('paid');
      expect('mandate' in said).toBe(approves);
      await shop.pass(DAY_SECONDS);
      expect(told).toEqual(approves ? ['mandate initiated', 'mandate confirmed'] : []);
      expect(shop.errors).toEqual([]);
    } finally {
      await shop.close();
    }
  }
});
