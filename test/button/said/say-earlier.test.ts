import {expect} from '@esm-bundle/chai';
import {sayEarlier} from '../../../src/button/said/say-earlier.js';
import type {CartOutcome} from '../../../src/checkout/events/carts.js';
import {ORDER_ID as orderId} from '../../fixtures/samples.js';

describe('what is said of an earlier purchase', () => {
  it('is said once at each button, which sells, with nothing to do about it', () => {
    const shown: CartOutcome[] = [];
    const told = {said: 'earlierPaid', orderId} as const;
    const cart: CartOutcome = {
      keys: ['cart'],
      state: 'paid',
      telling: {told, deeds: [{name: 'buyAgain', run: () => undefined}]},
      outcome: Promise.resolve({type: 'success', status: 'paid', orderId, paymentId: ''}),
      target: undefined,
      reset: () => undefined,
    };
    const [button, twin] = [{}, {}];
    for (const each of [button, button, twin])
      sayEarlier(each, cart, (earlier) => shown.push(earlier));
    expect(shown.map(({state, telling}) => ({state, telling}))).to.deep.equal([
      {state: 'idle', telling: {told}},
      {state: 'idle', telling: {told}},
    ]);
  });
});
