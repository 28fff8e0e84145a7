import {DEVICE_MODE_HEADER, type DeviceMode} from '../../wire/device.js';
import type {Incoming} from '../http/exchange.js';
import {HttpError} from '../http/http-error.js';
import type {Context} from '../kit/context.js';
import type {Devices} from '../kit/devices.js';
import {wrongMode} from '../model/devices/device-request.js';

/** For which kind of device an order is asked for; undefined where it is to be paid in a checkout. */
export function deviceModeOf({devices}: Context, incoming: Incoming): DeviceMode | undefined {
  const word = incoming.header(DEVICE_MODE_HEADER);
  if (word === null) return undefined;
  const refuse = (description: string) =>
    new HttpError('INVALID_REQUEST', description, {field: DEVICE_MODE_HEADER});
  const wrong = wrongMode(word);
  if (wrong !== undefined) throw refuse(wrong);
  const mode = word as DeviceMode;
  if (!devices) throw refuse('This shop has no devices.');
  if (!devices.gateways[mode]) throw refuse(`This shop has no ${mode} devices.`);
  return mode;
}

/** The session that a cashier's sales belong to: none of the shop's own. */
export const tillOf = (cashier: string): string => `till:${cashier}`;

/** The session of the till that asks. */
export async function tillSession(devices: Devices, {request}: Incoming): Promise<string> {
  const cashier = await devices.authorize(request);
  if (cashier === undefined)
    throw new HttpError('FORBIDDEN', 'The shop does not know this till. Sign in.');
  return tillOf(cashier);
}
