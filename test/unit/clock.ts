import {useFakeTimers, type SinonFakeTimers} from 'sinon';

let clock: SinonFakeTimers | undefined;

/** Puts the clock into the test's hands until it ends. The network goes on in real time. */
export function fakeClock(): SinonFakeTimers {
  return (clock = useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.now()}));
}

afterEach(() => {
  clock?.restore();
  clock = undefined;
});
