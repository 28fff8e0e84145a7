import {expect} from '@esm-bundle/chai';
import {inTime} from '../../../src/checkout/language/in-time.js';
import {fakeClock} from '../../fixtures/browser/clock.js';

it('words are waited for, and not for long', async () => {
  await inTime(Promise.resolve());
  const clock = fakeClock();
  let isOver = false;
  const waiting = inTime(new Promise(() => undefined)).then(() => (isOver = true));
  await clock.tickAsync(999);
  expect(isOver).to.equal(false);
  await clock.tickAsync(1);
  await waiting;
});
