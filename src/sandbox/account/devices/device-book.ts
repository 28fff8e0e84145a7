import type {DeviceAddress} from '../../model/devices/device.js';
import {isBusy, newDevice, type Device} from './device.js';

/** What the device on the gateway's cable is called until somebody names it. */
const WIRED_ID = 'wired';

/** The devices. Each exists from when it is first spoken of, and one is on the gateway's cable. */
export class DeviceBook {
  /** By each name that a device was called by. */
  readonly #devices = new Map<string, Device>();
  #wired: Device | undefined;
  /** The one that the gateway was last asked about. */
  #latest: Device | undefined;

  /** The device that a request of the merchant's is for. */
  reach({mode, deviceId}: DeviceAddress): Device {
    this.#latest = mode === 'wired' ? this.#onCable(deviceId) : this.#get(deviceId ?? WIRED_ID);
    return this.#latest;
  }

  /** The device of this id; without one the last that the gateway was asked about, else the wired one. */
  find(id?: string): Device {
    return id === undefined ? (this.#latest ?? this.#onCable(undefined)) : this.#get(id);
  }

  all(): Device[] {
    return [...new Set(this.#devices.values())];
  }

  /**
   * The cable has one end: as long as something is on its device no id leads to another one, and a
   * name that is new is that device's.
   */
  #onCable(id: string | undefined): Device {
    const wired = (this.#wired ??= this.#get(id ?? WIRED_ID));
    if (id === undefined || isBusy(wired)) return wired;
    if (!this.#devices.has(id)) this.#devices.set(id, wired);
    return (this.#wired = this.#get(id));
  }

  #get(id: string): Device {
    const known = this.#devices.get(id);
    if (known) return known;
    const device = newDevice(id);
    this.#devices.set(id, device);
    return device;
  }
}
