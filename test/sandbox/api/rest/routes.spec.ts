// What real clients ask beside orders, payments and refunds: src/sandbox/api/rest/methods.ts,
// src/sandbox/api/rest/expand.ts, src/sandbox/account/test-cards.ts, and instant refunds.
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {OTHER_KEY_ID} from '../../../fixtures/samples.js';
import {callApi, refusalOf} from '../../../fixtures/sandbox/api.js';
import {answerBank, attempt} from '../../../fixtures/sandbox/attempt.js';
import {expect, test} from '../../../fixtures/sandbox/merchant.js';
import {createOrder} from '../../../fixtures/sandbox/rest.js';

let sandbox: Sandbox;
test.beforeAll(async () => {
  sandbox = await createSandbox();
});
test.afterAll(() => sandbox.close());

async function payByCard(number: string, name = 'Asha Rao'): Promise<string> {
  const card = {number, name, expiry: '03/49', cvv: '123'};
  const payment = await attempt(sandbox, await createOrder(sandbox), {method: 'card', card});
  await answerBank(sandbox, payment, {choice: 'success'});
  return payment;
}

test.describe('GET /v1/methods and /v1/preferences', () => {
  const basicOf = (user: string): string => `Basic ${Buffer.from(user).toString('base64')}`;

  for (const path of ['/methods', '/preferences']) {
    test(`${path} needs the key id and no secret`, async () => {
      const {keyId} = sandbox;
      for (const [query, authorization, status] of [
        [`?key_id=${keyId}`, '', 200],
        ['', basicOf(`${keyId}:`), 200],
        ['', basicOf(`${keyId}:${sandbox.keySecret}`), 200],
        [`?key_id=${OTHER_KEY_ID}`, '', 401],
        ['', '', 401],
      ] as const) {
        const answer = await callApi(sandbox, 'GET', path + query, undefined, {authorization});
        expect(answer.status).toBe(status);
      }
    });
  }

  test('name the ways to pay that the checkout takes', async () => {
    const {body} = await callApi(sandbox, 'GET', '/methods');
    expect(body).toMatchObject({
      entity: 'methods',
      upi: true,
      card: true,
      emi: false,
      netbanking: {HDFC: 'HDFC Bank'},
      wallet: {mobikwik: true},
    });
  });

  test('tell of an order what a browser may know', async () => {
    const id = await createOrder(sandbox);
    const {body} = await callApi(sandbox, 'GET', `/preferences?order_id=${id}`);
    expect(body).toMatchObject({mode: 'test', options: {redirect: false, image: null}});
    expect(body.order).toEqual({
      amount: 50_000,
      amount_due: 50_000,
      amount_paid: 0,
      currency: 'INR',
      partial_payment: false,
    });
  });
});

test.describe('cards', () => {
  for (const [number, card] of Object.entries({
    '4100280000001007': {network: 'Visa', type: 'credit', issuer: 'UTIB', international: false},
    '6527658900001005': {network: 'RuPay', type: 'debit', issuer: 'SBIN', international: false},
    '340256000401007': {network: 'American Express', type: 'credit', issuer: 'AMEX'},
    '5555555555554444': {network: 'MasterCard', issuer: null, international: true},
  })) {
    test(`${number} is read of its payment, and by its own id`, async () => {
      const payment = await payByCard(number);
      const {body} = await callApi(sandbox, 'GET', `/payments/${payment}/card`);
      expect(body).toMatchObject({
        ...card,
        entity: 'card',
        last4: number.slice(-4),
        emi: false,
        sub_type: 'consumer',
        token_iin: null,
        expiry_month: 3,
        expiry_year: 2049,
      });
      expect((await callApi(sandbox, 'GET', `/cards/${String(body.id)}`)).body).toEqual(body);
    });
  }

  test('have the name of their holder only where they are foreign', async () => {
    const names = [];
    for (const number of ['4100280000001007', '5555555555554444']) {
      const payment = await payByCard(number);
      names.push((await callApi(sandbox, 'GET', `/payments/${payment}/card`)).body.name);
    }
    expect(names).toEqual(['', 'Asha Rao']);
  });

  test('are none of a payment by UPI', async () => {
    const {razorpay_payment_id: id} = await sandbox.pay(await createOrder(sandbox));
    const answer = await callApi(sandbox, 'GET', `/payments/${id}/card`);
    expect(refusalOf(answer)).toBe('Payment was not done using card');
    expect(refusalOf(await callApi(sandbox, 'GET', '/cards/card_00000000000000'))).toBe(
      'The id provided does not exist',
    );
  });
});

test.describe('expand[]', () => {
  test('brings card, refunds, offers, emi and transaction of a payment along', async () => {
    const order = await createOrder(sandbox, {offer_id: 'offer_JHD834hjbxzhd3'});
    const {razorpay_payment_id: id} = await sandbox.pay(order, {method: 'card'});
    const refund = sandbox.refund(id, 700);
    const names = ['card', 'refunds', 'offers', 'emi', 'transaction', 'upi'];
    const query = names.map((name) => `expand[]=${name}`).join('&');
    const {body} = await callApi(sandbox, 'GET', `/payments/${id}?${query}`);
    expect(body).toMatchObject({
      card: {entity: 'card', last4: '1007'},
      refunds: {entity: 'collection', count: 1, items: [{id: refund.id}]},
      offers: {entity: 'collection', count: 1, items: [{id: 'offer_JHD834hjbxzhd3'}]},
      emi: null,
      transaction: {entity: 'transaction', amount: 50_000, credit: 50_000 - 1180, fee: 1180},
    });
    expect(body).not.toHaveProperty('upi');
    const list = await callApi(sandbox, 'GET', `/orders/${order}/payments?expand[]=card`);
    expect(list.body.items).toMatchObject([{card: {last4: '1007'}}]);
  });

  test('is not imitated of anything else, and is never dropped', async () => {
    const {razorpay_payment_id: id} = await sandbox.pay(await createOrder(sandbox));
    const refund = sandbox.refund(id, 700).id;
    const {body} = await callApi(sandbox, 'POST', '/customers', {name: 'Asha Rao'});
    for (const path of [
      '/refunds',
      `/refunds/${refund}`,
      `/payments/${id}/refunds`,
      `/payments/${id}/refunds/${refund}`,
      '/customers',
      `/customers/${String(body.id)}`,
      `/customers/${String(body.id)}/tokens`,
      '/invoices',
      '/methods',
    ]) {
      const answer = await callApi(sandbox, 'GET', `${path}?expand[]=payment`);
      expect(refusalOf(answer), path).toBe('The sandbox does not imitate expand[]=payment.');
    }
  });

  test('brings the cards of the payments of orders along', async () => {
    const order = await createOrder(sandbox, {receipt: 'cards'});
    await sandbox.pay(order, {method: 'card'});
    const {body} = await callApi(sandbox, 'GET', '/orders?receipt=cards&expand[0]=payments.card');
    expect(body.items).toMatchObject([{id: order, payments: {items: [{card: {last4: '1007'}}]}}]);
  });
});

test.describe('the speed of a refund', () => {
  for (const [sent, speed_requested, speed_processed] of [
    [{}, 'normal', 'normal'],
    [{speed: 'normal'}, 'normal', 'normal'],
    [{speed: 'optimum'}, 'optimum', 'instant'],
  ] as const) {
    test(`of ${JSON.stringify(sent)} is ${speed_processed}`, async () => {
      const {razorpay_payment_id: id} = await sandbox.pay(await createOrder(sandbox));
      const {body} = await callApi(sandbox, 'POST', `/payments/${id}/refund`, sent);
      expect(body).toMatchObject({speed_requested, speed_processed});
    });
  }

  test('is none of another word, and nothing is given back', async () => {
    const {razorpay_payment_id: id} = await sandbox.pay(await createOrder(sandbox));
    const answer = await callApi(sandbox, 'POST', `/payments/${id}/refund`, {speed: 'fast'});
    expect(refusalOf(answer)).toBe('The selected speed is invalid.');
    expect(sandbox.payments()[0]).toMatchObject({id, amount_refunded: 0});
  });

  test('reverse_all is of Route', async () => {
    const {razorpay_payment_id: id} = await sandbox.pay(await createOrder(sandbox));
    const refuse = await callApi(sandbox, 'POST', `/payments/${id}/refund`, {reverse_all: 1});
    expect(refusalOf(refuse)).toBe('The sandbox does not imitate reverse_all (Route).');
    const take = await callApi(sandbox, 'POST', `/payments/${id}/refund`, {reverse_all: 0});
    expect(take.status).toBe(200);
  });
});
