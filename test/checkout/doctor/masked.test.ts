import {expect} from '@esm-bundle/chai';
import {masked, withoutPeople} from '../../../src/checkout/doctor/masked.js';

describe('what is masked', () => {
  it('keeps the last two digits of a phone number', () => {
    expect(masked('+91 90000-90001')).to.equal('+•• •••••-•••01');
    expect(masked('7')).to.equal('7');
  });

  it('is each phone number and e-mail address of a sentence, and no id', () => {
    expect(withoutPeople('Call 9000090001 or asha.rao+tea@mail.example.')).to.equal(
      'Call ••••••••01 or •••@•••.',
    );
    const ids = 'order_Sample00000001 is of rzp_test_1234567890abcd, ₹349.00 at 12:30.';
    expect(withoutPeople(ids)).to.equal(ids);
  });
});
