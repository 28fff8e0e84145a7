import {expect} from '@esm-bundle/chai';
import {SaleTurn} from '../../../src/pos/sale/sale-turn.js';
import type {PosOutcome} from '../../../src/pos/shell/outcome.js';
import {fakeClock} from '../../fixtures/browser/clock.js';
import {ORDER_ID} from '../../fixtures/samples.js';

const DOUBT = {type: 'unconfirmed', doubt: 'pending', orderId: ORDER_ID} as const;
const DONE: PosOutcome = {type: 'dismissed', reason: 'cancelled'};
const never = () => new Promise<PosOutcome>(() => undefined);

describe('a try of a sale', () => {
  it('answers with its end, however late', async () => {
    const turn = new SaleTurn();
    const answer = turn.answer(Promise.resolve(DONE));
    expect(await answer).to.equal(DONE);
  });

  it('answers each who waits that nobody knows, after 20 seconds of it', async () => {
    const clock = fakeClock();
    const turn = new SaleTurn();
    const told: PosOutcome[] = [];
    void turn.answer(never()).then((outcome) => told.push(outcome));
    turn.doubts(DOUBT);
    await clock.tickAsync(19_000);
    turn.knows();
    turn.doubts(DOUBT);
    void turn.cancel().then((outcome) => told.push(outcome));
    await clock.tickAsync(19_000);
    expect(told).to.be.empty;
    await clock.tickAsync(1_000);
    expect(told).to.deep.equal([DOUBT, DOUBT]);
  });

  it('tells the device once of each cancel', () => {
    const turn = new SaleTurn();
    expect(turn.takeCancel()).to.be.false;
    void turn.cancel();
    expect(turn.isCancelling).to.be.true;
    expect(turn.takeCancel()).to.be.true;
    expect(turn.takeCancel()).to.be.false;
    expect(turn.wasCancelled).to.be.true;
  });

  it('does not wait for what it does once it is cancelled', async () => {
    const turn = new SaleTurn();
    const work = turn.unlessCancelled(never());
    void turn.cancel();
    expect(await work).to.be.undefined;
  });

  it('is told by one tab at a time', async () => {
    const [first, second] = [new SaleTurn(true), new SaleTurn(true)];
    await first.tellAlone(ORDER_ID);
    await second.tellAlone(ORDER_ID);
    expect([first.isTeller, second.isTeller]).to.deep.equal([true, false]);
    first.end();
    await navigator.locks.request('another', () => undefined);
    await second.tellAlone('order_none');
    second.end();
  });
});
