import type {DeviceErrorReply, DeviceMode} from '../../../wire/device.js';

/**
 * Where a sale on a device stands in the ledger. `sending` is noted before the gateway is asked:
 * from then on nobody asks for it again. `processing`, `paid`, `failed` and `unconfirmed` are as
 * the till is told; `over` is unconfirmed too, but the device is known to be free again.
 */
export type ActivityStatus = 'sending' | 'processing' | 'unconfirmed' | 'over' | 'paid' | 'failed';

/** One attempt to have an order paid on a device. */
export interface Activity {
  readonly orderId: string;
  /** From 1 on. */
  readonly attempt: number;
  readonly keyId: string;
  readonly deviceMode: DeviceMode;
  /** Undefined where the gateway has one device only. */
  readonly deviceId: string | undefined;
  /** What the gateway is known by: a process asks no other. */
  readonly gateway: string;
  readonly status: ActivityStatus;
  /** The gateway's; undefined until it has answered, and where its answer was lost. */
  readonly activityId: string | undefined;
  /** Why it failed, or why nobody can say. */
  readonly error: DeviceErrorReply | undefined;
  /** Whether the gateway has said that nothing is on the device any more. */
  readonly isClosed: boolean;
  /** Until when one process alone may put it on the device, or take it away. In ms since 1970. */
  readonly leasedUntil: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Where nobody else may use the device. */
export const ON_DEVICE: readonly ActivityStatus[] = ['sending', 'processing', 'unconfirmed'];

/** Whether nobody else may use the device. */
export const isOnDevice = ({status}: Activity): boolean => ON_DEVICE.includes(status);

/** Whether it is known what became of it. */
export const isFinal = ({status}: Activity): boolean => status === 'paid' || status === 'failed';
