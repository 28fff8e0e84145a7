// A tenth of `npm run chaos -- mandates`, the same each time: `npm run test:chaos`.
import {expect} from '@playwright/test';
import {onSqlite, test} from '../../fixtures/server/shop.js';
import {runScenario} from '../run-scenario.js';
import {mandates} from './mandates.js';

const SEED = 20_261_126;

onSqlite(() => {
  test(
    'no charge is made twice, lost or told twice by two processes of which one is killed',
    {tag: '@chaos'},
    async ({place}) => {
      test.slow();
      const {figures, broken} = await runScenario(mandates, {seed: SEED, share: 0.1, place});

      expect(broken).toEqual([]);
      expect(figures).toMatchObject({mandates: 20, 'charges asked': 100});
      expect(figures.kills).toBeGreaterThan(0);
    },
  );
});
