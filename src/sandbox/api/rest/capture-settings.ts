import {invalidField, type ApiError} from '../../model/api-error.js';
import type {CaptureSettings} from '../../model/capture-settings.js';
import {DEFAULT_CAPTURE} from '../../model/capture-settings.js';
import {readFields, type Read} from './read-fields.js';

const MINUTE_SECONDS = 60;
const LEAST_MINUTES = 12;
const MOST_MINUTES = 7200;

/**
 * Reads what an order says of the capture of its payments; what it leaves out is as in a dashboard
 * that nobody changed. The limits are documented, the words of a refusal are not.
 *
 * https://razorpay.com/docs/payments/payments/capture-settings/api/
 */
export function readCaptureSettings(
  {capture: word, capture_options: given = {}}: Partial<Read<'payment of an order'>>,
  flag = true,
): CaptureSettings {
  const options = readFields(given, 'capture options', 'payment.capture_options.');
  const automatic = minutes(options, 'automatic_expiry_period');
  const manual = minutes(options, 'manual_expiry_period');
  if (automatic !== undefined && manual !== undefined && manual < automatic) {
    throw refusal('manual_expiry_period', 'must be at least the automatic_expiry_period');
  }
  const {refund_speed: speed = 'normal'} = options;
  if (speed !== 'normal' && speed !== 'optimum') throw refusal('refund_speed', 'is invalid');
  const isManual = word === undefined ? !flag : word === 'manual';
  const manualSeconds =
    manual === undefined ? DEFAULT_CAPTURE.manualSeconds : manual * MINUTE_SECONDS;
  return {
    mode: isManual ? 'manual' : 'automatic',
    automaticSeconds: automatic === undefined ? manualSeconds : automatic * MINUTE_SECONDS,
    manualSeconds: Math.max(manualSeconds, (automatic ?? 0) * MINUTE_SECONDS),
    refundSpeed: speed,
  };
}

function minutes(
  options: Read<'capture options'>,
  name: 'automatic_expiry_period' | 'manual_expiry_period',
): number | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (value < LEAST_MINUTES) throw refusal(name, `must be at least ${LEAST_MINUTES}`);
  if (value > MOST_MINUTES) throw refusal(name, `may not be greater than ${MOST_MINUTES}`);
  return value;
}

function refusal(name: string, problem: string): ApiError {
  const field = `payment.capture_options.${name}`;
  return invalidField(field, `The ${field} ${problem}.`);
}
