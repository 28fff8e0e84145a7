import {DEVICE_METHODS, type DeviceMethod, type DeviceMode} from '../../../wire/device.js';
import {BODIES, type BodyName} from '../../imitation/bodies.js';
import type {CheckoutPrefill, DeviceRequest, InPersonCheckout} from '../../model/devices/device.js';
import type {Fields} from '../../model/fields.js';
import {validationFailed, type GatewayError} from '../../model/devices/gateway-error.js';
import {requiredOfGateway} from './gateway-mode.js';
import {isAbsent, readFields, type Read} from './read-fields.js';

const PREFIX = 'initiate_checkout.';

/**
 * Reads the body of `POST /v1/devices/activity`. What the gateway does not know it leaves alone.
 *
 * @throws {GatewayError} that names the first mistake.
 */
export function readDeviceRequest(body: Fields, mode: DeviceMode | undefined): DeviceRequest {
  if (!mode) throw requiredOfGateway('activity_processor', 'device_mode');
  const fields = readKnown(body, 'device activity');
  const {action, device_id: deviceId, notes = []} = fields;
  if (mode === 'wireless' && deviceId === undefined) {
    throw validationFailed('activity_processor', 'device_id required for wireless mode', {
      field: 'device_id',
      reason: 'required_field_missing',
    });
  }
  if (action === 'close_checkout') return {action, mode, deviceId};
  if (action !== 'initiate_checkout') {
    throw invalid(
      'action',
      "Invalid action. Allowed values are 'initiate_checkout' and 'close_checkout'.",
    );
  }
  if (!fields.initiate_checkout) throw requiredOfGateway('activity_processor', 'initiate_checkout');
  return {action, mode, deviceId, notes, checkout: readCheckout(fields.initiate_checkout)};
}

function readCheckout(given: Fields): InPersonCheckout {
  if (!isAmount(given.amount)) {
    throw invalid(`${PREFIX}amount`, 'Amount must be greater than 0');
  }
  const {name, amount, currency, description, order_id, prefill} = readKnown(
    given,
    'in-person checkout',
    PREFIX,
  );
  return {
    name,
    amount,
    currency,
    description,
    order_id,
    ...(prefill && {prefill: readPrefill(prefill)}),
  };
}

/** Missing or not, it is told in the same words. */
const isAmount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;

function readPrefill(given: Fields): CheckoutPrefill {
  const {method, ...shopper} = readKnown(given, 'in-person prefill', `${PREFIX}prefill.`);
  if (!isMethod(method)) {
    throw invalid(
      `${PREFIX}prefill.method`,
      "Invalid method. Allowed values are 'upi' and 'card'.",
    );
  }
  return Object.fromEntries(
    Object.entries({...shopper, method}).filter(([, value]) => value !== undefined),
  );
}

const METHODS: readonly unknown[] = [undefined, ...DEVICE_METHODS];
const isMethod = (word: string | undefined): word is DeviceMethod | undefined =>
  METHODS.includes(word);

const invalid = (field: string, description: string): GatewayError =>
  validationFailed('activity_processor', description, {field, reason: 'invalid_value'});

/** Reads what is in the table. */
function readKnown<Name extends BodyName>(body: Fields, name: Name, prefix = ''): Read<Name> {
  const known = Object.entries(body).filter(
    ([field, value]) => Object.hasOwn(BODIES[name], field) && !isAbsent(value),
  );
  return readFields(Object.fromEntries(known), name, prefix);
}
