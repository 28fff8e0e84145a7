// The endpoints src/server/endpoints/magic/list-promotions.ts and
// src/server/endpoints/magic/apply-promotion.ts, with src/server/endpoints/magic/magic-request.ts,
// src/server/endpoints/magic/asked-order.ts and src/server/endpoints/magic/magic-refusal.ts, by which
// all endpoints read and answer Razorpay, and src/server/model/promotion.ts, src/server/model/asker.ts and src/server/model/awaitable.ts.
import {expect} from '@playwright/test';
import type {
  AppliedPromotion,
  Asker,
  Promotion,
  PromotionFailure,
  PromotionQuestion,
  Promotions,
} from '../../../../src/server.js';
import {hmacHex} from '../../../../src/server.js';
import {ENDPOINT_SECRET, KEY_ID, KEY_SECRET, SIGNATURE_SECRET} from '../../../fixtures/samples.js';
import {onEachDatabase, onSqlite, test, type Shop} from '../../../fixtures/server/shop.js';

const WELCOME: AppliedPromotion = {
  referenceId: 'promo-1',
  code: 'WELCOME',
  type: 'coupon',
  value: 5_000,
  valueType: 'percentage',
  description: '10% off',
};
const PROMOTIONS: Promotions = {
  list: () => [{code: 'WELCOME', summary: '10% off', description: 'On the first order'}],
  apply: () => WELCOME,
};

const questionOf = async (shop: Shop, orderId: string) => ({
  order_id: (await shop.checkout.order(orderId))!.receipt,
  contact: '+919000090000',
  email: 'asha@example.com',
});

onEachDatabase(() => {
  test('a code is applied as often as it is asked, and remembered once', async ({openShop}) => {
    const questions: PromotionQuestion[] = [];
    const shop = await openShop({
      promotions: {
        ...PROMOTIONS,
        apply: (question) => {
          questions.push(question);
          return WELCOME;
        },
      },
    });
    const orderId = await shop.order();
    const question = {...(await questionOf(shop, orderId)), email: '', code: ' welcome '};

    const replies = [
      await shop.post('/promotions/apply', question),
      await shop.post('/promotions/apply', {...question, email: 'void@razorpay.com'}),
    ];

    for (const {status, body} of replies) {
      expect(status).toBe(200);
      expect(body).toEqual({
        promotion: {
          reference_id: 'promo-1',
          code: 'WELCOME',
          type: 'coupon',
          value: 5_000,
          value_type: 'percentage',
          description: '10% off',
        },
      });
    }
    expect(questions).toMatchObject([
      {order: {id: orderId}, code: 'welcome', trusted: false},
      {code: 'welcome'},
    ]);
    expect(questions.map(({email}) => email)).toEqual([undefined, undefined]);
    expect((await shop.checkout.order(orderId))!.quotes.promotions).toEqual([
      {code: 'WELCOME', referenceId: 'promo-1', value: 5_000},
    ]);
    expect(shop.changes).toEqual([]);
  });

  test('after 20 codes in 10 minutes no more are tried for that order', async ({openShop}) => {
    let asked = 0;
    const shop = await openShop({
      promotions: {
        ...PROMOTIONS,
        apply: () => {
          asked++;
          return {failure: 'INVALID_PROMOTION', reason: 'There is no such code.'};
        },
      },
    });
    const other = await questionOf(shop, await shop.order('y'.repeat(22)));
    const question = await questionOf(shop, await shop.order());
    const guess = (code: number) =>
      shop.post('/promotions/apply', {...question, code: `TEA${code}`});
    for (let i = 0; i < 20; i++) await guess(i);

    const refused = await guess(20);
    shop.clock.now += 10 * 60_000 - 1;
    const early = await guess(21);
    const ofAnother = await shop.post('/promotions/apply', {...other, code: 'TEA'});
    shop.clock.now += 1;
    const late = await guess(22);

    for (const {status, body} of [refused, early]) {
      expect(status).toBe(400);
      expect(body).toEqual({
        failure_code: 'REQUIREMENT_NOT_MET',
        failure_reason: expect.stringContaining('Too many codes'),
      });
    }
    for (const {body} of [ofAnother, late])
      expect(body).toMatchObject({failure_code: 'INVALID_PROMOTION'});
    expect(asked).toBe(22);
  });

  test('two processes that are asked at once let 20 codes through', async ({
    openShop,
    processes,
  }) => {
    const urls = [(await processes.start()).url, (await processes.start()).url];
    const shop = await openShop({promotions: PROMOTIONS});
    const question = {...(await questionOf(shop, await shop.order())), code: 'GUESS'};

    const codes = await Promise.all(
      Array.from({length: 60}, async (_, i) => {
        const reply = await fetch(`${urls[i % 2]!}/promotions/apply`, {
          method: 'POST',
          headers: {'Content-Type': 'application/json'},
          body: JSON.stringify(question),
        });
        return ((await reply.json()) as {failure_code: string}).failure_code;
      }),
    );

    expect(codes.filter((code) => code === 'INVALID_PROMOTION')).toHaveLength(20);
    expect(codes.filter((code) => code === 'REQUIREMENT_NOT_MET')).toHaveLength(40);
  });
});

onSqlite(() => {
  test('the codes of the merchant are listed', async ({openShop}) => {
    const askers: Asker[] = [];
    const shop = await openShop({
      promotions: {
        ...PROMOTIONS,
        list: (asker) => {
          askers.push(asker);
          return [
            {code: 'WELCOME', summary: '10% off', description: 'On the first order'},
            {code: 'TEA', summary: '₹50 off'},
          ];
        },
      },
    });
    const orderId = await shop.order();

    const reply = await shop.post('/promotions', await questionOf(shop, orderId));

    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      promotions: [
        {code: 'WELCOME', summary: '10% off', description: 'On the first order'},
        {code: 'TEA', summary: '₹50 off'},
      ],
    });
    expect(askers).toMatchObject([
      {
        order: {id: orderId, status: 'created'},
        contact: '+919000090000',
        email: 'asha@example.com',
        trusted: false,
      },
    ]);
  });

  test('no codes are listed, and the merchant is told, when the list is none', async ({
    openShop,
  }) => {
    const failure = new Error('The table is locked.');
    const lists: Promotions['list'][] = [
      () => Promise.reject(failure),
      () => [{code: 'TEA'} as Promotion],
    ];
    let list = lists[0]!;
    const shop = await openShop({promotions: {...PROMOTIONS, list: (asker) => list(asker)}});
    const question = await questionOf(shop, await shop.order());

    const replies = [];
    for (list of lists) replies.push(await shop.post('/promotions', question));

    for (const {status, body} of replies) {
      expect(status).toBe(200);
      expect(body).toEqual({promotions: []});
    }
    expect(shop.errors.map(String)).toEqual([
      'Error: The table is locked.',
      expect.stringContaining('as [0].summary. It must be a text'),
    ]);
  });

  test('a code without a name of its own is called as it was typed', async ({openShop}) => {
    const shop = await openShop({
      promotions: {...PROMOTIONS, apply: () => ({...WELCOME, code: undefined})},
    });
    const question = {...(await questionOf(shop, await shop.order())), code: 'tea'};

    const {body} = await shop.post('/promotions/apply', question);

    expect(body).toMatchObject({promotion: {code: 'tea'}});
  });

  test.describe('a code is refused with the reason of the merchant', () => {
    const FAILURES: PromotionFailure[] = [
      {failure: 'INVALID_PROMOTION', reason: 'There is no such code.'},
      {failure: 'LOGIN_REQUIRED', reason: 'This code is for members. Sign in first.'},
      {failure: 'REQUIREMENT_NOT_MET', reason: 'From ₹1000 on.'},
    ];
    for (const failed of FAILURES)
      test(failed.failure, async ({openShop}) => {
        const shop = await openShop({promotions: {...PROMOTIONS, apply: () => failed}});
        const orderId = await shop.order();

        const reply = await shop.post('/promotions/apply', {
          ...(await questionOf(shop, orderId)),
          code: 'TEA',
        });

        expect(reply.status).toBe(400);
        expect(reply.body).toEqual({failure_code: failed.failure, failure_reason: failed.reason});
        expect((await shop.checkout.order(orderId))!.quotes.promotions).toEqual([]);
        expect(shop.errors).toEqual([]);
      });
  });

  test.describe('a promotion that cannot be is not applied, and the merchant is told', () => {
    const CASES: Record<string, [returned: unknown, complaint: string]> = {
      nothing: [
        undefined,
        'returned nothing. Write {referenceId, type, value, valueType} or {failure, reason}.',
      ],
      'a failure of another word': [
        {failure: 'EXPIRED', reason: 'Late.'},
        'returned "EXPIRED" as failure. It must be "INVALID_PROMOTION" or',
      ],
      'a failure without a reason': [{failure: 'INVALID_PROMOTION'}, 'nothing as reason. It must'],
      'a value in percent': [
        {...WELCOME, value: 12.5},
        'returned 12.5 as value. It must be an integer of paise, 1 or more.',
      ],
      'no value': [{...WELCOME, value: 0}, 'returned 0 as value. It must be'],
      'more than the order costs': [{...WELCOME, value: 50_001}, 'value of 50001 for an order of'],
      "Razorpay's spelling": [{...WELCOME, value_type: 'BXGY'}, 'unknown field "value_type"'],
    };
    for (const [what, [returned, complaint]] of Object.entries(CASES))
      test(what, async ({openShop}) => {
        const shop = await openShop({
          promotions: {...PROMOTIONS, apply: () => returned as AppliedPromotion},
        });
        const orderId = await shop.order();

        const reply = await shop.post('/promotions/apply', {
          ...(await questionOf(shop, orderId)),
          code: 'TEA',
        });

        expect(reply.status).toBe(500);
        expect(reply.body).toEqual({
          failure_code: 'INTERNAL',
          failure_reason: 'Something went wrong in the shop.',
        });
        expect((await shop.checkout.order(orderId))!.quotes.promotions).toEqual([]);
        expect(shop.errors.map(String)).toEqual([expect.stringContaining(complaint)]);
      });
  });

  test.describe('is refused by both', () => {
    const CASES: Record<string, [changes: object, status: number, code: string]> = {
      'an unknown receipt': [{order_id: 'x'.repeat(32)}, 400, 'VALIDATION_ERROR'],
      'no receipt': [{order_id: ''}, 400, 'VALIDATION_ERROR'],
      'the id of another order': [{razorpay_order_id: 'Another'}, 400, 'VALIDATION_ERROR'],
    };
    for (const [what, [changes, status, code]] of Object.entries(CASES))
      test(what, async ({openShop}) => {
        const shop = await openShop({promotions: PROMOTIONS});
        const question = {...(await questionOf(shop, await shop.order())), code: 'TEA', ...changes};

        for (const path of ['/promotions', '/promotions/apply']) {
          const reply = await shop.post(path, question);
          expect(reply.status, path).toBe(status);
          expect(reply.body, path).toEqual({
            failure_code: code,
            failure_reason: 'Invalid merchant order id',
          });
        }
      });

    test('an order that is paid', async ({openShop, razorpay}) => {
      const shop = await openShop({promotions: PROMOTIONS});
      const orderId = await shop.order();
      const question = {...(await questionOf(shop, orderId)), code: 'TEA'};
      await shop.post('/verify', await razorpay.pay(orderId));

      for (const path of ['/promotions', '/promotions/apply'])
        expect(await shop.post(path, question), path).toMatchObject({
          status: 403,
          body: {failure_code: 'INVALID_STATE'},
        });
    });

    test('a shop without promotions', async ({shop}) => {
      const question = {...(await questionOf(shop, await shop.order())), code: 'TEA'};

      for (const path of ['/promotions', '/promotions/apply'])
        expect(await shop.post(path, question), path).toMatchObject({
          status: 404,
          body: {failure_code: 'NOT_FOUND'},
        });
    });
  });

  for (const [what, code] of Object.entries({
    'no code': undefined,
    'an empty code': ' ',
    'a code without end': 'x'.repeat(101),
    'a code that no log takes': 'TEA\nTEA',
    'a code that is none': 7,
  }))
    test(`${what} is refused before the merchant is asked`, async ({openShop}) => {
      let asked = 0;
      const shop = await openShop({
        promotions: {
          ...PROMOTIONS,
          apply: () => {
            asked++;
            return WELCOME;
          },
        },
      });
      const question = {...(await questionOf(shop, await shop.order())), code};

      const reply = await shop.post('/promotions/apply', question);

      expect(reply).toMatchObject({status: 400, body: {failure_code: 'VALIDATION_ERROR'}});
      expect(asked).toBe(0);
    });

  test.describe('a request is', () => {
    const BODY = (receipt: string) =>
      JSON.stringify({order_id: receipt, contact: '+91900', z: 0.5});
    const sign = (body: string, secret = SIGNATURE_SECRET) => hmacHex(secret, body);
    const CASES: Record<
      string,
      [signature: (body: string) => Promise<string | undefined>, status: number, codes: string[]]
    > = {
      'trusted when its body is signed': [(body) => sign(body), 200, ['TEA', 'ASHA']],
      'trusted when it is signed with the secret of before': [
        (body) => sign(body, 'secret_of_before'),
        200,
        ['TEA', 'ASHA'],
      ],
      'not trusted without a signature': [() => Promise.resolve(undefined), 200, ['TEA']],
      'refused when another body was signed': [(body) => sign(`${body} `), 403, []],
      'refused when it is signed with another secret': [(body) => sign(body, 'guess'), 403, []],
      'refused when the signature is none': [() => Promise.resolve('trust me'), 403, []],
    };
    for (const [what, [signatureOf, status, codes]] of Object.entries(CASES))
      test(what, async ({openShop, razorpay}) => {
        const shop = await openShop({
          razorpay: {
            keyId: KEY_ID,
            keySecret: KEY_SECRET,
            baseUrl: razorpay.url,
            signatureSecret: [SIGNATURE_SECRET, 'secret_of_before'],
          },
          promotions: {
            ...PROMOTIONS,
            list: () => [
              {code: 'TEA', summary: '₹50 off'},
              {code: 'ASHA', summary: 'For you', personal: true},
            ],
          },
        });
        const body = BODY((await shop.checkout.order(await shop.order()))!.receipt);
        const signature = await signatureOf(body);

        const reply = await shop.post('/promotions', body, {
          ...(signature !== undefined && {'X-Razorpay-Signature': signature}),
        });

        expect(reply.status).toBe(status);
        const {promotions = []} = reply.body as {promotions?: {code: string}[]};
        expect(promotions.map(({code}) => code)).toEqual(codes);
        if (status === 403)
          expect(reply.body).toEqual({
            failure_code: 'FORBIDDEN',
            failure_reason: 'The signature does not match.',
          });
      });

    test('not trusted where no secret was registered', async ({openShop}) => {
      const askers: Asker[] = [];
      const shop = await openShop({
        promotions: {...PROMOTIONS, list: (asker) => (askers.push(asker), [])},
      });
      const body = BODY((await shop.checkout.order(await shop.order()))!.receipt);

      const {status} = await shop.post('/promotions', body, {
        'X-Razorpay-Signature': await sign(body),
      });

      expect(status).toBe(200);
      expect(askers).toMatchObject([{trusted: false}]);
    });
  });

  test.describe('with a secret in the address', () => {
    const CASES: Record<string, [query: string, status: number]> = {
      'the secret is let in': [`?key=${ENDPOINT_SECRET}`, 200],
      'the secret of before is let in': ['?key=key+of%20before:%2016', 200],
      'none is refused': ['', 403],
      'an empty one is refused': ['?key=', 403],
      'another is refused': [`?key=${ENDPOINT_SECRET}x`, 403],
    };
    for (const [what, [query, status]] of Object.entries(CASES))
      test(what, async ({openShop}) => {
        const shop = await openShop({
          promotions: PROMOTIONS,
          shipping: () => [],
          endpointSecret: [ENDPOINT_SECRET, 'key of before: 16'],
        });
        const question = {
          ...(await questionOf(shop, await shop.order())),
          code: 'TEA',
          addresses: [],
        };

        for (const path of ['/shipping-info', '/promotions', '/promotions/apply'])
          expect((await shop.post(path + query, question)).status, path).toBe(status);
        const stranger = {...question, order_id: 'x'.repeat(32)};
        expect((await shop.post(`/promotions${query}`, stranger)).status).toBe(
          status === 200 ? 400 : status,
        );
      });
  });
});

test('promotions that never answer do not keep Razorpay waiting for its 10 seconds', async ({
  openShop,
}) => {
  const never = () => new Promise<never>(() => undefined);
  const shop = await openShop({promotions: {list: never, apply: never}});
  const question = {...(await questionOf(shop, await shop.order())), code: 'TEA'};

  const [listed, applied] = await Promise.all([
    shop.post('/promotions', question),
    shop.post('/promotions/apply', question),
  ]);

  expect(listed.body).toEqual({promotions: []});
  expect(applied).toMatchObject({status: 500, body: {failure_code: 'INTERNAL'}});
  expect(shop.errors.map(String)).toEqual([
    expect.stringContaining('more than 8000 ms'),
    expect.stringContaining('more than 8000 ms'),
  ]);
});
