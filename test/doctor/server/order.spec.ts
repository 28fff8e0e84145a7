import {expect} from '@playwright/test';
import type {Finding} from '../../../src/doctor/model/finding.js';
import type {Endpoint} from '../../../src/doctor/server/endpoints.js';
import {lookAtStatusOf, makeOrder} from '../../../src/doctor/server/order.js';
import {lookAtShipping} from '../../../src/doctor/server/magic-asks.js';
import {OrderRefused} from '../../../src/server.js';
import {kitAt, visitOf, WHOLE} from '../../fixtures/doctor.js';
import {KEY_ID, KEY_SECRET, ORDER_ID, OTHER_KEY_ID, OTHER_SECRET} from '../../fixtures/samples.js';
import {serve} from '../../fixtures/serve.js';
import {onSqlite, test} from '../../fixtures/server/shop.js';

const account = (baseUrl: string) => ({keyId: KEY_ID, keySecret: KEY_SECRET, baseUrl});
const endpointAt = (base: string, name: Endpoint['name']) =>
  kitAt(base).find((endpoint) => endpoint.name === name)!;
const saying = (findings: readonly Finding[], verdict: Finding['verdict']) =>
  findings.filter((finding) => finding.verdict === verdict).map(({says}) => says);

onSqlite(() => {
  test('one order is made of two requests, and asked about', async ({openShop, razorpay}) => {
    const shop = await openShop(WHOLE);

    const made = await makeOrder(
      endpointAt(shop.url, 'orders'),
      {product: 'tea'},
      account(razorpay.url),
      visitOf(),
    );

    const {orderId = '', asked} = made;
    expect(saying(made.findings, 'wrong')).toEqual([]);
    expect(saying(made.findings, 'right')).toEqual([
      `makes an order, ${orderId}. Nobody has to pay it.`,
      'gives the same order for the same Idempotency-Key.',
      'costs ₹500 at Razorpay.',
      'opens Magic Checkout: it has line items and a receipt.',
    ]);
    expect([...razorpay.orders.keys()]).toEqual([orderId]);
    const status = endpointAt(shop.url, 'status');
    expect(await lookAtStatusOf(status, orderId, visitOf())).toMatchObject([{verdict: 'right'}]);
    const shipping = endpointAt(shop.url, 'shippingInfo');
    expect(await lookAtShipping(shipping, visitOf(), asked)).toEqual([
      {verdict: 'right', says: 'quotes 1 way of delivery to 560060, as Razorpay reads it.'},
    ]);
  });

  test('a cart that the shop does not sell is no fault', async ({openShop, razorpay}) => {
    const shop = await openShop({
      price: () => {
        throw new OrderRefused('What is it?');
      },
    });

    const {findings} = await makeOrder(
      endpointAt(shop.url, 'orders'),
      {},
      account(razorpay.url),
      visitOf(),
    );

    expect(findings).toMatchObject([
      {verdict: 'unseen', says: 'refuses this cart (422 "What is it?").'},
    ]);
  });

  for (const [what, {keys, said}] of Object.entries({
    'another key': {
      keys: {keyId: OTHER_KEY_ID},
      said: ['has another key than RAZORPAY_KEY_ID.', /does not know RAZORPAY_KEY_ID/],
    },
    'a key of the other mode': {
      keys: {keyId: 'rzp_live_Sandbox0000001'},
      said: ['has a key of the other mode than RAZORPAY_KEY_ID.', /does not know RAZORPAY_KEY_ID/],
    },
    'another secret': {keys: {keySecret: OTHER_SECRET}, said: [/does not know RAZORPAY_KEY_ID/]},
  }))
    test(`${what} than the shop has is wrong`, async ({openShop, razorpay}) => {
      const shop = await openShop();

      const {findings} = await makeOrder(
        endpointAt(shop.url, 'orders'),
        {product: 'tea'},
        {...account(razorpay.url), ...keys},
        visitOf(),
      );

      expect(saying(findings, 'wrong')).toEqual(
        said.map((words) => expect.stringMatching(words) as unknown),
      );
    });

  for (const amount of [500, 500.5, '500.00'])
    test(`a reply that says ${JSON.stringify(amount)} of what costs ₹500 is wrong`, async ({
      openShop,
      razorpay,
    }) => {
      const shop = await openShop();
      const visit = visitOf();
      const inRupees = visitOf({
        ask: async (question) => {
          const answer = await visit.ask(question);
          return question.url.startsWith(shop.url)
            ? {...answer, json: {...Object(answer.json), amount} as unknown}
            : answer;
        },
      });

      const {findings} = await makeOrder(
        endpointAt(shop.url, 'orders'),
        {product: 'tea'},
        account(razorpay.url),
        inRupees,
      );

      expect(findings.filter(({verdict}) => verdict === 'wrong')).toEqual([
        {
          verdict: 'wrong',
          says: `costs ₹500 at Razorpay, and the reply says "amount": ${JSON.stringify(amount)}.`,
          fix: 'Reply what Razorpay has, in the smallest unit: "amount": 50000.',
        },
      ]);
    });

  test('an order without line items opens the standard checkout', async ({openShop, razorpay}) => {
    const shop = await openShop();
    const endpoint = endpointAt(shop.url, 'orders');
    const visit = visitOf();
    const plain = visitOf({
      ask: async (question) => {
        for (const {id} of razorpay.orders.values()) razorpay.change(id, {line_items_total: null});
        return visit.ask(question);
      },
    });

    const {findings} = await makeOrder(endpoint, {}, account(razorpay.url), plain);

    expect(saying(findings, 'wrong')).toEqual([
      expect.stringMatching(/^has no line_items_total at Razorpay/),
    ]);
  });
});

test('a server that makes an order each time would have the shopper pay twice', async () => {
  let count = 0;
  const server = await serve((_, response) =>
    response.end(JSON.stringify({order_id: `order_${++count}`, key_id: KEY_ID})),
  );

  const {findings} = await makeOrder(
    endpointAt(server.url, 'orders'),
    {},
    {keyId: '', keySecret: '', baseUrl: ''},
    visitOf(),
  );

  expect(saying(findings, 'wrong')).toEqual(['makes another order for the same Idempotency-Key.']);
  server.close();
});

test('a server that gives no order is told what one is', async () => {
  const server = await serve((_, response) => response.end(JSON.stringify({id: ORDER_ID})));

  const {findings} = await makeOrder(
    endpointAt(server.url, 'orders'),
    {},
    {keyId: '', keySecret: '', baseUrl: ''},
    visitOf(),
  );

  expect(findings).toMatchObject([
    {
      verdict: 'wrong',
      says: 'answers 200 and gives no order.',
      fix: `What it has as "id" is to be "order_id": {"order_id": "${ORDER_ID}", "key_id": "rzp_…"}.`,
    },
  ]);
  server.close();
});
