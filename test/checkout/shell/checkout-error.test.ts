import {expect} from '@esm-bundle/chai';
import {CheckoutError} from '../../../src/checkout/shell/checkout-error.js';

describe('an error of the checkout', () => {
  it('has a code, a message, a cause, and says whether to try again', () => {
    const cause = new Error('offline');
    const error = new CheckoutError('script_failed', 'No script.', {cause, retryable: true});
    expect(error).to.be.an('error');
    expect(error).to.include({name: 'CheckoutError', code: 'script_failed', retryable: true});
    expect(error).to.include({message: 'No script.', cause});
    expect(new CheckoutError('config_invalid', 'No key.').retryable).to.be.false;
  });
});
