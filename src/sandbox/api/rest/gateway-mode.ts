import {isDeviceMode, type DeviceMode} from '../../../wire/device.js';
import type {FaultOf} from '../../faults/fault-table.js';
import type {RestRoute} from '../../imitation/routes.js';
import {ApiError, isNotImitated, unauthorized} from '../../model/api-error.js';
import {
  orderNotFound,
  proxyMode,
  validationFailed,
  type GatewayError,
  type GatewaySource,
} from '../../model/devices/gateway-error.js';

/**
 * Which part of the POS gateway answers a call: all about devices, and of orders those that name the
 * mode of a device. Undefined for what the REST API answers itself.
 */
export function gatewayPart(
  route: RestRoute,
  header: string | undefined,
): GatewaySource | undefined {
  if (route.includes('/devices/')) return 'activity_processor';
  return header !== undefined && /^\w+ \/orders/.test(route) ? 'order_processor' : undefined;
}

/** The faults of the gateway that a call meets: of orders only the mode of the device. */
export const faultsOf = (part: GatewaySource): readonly FaultOf<'gateway'>[] =>
  part === 'order_processor' ? ['proxy'] : [];

/** What a gateway says whose device belongs to another system. */
export const inProxyMode = (route: RestRoute): GatewayError | ApiError =>
  route.includes('/devices/') ? unauthorized('Authentication failed') : proxyMode();

/**
 * Reads the header that says how the device is reached.
 *
 * @throws {GatewayError} for another word.
 */
export function readDeviceMode(
  header: string | undefined,
  part: GatewaySource,
): DeviceMode | undefined {
  if (header === undefined || isDeviceMode(header)) return header;
  throw validationFailed(part, "Invalid device mode. Allowed values are 'wired' and 'wireless'.", {
    field: 'device_mode',
    reason: 'invalid_value',
  });
}

/** What the gateway calls fields in its sentences. */
const LABELS: Readonly<Record<string, string>> = {
  device_mode: 'Device mode',
  initiate_checkout: 'Initiate checkout',
  order_id: 'Order ID',
};

/** A field is missing: `Action field is required`. */
export function requiredOfGateway(part: GatewaySource, field: string): GatewayError {
  const name = field.split('.').at(-1) ?? field;
  const label = LABELS[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
  return validationFailed(part, `${label} field is required`, {
    field,
    reason: 'required_field_missing',
  });
}

/** Answers a call as the gateway does, which refuses in words of its own. */
export const throughGateway = async <Reply>(
  part: GatewaySource,
  answer: () => Promise<Reply>,
): Promise<Reply> =>
  answer().catch((error: unknown) => {
    throw asGatewayError(error, part);
  });

/**
 * A refusal of the REST API as the gateway says it. What the sandbox does not imitate, what an order
 * can't do any more, and who is not signed in it tells in the same words.
 */
function asGatewayError(error: unknown, part: GatewaySource): unknown {
  if (!(error instanceof ApiError) || error.status !== 400 || isNotImitated(error)) return error;
  const {description, field, reason} = error.body;
  if (reason !== 'input_validation_failed') return error;
  if (description === 'The id provided does not exist') return orderNotFound();
  if (description.endsWith('is not a valid id')) {
    return validationFailed(part, 'Invalid order ID format', {field: 'order_id'});
  }
  if (field === undefined) {
    const what = part === 'order_processor' ? 'order' : 'activity';
    return validationFailed(part, `Invalid ${what} data`);
  }
  if (description.endsWith(' field is required.')) return requiredOfGateway(part, field);
  const tooSmall = /^The amount (must be at least .+)$/.exec(description)?.[1];
  return validationFailed(part, tooSmall === undefined ? description : `Amount ${tooSmall}`, {
    field,
    reason: tooSmall === undefined ? 'invalid_value' : 'amount_too_small',
  });
}
