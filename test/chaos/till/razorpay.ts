// The sandbox as a process of its own, with its devices, and the shoppers at them.
import {createSandbox, type FaultSettings, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {serveCalls} from '../serve-calls.js';

const sandbox = await createSandbox();
const {device} = sandbox;

/** What a shopper does once the sale is on the screen. */
const DEEDS = {
  'pay by card': (id) => {
    if (device.tap('visa', id).screen === 'pin') device.enterPin('1234', id);
  },
  'pay by UPI': (id) => device.payByUpi(id),
  'be declined': (id) => {
    if (device.tap('empty', id).screen === 'pin') device.enterPin('1234', id);
  },
  'decline in the app': (id) => device.declineUpi(id),
  'press the red key': (id) => device.cancel(id),
  'walk away': () => undefined,
} as const satisfies Readonly<Record<string, (deviceId: string) => unknown>>;
export type Deed = keyof typeof DEEDS;

const calls = {
  keys: () => {
    const {url, keyId, keySecret, webhookSecret} = sandbox;
    return {url, keyId, keySecret, webhookSecret};
  },
  tell: (url: string) => void (sandbox.webhook.url = url),
  setFault: (faults: FaultSettings, times: number) => sandbox.faults.set(faults, {times}),
  clearFaults: () => sandbox.faults.clear(),
  advance: (seconds: number) => sandbox.advance(seconds),
  /** Gives whether the device showed that sale, and was up to it. */
  act: (deviceId: string, orderId: string, deed: Deed): boolean => {
    if (device.state(deviceId).sale?.orderId !== orderId) return false;
    try {
      DEEDS[deed](deviceId);
      return true;
    } catch {
      return false;
    }
  },
  screens: () => device.list().map(({id, screen}) => ({id, screen})),
  payments: () => sandbox.payments().map(paymentOf),
};
export type RazorpayCalls = typeof calls;

const paymentOf = ({id, order_id, captured, amount}: ReturnType<Sandbox['payments']>[number]) => ({
  id,
  orderId: order_id,
  isCaptured: captured,
  amount,
});
serveCalls(calls);
