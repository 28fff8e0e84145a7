import type {DeviceMethod, DeviceMode} from '../../../wire/device.js';
import type {Notes} from '../entities.js';

/** POS devices in the spelling of Razorpay's gateway. This file holds types only. */

/** What is to be paid at a device, as the gateway answers it. */
export interface InPersonCheckout {
  readonly name: string;
  readonly amount: number;
  readonly currency: string;
  readonly description: string;
  readonly order_id: string;
  readonly prefill?: CheckoutPrefill;
}

/** What the merchant knows of the shopper. */
export interface CheckoutPrefill {
  readonly name?: string;
  readonly email?: string;
  readonly contact?: string;
  readonly method?: DeviceMethod;
}

/** Why an activity failed. */
export interface ActivityError {
  readonly code: string;
  readonly description?: string;
  readonly source?: string;
  readonly step?: string;
  readonly reason?: string;
}

/** What was asked of a device, and what became of it. */
export interface DeviceActivity {
  readonly id: string;
  readonly entity: 'device.activity';
  /** As it was sent. */
  readonly device_id?: string;
  readonly action: 'initiate_checkout' | 'close_checkout';
  readonly initiate_checkout?: InPersonCheckout;
  status: 'processing' | 'completed' | 'failed';
  error: ActivityError | null;
}

/** Which device a request is for. */
export interface DeviceAddress {
  readonly mode: DeviceMode;
  readonly deviceId: string | undefined;
}

/** What a merchant sends to a device, checked as far as that needs no order. */
export type DeviceRequest =
  | (DeviceAddress & {
      readonly action: 'initiate_checkout';
      readonly checkout: InPersonCheckout;
      readonly notes: Notes;
    })
  | (DeviceAddress & {readonly action: 'close_checkout'});

/**
 * What the screen of a device shows: `ready` waits for a card or for UPI, `qr` for UPI alone, `pin`
 * for the PIN of the card that was tapped, `processing` for the bank; the others are how it ended.
 *
 * @example
 * ```ts
 * import type {DeviceScreen, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const screen: DeviceScreen = sandbox.device.state().screen;
 * if (screen === 'pin') sandbox.device.enterPin();
 * ```
 */
export type DeviceScreen =
  'idle' | 'ready' | 'qr' | 'pin' | 'processing' | 'approved' | 'declined' | 'cancelled';

/**
 * A POS device as it is now. The amount is in paise.
 *
 * @example
 * ```ts
 * import {createSandbox, type DeviceState} from 'rzp-magic-button/sandbox.js';
 *
 * const sandbox = await createSandbox();
 * const state: DeviceState = sandbox.device.unplug('2841158834');
 * console.log(state.screen, state.isConnected); // idle false
 * await sandbox.close();
 * ```
 */
export interface DeviceState {
  readonly id: string;
  /** Whether the gateway reaches it. */
  readonly isConnected: boolean;
  readonly screen: DeviceScreen;
  /** What is to be paid, or was last; nothing on a device that is idle. */
  readonly sale?: {
    /** The activity at the gateway, `pda_…`. */
    readonly activityId: string;
    readonly orderId: string;
    readonly business: string;
    readonly description: string;
    readonly amount: number;
    readonly currency: string;
    /** The payment, once one was tried. */
    readonly paymentId?: string;
  };
  /** How often the PIN may still be entered, while the device asks for it. */
  readonly pinTriesLeft?: number;
  /** Why the sale was not paid, by the gateway's code: `CARD_DECLINED`. */
  readonly errorCode?: string;
}
