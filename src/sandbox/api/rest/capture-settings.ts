import {invalidField} from '../../model/api-error.js';
import type {CaptureSettings} from '../../model/capture-settings.js';
import {DEFAULT_CAPTURE} from '../../model/capture-settings.js';
import type {Fields} from '../../model/fields.js';

const MINUTE_SECONDS = 60;
const LEAST_MINUTES = 12;
const MOST_MINUTES = 7200;
const AUTOMATIC = new Set<unknown>([true, 1, '1', 'true']);

/**
 * Reads what an order says of the capture of its payments; what it leaves out is as in a dashboard
 * that nobody changed. The limits are documented, the words of a refusal are not.
 *
 * https://razorpay.com/docs/payments/payments/capture-settings/api/
 */
export function readCaptureSettings({payment, payment_capture: flag}: Fields): CaptureSettings {
  const {capture: word, capture_options: given} = asFields(payment);
  const options = asFields(given);
  const automatic = minutes(options, 'automatic_expiry_period');
  const manual = minutes(options, 'manual_expiry_period');
  if (automatic !== undefined && manual !== undefined && manual < automatic) {
    throw refusal('manual_expiry_period', 'must be at least the automatic_expiry_period');
  }
  const speed = options.refund_speed ?? 'normal';
  if (speed !== 'normal' && speed !== 'optimum') throw refusal('refund_speed', 'is invalid');
  const isManual =
    word === undefined ? flag !== undefined && !AUTOMATIC.has(flag) : word === 'manual';
  const manualSeconds =
    manual === undefined ? DEFAULT_CAPTURE.manualSeconds : manual * MINUTE_SECONDS;
  return {
    mode: isManual ? 'manual' : 'automatic',
    automaticSeconds: automatic === undefined ? manualSeconds : automatic * MINUTE_SECONDS,
    manualSeconds: Math.max(manualSeconds, (automatic ?? 0) * MINUTE_SECONDS),
    refundSpeed: speed,
  };
}

const asFields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

function minutes(options: Fields, name: string): number | undefined {
  const given = options[name];
  if (given === undefined || given === null || given === '') return undefined;
  const value = Number(given);
  if (!Number.isSafeInteger(value)) throw refusal(name, 'must be an integer');
  if (value < LEAST_MINUTES) throw refusal(name, `must be at least ${LEAST_MINUTES}`);
  if (value > MOST_MINUTES) throw refusal(name, `may not be greater than ${MOST_MINUTES}`);
  return value;
}

const refusal = (name: string, problem: string) =>
  invalidField(name, `The payment.capture_options.${name} ${problem}.`);
