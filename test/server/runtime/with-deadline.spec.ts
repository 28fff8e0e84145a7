// With its neighbour src/server/runtime/wait-at-most.ts, which gives up without an error.
import {expect} from '@playwright/test';
import {waitAtMost} from '../../../src/server/runtime/wait-at-most.js';
import {withDeadline} from '../../../src/server/runtime/with-deadline.js';
import {test} from '../../fixtures/server/test.js';

const never = new Promise<never>(() => undefined);
const failure = new Error('No courier.');

test('work in time gives what it gives, and fails as it fails', async () => {
  expect(await withDeadline(60_000, Promise.resolve(7), 'Too long.')).toBe(7);
  expect(await withDeadline(60_000, 7, 'Too long.')).toBe(7);
  await expect(withDeadline(60_000, Promise.reject(failure), 'Too long.')).rejects.toBe(failure);
});

test('work that takes longer fails with the complaint', async () => {
  await expect(withDeadline(1, never, 'It took too long.')).rejects.toThrow('It took too long.');
});

test('who waits at most so long goes on by itself, and hears of a failure before', async () => {
  await waitAtMost(60_000, Promise.resolve());
  await waitAtMost(1, never);
  await expect(waitAtMost(60_000, Promise.reject(failure))).rejects.toBe(failure);
});
