import {expect} from '@playwright/test';
import {Background} from '../../../src/server/runtime/background.js';
import {test} from '../../fixtures/server/test.js';

test('it is idle until work begins, and again once all of it is over', async () => {
  const background = new Background(() => undefined);
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => ends.push(resolve));

  expect(background.whenIdle).toBeUndefined();
  const both = [background.run(work), background.run(work)];
  let isIdle = false;
  const idle = background.whenIdle?.then(() => (isIdle = true));
  ends[0]!();
  await both[0];
  expect(isIdle).toBe(false);
  ends[1]!();
  await idle;
  await both[1];

  expect(background.whenIdle).toBeUndefined();
});

test('what fails is reported, and is over like what succeeds', async () => {
  const reported: unknown[] = [];
  const background = new Background((error) => reported.push(error));
  const failure = new Error('The mail server is down.');

  await background.run(() => Promise.reject(failure));

  expect(reported).toEqual([failure]);
  expect(background.whenIdle).toBeUndefined();
});
