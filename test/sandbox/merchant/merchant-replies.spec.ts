// What a merchant's endpoints answer, held to the documentation: src/wire/endpoints/replies.ts
// and src/sandbox/merchant/merchant-server.ts. How the checkout shows it is in
// test/sandbox/browser/frame/magic-checkout.spec.ts.
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {ask} from '../../fixtures/sandbox/attempt.js';
import {METHODS, startEndpoints, type Endpoints} from '../../fixtures/sandbox/endpoints.js';
import {expect, test} from '../../fixtures/sandbox/merchant.js';
import {createOrder} from '../../fixtures/sandbox/rest.js';

let sandbox: Sandbox;
let endpoints: Endpoints;
let orderId: string;
test.beforeEach(async () => {
  sandbox = await createSandbox();
  endpoints = await startEndpoints();
  Object.assign(sandbox.merchant, endpoints.urls);
  orderId = await createOrder(sandbox);
});
test.afterEach(async () => {
  endpoints.close();
  await sandbox.close();
});

interface Reply {
  readonly methods?: readonly object[];
  readonly promotions?: readonly object[];
  readonly promotion?: object;
  readonly error?: {readonly reason: string; readonly metadata: {readonly problem?: string}};
}

/** Has the sandbox ask one of the endpoints, as the frame would have it. */
const askFor = (what: string, fields: object = {}): Promise<Reply> =>
  ask(sandbox, `/${what}`, {
    key_id: sandbox.keyId,
    order_id: orderId,
    contact: '9876543210',
    ...fields,
  }) as Promise<Reply>;

const place = {zipcode: '560001', country: 'IN', state: 'Karnataka'};
const address = {id: '0', zipcode: '560001', state_code: 'KA', country: 'IN'};
const method = METHODS[0]!;
const nested = (changes: object, of: object = address): object => ({
  addresses: [{...of, shipping_methods: [{...method, ...changes}]}],
});
const flat = {...address, serviceable: true, cod: true, shipping_fee: 5_000, cod_fee: null};
const without = (field: string, of: object): object =>
  Object.fromEntries(Object.entries(of).filter(([name]) => name !== field));

test.describe('shipping info', () => {
  for (const [what, answer, problem] of [
    [
      'an address without a zipcode',
      nested({}, without('zipcode', address)),
      'addresses[0].zipcode must be a text.',
    ],
    [
      'an address with an empty zipcode',
      nested({}, {...address, zipcode: ' '}),
      'addresses[0].zipcode must be a text.',
    ],
    [
      'an address without a country',
      nested({}, without('country', address)),
      'addresses[0].country must be two letters.',
    ],
    [
      'a country in full',
      nested({}, {...address, country: 'India'}),
      'addresses[0].country must be two letters.',
    ],
    [
      'a flat address without a zipcode',
      {addresses: [without('zipcode', flat)]},
      'addresses[0].zipcode must be a text.',
    ],
    [
      'a flat address without a country',
      {addresses: [without('country', flat)]},
      'addresses[0].country must be two letters.',
    ],
    [
      'a fee for cash on delivery where there is none',
      nested({cod: false, cod_fee: 1_000}),
      'addresses[0].shipping_methods[0].cod_fee must be 0 where cod is false.',
    ],
    [
      'such a fee in the flat shape',
      {addresses: [{...flat, cod: false, cod_fee: 1_000}]},
      'addresses[0].cod_fee must be 0 where cod is false.',
    ],
    [
      'cash on delivery without its fee',
      nested({cod_fee: undefined}),
      'addresses[0].shipping_methods[0].cod_fee must be an integer in paise.',
    ],
    [
      'an address that was not asked for',
      {addresses: [flat, {...flat, id: '7'}]},
      'addresses[1].id is "7", and only "0" was asked for.',
    ],
    [
      'one address twice',
      {addresses: [flat, {...flat, shipping_fee: 1}]},
      'addresses[1].id is "0" once more.',
    ],
    [
      'another address alone',
      {addresses: [{...flat, id: '7'}]},
      'addresses has none with the id "0".',
    ],
    [
      'two methods with one id',
      {addresses: [{...address, shipping_methods: [method, {...method, name: 'Express'}]}]},
      `addresses[0].shipping_methods[1].id is "${method.id}" once more.`,
    ],
    ['no addresses', {}, 'addresses must be a list.'],
    ['a fee in rupees', nested({shipping_fee: 49.5}), 'shipping_fee must be an integer in paise.'],
    [
      'a fee that pays the shopper',
      nested({shipping_fee: -1}),
      'shipping_fee must not be negative.',
    ],
    ['words for a flag', nested({serviceable: 'true'}), 'serviceable must be true or false.'],
    ['a method without a name', nested({name: undefined}), 'name must be a text.'],
  ] as const) {
    test(`with ${what} is named as wrong`, async () => {
      endpoints.answers['/shipping-info'] = answer;
      const {error} = await askFor('shipping', place);
      expect(error?.reason).toBe('merchant_endpoint_failed');
      expect(error?.metadata.problem).toContain(problem);
      expect(sandbox.merchantCalls()).toMatchObject([
        {answer: 200, problem: error?.metadata.problem},
      ]);
    });
  }

  for (const [what, answer] of Object.entries({
    'the documented shape': nested({}),
    'a zipcode that is not the one that was asked for, as in the sample': nested(
      {},
      {...address, zipcode: '560000'},
    ),
    'a country in small letters': nested({}, {...address, country: 'in'}),
    'no fee where there is no cash on delivery': nested({cod: false, cod_fee: undefined}),
    "WooCommerce's flat shape": {addresses: [flat]},
    'fields that nobody documents': nested({eta: 'tomorrow'}, {...address, serviceable: true}),
  })) {
    test(`with ${what} is taken`, async () => {
      endpoints.answers['/shipping-info'] = answer;
      const {error, methods} = await askFor('shipping', place);
      expect(error).toBe(undefined);
      expect(methods).toHaveLength(1);
      expect(sandbox.merchantCalls()).toEqual([
        expect.not.objectContaining({problem: expect.anything()}),
      ]);
    });
  }
});

const promotion = {reference_id: 'ref_1', type: 'coupon', code: 'TEA50', value: 5_000};

test.describe('a promotion', () => {
  for (const [what, changes, problem] of [
    [
      'that is larger than the order',
      {value: 50_001},
      'promotion.value is 50001, and the order comes to 50000.',
    ],
    ['of another code', {code: 'COFFEE'}, 'promotion.code is "COFFEE", and "TEA50" was asked for.'],
    ['without a reference', {reference_id: undefined}, 'promotion.reference_id must be a text.'],
    ['of half a paisa', {value: 0.5}, 'promotion.value must be an integer in paise.'],
    ['that raises the price', {value: -1}, 'promotion.value must not be negative.'],
    ['of a type of nobody', {type: 'gift'}, 'promotion.type must be coupon or offer.'],
    [
      'of a value_type of nobody',
      {value_type: 'rupees'},
      'promotion.value_type must be fixed_amount, percentage or BXGY.',
    ],
  ] as const) {
    test(`${what} is named as wrong`, async () => {
      endpoints.answers['/promotions/apply'] = {promotion: {...promotion, ...changes}};
      const {error} = await askFor('promotions/apply', {code: 'TEA50'});
      expect(error?.metadata.problem).toBe(problem);
      expect(sandbox.merchantCalls()).toMatchObject([{answer: 200, problem}]);
    });
  }

  for (const [what, answer] of Object.entries({
    'as WooCommerce answers': {code: 'TEA50', reference_id: 'TEA50', value: 5_000},
    'as the documentation has it': {...promotion, value_type: 'fixed_amount', description: 'x'},
    'of the whole order': {...promotion, value: 50_000},
    'whose code is written in another way': {...promotion, code: 'tea50'},
  })) {
    test(`${what} is taken`, async () => {
      endpoints.answers['/promotions/apply'] = {promotion: answer};
      expect(await askFor('promotions/apply', {code: 'TEA50'})).toMatchObject({
        promotion: {value: answer.value},
      });
    });
  }

  test('is held to what is asked for where that is less than the goods cost', async () => {
    orderId = await createOrder(sandbox, {amount: 40_000});
    endpoints.answers['/promotions/apply'] = {promotion: {...promotion, value: 45_000}};
    const {error} = await askFor('promotions/apply', {code: 'TEA50'});
    expect(error?.metadata.problem).toContain('the order comes to 40000');
  });

  test('is held to what is asked for, not to what an earlier promotion left of it', async () => {
    const taken = {code: 'TEA10', value: 30_000};
    await sandbox.pay(orderId, {outcome: 'failed', magic: {promotion: taken}});
    endpoints.answers['/promotions/apply'] = {promotion: {...promotion, value: 45_000}};
    expect(await askFor('promotions/apply', {code: 'TEA50'})).toMatchObject({
      promotion: {value: 45_000},
    });
  });

  test('is held to what the goods cost, not to what an earlier try made of the order', async () => {
    await sandbox.pay(orderId, {outcome: 'failed', magic: {shippingFee: 9_000}});
    endpoints.answers['/promotions/apply'] = {promotion: {...promotion, value: 55_000}};
    const {error} = await askFor('promotions/apply', {code: 'TEA50'});
    expect(error?.metadata.problem).toContain('the order comes to 50000');
  });
});

test.describe('the list of promotions', () => {
  for (const [what, answer, problem] of [
    ['without a list', {}, 'promotions must be a list.'],
    ['with a promotion without a code', [{summary: 'x'}], 'promotions[0].code must be a text.'],
    ['with one without a summary', [{code: 'X'}], 'promotions[0].summary must be a text.'],
    [
      'with one code twice',
      [
        {code: 'X', summary: 'x'},
        {code: 'X', summary: 'y'},
      ],
      'promotions[1].code is "X" once more.',
    ],
  ] as const) {
    test(`${what} is named as wrong`, async () => {
      endpoints.answers['/promotions'] = Array.isArray(answer) ? {promotions: answer} : {};
      const {error} = await askFor('promotions');
      expect(error?.metadata.problem).toBe(problem);
      expect(sandbox.merchantCalls()).toMatchObject([{problem}]);
    });
  }
});

for (const [what, path, field, flag] of [
  ['shipping', '/shipping-info', 'shippingInfoUrl', '--no-shipping'],
  ['promotions', '/promotions', 'promotionsUrl', '--no-promotions'],
  ['promotions/apply', '/promotions/apply', 'applyPromotionUrl', '--no-promotions'],
] as const)
  test(`where ${path} is not there, it is said how a shop has none`, async () => {
    endpoints.answers[path] = [404, {}];
    const {error} = await askFor(what, {...place, code: 'TEA50'});
    expect(error?.metadata.problem).toContain('answered 404');
    expect(error?.metadata.problem).toContain(`sandbox.merchant.${field} = null`);
    expect(error?.metadata.problem).toContain(flag);
  });
