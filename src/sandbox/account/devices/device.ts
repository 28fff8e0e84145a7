import type {
  DeviceActivity,
  DeviceScreen,
  DeviceState,
  InPersonCheckout,
} from '../../model/devices/device.js';
import type {Notes} from '../../model/entities.js';
import type {TappedCard} from './wallet.js';

/** A device, with what is on it. `Terminals` changes it. */
export interface Device {
  readonly id: string;
  isConnected: boolean;
  screen: DeviceScreen;
  /** What is to be paid, or was last. */
  sale: Sale | undefined;
  /** The last receipt, until somebody tears it off. */
  receipt: Receipt | undefined;
  isOutOfPaper: boolean;
}

/** A checkout on a device. */
export interface Sale {
  readonly activity: DeviceActivity;
  readonly checkout: InPersonCheckout;
  readonly notes: Notes;
  /** What was tapped while its PIN is asked for. */
  card: TappedCard | undefined;
  /** As far as the PIN was typed. */
  digits: string;
  pinTriesLeft: number;
  paymentId: string | undefined;
}

/** What comes out of the paper slot. */
export interface Receipt {
  readonly business: string;
  readonly description: string;
  readonly amount: number;
  readonly currency: string;
  readonly paymentId: string;
  /** `Visa ···· 1007`, or the UPI address. */
  readonly paidWith: string;
  /** Whether the card's PIN was entered. */
  readonly hasPin: boolean;
  /** Seconds since 1970. */
  readonly at: number;
}

export const MOST_PIN_TRIES = 3;

export const newDevice = (id: string): Device => ({
  id,
  isConnected: true,
  screen: 'idle',
  sale: undefined,
  receipt: undefined,
  isOutOfPaper: false,
});

const OPEN: readonly DeviceScreen[] = ['ready', 'qr', 'pin', 'processing'];

/** Whether something is to be paid on it. */
export const isBusy = ({screen}: Device): boolean => OPEN.includes(screen);

/** The device as a test is told of it. */
export function stateOf({id, isConnected, screen, sale}: Device): DeviceState {
  const {activity, checkout, paymentId, pinTriesLeft} = sale ?? {};
  return {
    id,
    isConnected,
    screen,
    ...(activity &&
      checkout && {
        sale: {
          activityId: activity.id,
          orderId: checkout.order_id,
          business: checkout.name,
          description: checkout.description,
          amount: checkout.amount,
          currency: checkout.currency,
          ...(paymentId !== undefined && {paymentId}),
        },
      }),
    ...(screen === 'pin' && pinTriesLeft !== undefined && {pinTriesLeft}),
    ...(activity?.error && {errorCode: activity.error.code}),
  };
}
