import type {DeviceMode} from '../../src/wire/device.js';

/** A POS device of the shop. */
export interface ShopDevice {
  /** As it stands on the back of the device. */
  id: string;
  name: string;
  mode: DeviceMode;
}

export const DEVICES: readonly ShopDevice[] = [
  {id: '2841158834', name: 'Counter', mode: 'wired'},
  {id: '2841158847', name: 'Handheld', mode: 'wireless'},
];

export const deviceOf = (id: string): ShopDevice | undefined =>
  DEVICES.find((device) => device.id === id);
