import {expect} from '@esm-bundle/chai';
import '../../../../src/button/define.js';
import {EVENT_NAMES} from '../../../../src/checkout/events/event-names.js';
import {misheard} from '../../../../src/checkout/doctor/spelling/misheard.js';

const said = (...types: string[]) => {
  const button = document.createElement('rzp-magic-button');
  for (const type of types) button.addEventListener(type, () => undefined);
  return misheard(button, EVENT_NAMES);
};

describe('an event that an element is listened to by and that never comes', () => {
  for (const [written, meant] of [
    ['rzp-sucess', 'rzp-success'],
    ['rzp-succes', 'rzp-success'],
    ['rzpSuccess', 'rzp-success'],
    ['rzp:success', 'rzp-success'],
    ['RZP-SUCCESS', 'rzp-success'],
    ['rzp-state-change', 'rzp-statechange'],
    ['rzp-payments', 'rzp-payment'],
    ['rzp-dismissed', 'rzp-dismiss'],
    ['onrzp-error', 'rzp-error'],
    ['success', 'rzp-success'],
    // As React 19 listens for onSucess, and for onPayment.
    ['Sucess', 'rzp-success'],
    ['Payment', 'rzp-payment'],
  ] as const)
    it(`is told with the one that was meant: ${written}`, () => {
      expect(said(written)).to.deep.equal([
        `${written} is no event of <rzp-magic-button>, and never comes. Listen to ${meant}.`,
      ]);
    });

  it('is told with all that there are, where none is near', () => {
    expect(said('rzp-refunded')).to.deep.equal([
      `rzp-refunded is no event of <rzp-magic-button>, and never comes. There are: ${EVENT_NAMES.join(', ')}.`,
    ]);
  });

  it('is none of ours, of the browser’s or of somebody else’s', () => {
    const others = [
      'click',
      'error',
      'focusin',
      'toggle',
      'pointerenter',
      'cart:changed',
      'opened',
    ];
    expect(said(...EVENT_NAMES, ...others)).to.deep.equal([]);
  });
});
