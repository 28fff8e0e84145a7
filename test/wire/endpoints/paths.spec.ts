import {expect} from '@playwright/test';
import {ENDPOINT_PATHS} from '../../../src/wire/endpoints/paths.js';
import {test} from '../../fixtures/server/test.js';

test('no two endpoints are at one address', () => {
  const paths = Object.values(ENDPOINT_PATHS);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => !/^(\/[a-z-]+)+$/.test(path))).toEqual([]);
});
