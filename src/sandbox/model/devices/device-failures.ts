import type {ActivityError} from './device.js';
import type {PaymentFailure} from '../entities.js';

/**
 * How a checkout on a device ends without a payment, in the gateway's words. Source and step are
 * published of a declined card only.
 *
 * https://github.com/razorpay/razorpay-python/blob/master/documents/posGateway.md
 */

const fromDevice = (code: string, description: string): ActivityError => ({
  code,
  description,
  source: 'DEVICE',
});

export const cardDeclined = (reason: string): ActivityError => ({
  ...fromDevice('CARD_DECLINED', 'Transaction was declined by the card issuer'),
  step: 'AUTHORIZATION',
  reason,
});

export const INSUFFICIENT_FUNDS = 'Insufficient funds';
export const CARD_READ_ERROR = fromDevice('CARD_READ_ERROR', 'Failed to read card data');
export const INVALID_PIN = fromDevice('INVALID_PIN', 'Incorrect PIN entered');
export const TIMEOUT = fromDevice('TIMEOUT', 'Transaction timed out');
export const TRANSACTION_CANCELLED = fromDevice(
  'TRANSACTION_CANCELLED',
  'User cancelled transaction',
);
export const NETWORK_ERROR = fromDevice('NETWORK_ERROR', 'Device network connectivity issue');
export const DEVICE_MALFUNCTION = fromDevice('DEVICE_MALFUNCTION', 'Hardware malfunction');

/** The same of an activity that never reached its device, or of one that ended none. */
export const DEVICE_NOT_CONNECTED: ActivityError = {
  code: 'BAD_REQUEST_ERROR',
  reason: 'device_not_connected',
};
export const CHECKOUT_NOT_FOUND: ActivityError = {
  code: 'BAD_REQUEST_ERROR',
  reason: 'checkout_not_found',
};

/** What the payment says that was tried with a wrong PIN. */
export const PIN_FAILURE: PaymentFailure = {
  code: 'BAD_REQUEST_ERROR',
  description: 'Payment failed because an incorrect PIN was entered.',
  source: 'customer',
  step: 'payment_authentication',
  reason: 'incorrect_pin',
};
