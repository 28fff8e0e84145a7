import {expect} from '@esm-bundle/chai';
import * as vocabulary from '../../src/checkout/vocabulary.js';

it('the vocabulary has the error and every event as values', () => {
  expect(Object.keys(vocabulary).sort()).to.deep.equal([
    'CheckoutError',
    'RzpAnalyticsEvent',
    'RzpAttemptFailedEvent',
    'RzpDismissEvent',
    'RzpErrorEvent',
    'RzpOpenEvent',
    'RzpPaymentEvent',
    'RzpStateChangeEvent',
    'RzpSuccessEvent',
    'RzpUnconfirmedEvent',
  ]);
});
