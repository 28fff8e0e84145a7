// A tenth of `npm run chaos -- orders`, the same each time: `npm run test:chaos`; half of that on one
// database in `npm test`.
import {expect} from '@playwright/test';
import {onEachDatabase, onSqlite, test} from '../../fixtures/server/shop.js';
import {runScenario} from '../run-scenario.js';
import {findBroken, orders} from './orders.js';

const SEED = 20_261_122;

const TITLE = 'no order is lost or sold twice by two processes of which one is killed';

onSqlite(() => {
  test(`${TITLE}, ten orders`, async ({place}) => {
    const {figures, broken} = await runScenario(orders, {seed: SEED, share: 0.05, place});

    expect(broken).toEqual([]);
    expect(figures).toMatchObject({orders: 10, 'times told': 80, sales: 10});
  });
});

onEachDatabase(() => {
  test(TITLE, {tag: '@chaos'}, async ({place}) => {
    test.slow();
    const {figures, broken} = await runScenario(orders, {seed: SEED, share: 0.1, place});

    expect(broken).toEqual([]);
    expect(figures).toMatchObject({orders: 20, 'times told': 160, sales: 20});
  });
});

test('what is lost, sold twice, never passed on or made up is found', () => {
  const broken = findBroken(['order_1', 'order_2'], ['order_1', 'order_1', 'order_3'], ['order_1']);

  expect(broken).toEqual([
    'order_1 was sold 2 times.',
    'order_2 was sold 0 times.',
    'order_2 was never passed on.',
    "order_3 is nobody's.",
  ]);
});
