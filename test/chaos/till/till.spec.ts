// A tenth of `npm run chaos -- till`, the same each time: `npm run test:chaos`.
import {expect} from '@playwright/test';
import {onSqlite, test} from '../../fixtures/server/shop.js';
import {runScenario} from '../run-scenario.js';
import {findBroken, type SeenSale, type Witness} from './find-broken.js';
import {till} from './till.js';

const SEED = 20_261_126;

onSqlite(() => {
  test(
    'each sale of three tills on two devices is paid once or not at all, and known',
    {tag: '@chaos'},
    async ({place}) => {
      test.slow();
      const {figures, broken} = await runScenario(till, {seed: SEED, share: 0.1, place});

      expect(broken).toEqual([]);
      expect(figures).toMatchObject({sales: 50});
      expect(figures.kills).toBeGreaterThan(0);
      expect(figures.paid).toBeGreaterThan(0);
    },
  );
});

const PAID: SeenSale = {orderId: 'order_1', told: 'paid'};
const UNPAID: SeenSale = {orderId: 'order_2', told: 'failed'};
const AS_IT_SHOULD_BE: Witness = {
  captured: new Map([['order_1', 1]]),
  statuses: new Map([
    ['order_1', 'paid'],
    ['order_2', 'created'],
  ]),
  entered: ['order_1'],
  open: [],
};

for (const [what, changes, kind] of [
  ['nothing', {}, undefined],
  ['a payment too many', {captured: new Map([['order_1', 2]])}, 'paid twice'],
  [
    'a payment that the ledger has not',
    {
      captured: new Map([
        ['order_1', 1],
        ['order_2', 1],
      ]),
    },
    'lost',
  ],
  ['a payment that is none', {captured: new Map()}, 'lost'],
  ['one that was told twice', {entered: ['order_1', 'order_1']}, 'told twice or never'],
  ['one that was never told', {entered: []}, 'told twice or never'],
  [
    'one that nobody knows',
    {open: [{orderId: 'order_2', is: 'unconfirmed', remark: undefined}]},
    'unknown',
  ],
  ['one that was never sold', {entered: ['order_1', 'order_3']}, 'made up'],
] as const)
  test(`of a day at the till is found: ${what}`, () => {
    const broken = findBroken([PAID, UNPAID], {...AS_IT_SHOULD_BE, ...changes});

    expect(broken.map((sentence) => sentence.split(':')[0])).toEqual(
      kind === undefined ? [] : expect.arrayContaining([kind]),
    );
  });

test('a till that heard of a payment wrongly is found', () => {
  const told = {...UNPAID, told: 'paid'} as const;

  expect(findBroken([PAID, told], AS_IT_SHOULD_BE)).toEqual([
    'told otherwise: order_2 has 0 payments, and the till heard paid.',
  ]);
});
