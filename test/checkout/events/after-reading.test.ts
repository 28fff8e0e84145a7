import {expect} from '@esm-bundle/chai';
import {afterReading} from '../../../src/checkout/events/after-reading.js';
import {fakeClock} from '../../fixtures/browser/clock.js';
import {heldFrames} from '../../fixtures/browser/frames.js';

describe('an action that takes the place of another', () => {
  it('takes no press before it can have been read', () => {
    const clock = fakeClock();
    const frames = heldFrames();
    const done: string[] = [];
    const run = afterReading(() => done.push('bought'));
    // The tab is behind another one.
    clock.tick(60_000);
    run();
    frames.draw();
    run();
    clock.tick(1_900);
    run();
    expect(done).to.be.empty;
    clock.tick(100);
    run();
    expect(done).to.deep.equal(['bought']);
  });
});
