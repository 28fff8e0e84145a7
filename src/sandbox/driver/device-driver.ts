import {stateOf, type Device} from '../account/devices/device.js';
import type {Devices} from '../account/devices/devices.js';
import {PIN, type DeviceCard} from '../account/devices/wallet.js';
import type {DeviceState} from '../model/devices/device.js';

/**
 * What people do at the POS devices, without their pages. A device exists from when it is first
 * spoken of, is connected unless it was unplugged, and is paid on by a tap or by UPI, never by itself.
 * Each method answers the device as it is then. Without a device id it is the one that the gateway
 * was last asked about, before that the wired one.
 *
 * @example
 * ```ts
 * import {createSandbox, type DeviceDriver} from 'rzp-magic-button/sandbox.js';
 *
 * const sandbox = await createSandbox();
 * const call = async (path: string, user: string, body: object) => {
 *   const reply = await fetch(`${sandbox.url}/v1${path}`, {
 *     method: 'POST',
 *     headers: {Authorization: `Basic ${btoa(user)}`, 'X-Razorpay-Device-Mode': 'wired'},
 *     body: JSON.stringify(body),
 *   });
 *   return (await reply.json()) as {id: string};
 * };
 * const amount = 600_000; // paise; above ₹5,000 a card wants its PIN
 * const user = `${sandbox.keyId}:${sandbox.keySecret}`;
 * const order = await call('/orders', user, {amount, currency: 'INR'});
 * await call('/devices/activity', `${sandbox.keyId}:`, {
 *   action: 'initiate_checkout',
 *   initiate_checkout: {
 *     name: 'Acme Corp',
 *     amount,
 *     currency: 'INR',
 *     description: 'Bill 7',
 *     order_id: order.id,
 *   },
 * });
 *
 * const device: DeviceDriver = sandbox.device;
 * console.log(device.tap('rupay').screen); // pin
 * console.log(device.enterPin('0000').pinTriesLeft); // 2
 * console.log(device.enterPin().screen); // approved
 * console.log(sandbox.order(order.id).status); // paid
 * await sandbox.close();
 * ```
 */
export interface DeviceDriver {
  /**
   * Holds a card to the device: `visa` unless another one is named. Up to ₹5,000 that pays; above, the
   * device asks for the PIN. Throws where nothing waits for a card.
   */
  tap(card?: DeviceCard, deviceId?: string): DeviceState;
  /** Types the PIN of the card that was tapped; the right one, `1234`, unless another one is given. */
  enterPin(pin?: string, deviceId?: string): DeviceState;
  /** Scans the code on the device, and approves it in the UPI app. */
  payByUpi(deviceId?: string): DeviceState;
  /** Scans the code on the device, and declines in the UPI app. */
  declineUpi(deviceId?: string): DeviceState;
  /** Presses the red key. Throws where there is nothing that could be cancelled. */
  cancel(deviceId?: string): DeviceState;
  /** Pulls the cable, or takes the network away. What is on the device stays on it, and may be paid. */
  unplug(deviceId?: string): DeviceState;
  plugIn(deviceId?: string): DeviceState;
  /** The device as it is. */
  state(deviceId?: string): DeviceState;
  /** All devices that were spoken of. */
  list(): DeviceState[];
}

/** The driver of a sandbox's devices. */
export function deviceDriver({book, terminals}: Devices): DeviceDriver {
  const act = (id: string | undefined, change: (device: Device) => void): DeviceState => {
    const device = book.find(id);
    change(device);
    return stateOf(device);
  };
  return {
    tap: (card = 'visa', id) => act(id, (device) => terminals.tap(device, card)),
    enterPin: (pin = PIN, id) =>
      act(id, (device) => {
        terminals.clear(device);
        for (const digit of pin) terminals.press(device, digit);
        terminals.enter(device);
      }),
    payByUpi: (id) => act(id, (device) => terminals.payByUpi(device)),
    declineUpi: (id) => act(id, (device) => terminals.declineUpi(device)),
    cancel: (id) => act(id, (device) => terminals.cancel(device)),
    unplug: (id) => act(id, (device) => void (device.isConnected = false)),
    plugIn: (id) => act(id, (device) => void (device.isConnected = true)),
    state: (id) => stateOf(book.find(id)),
    list: () => book.all().map(stateOf),
  };
}
