import type {OwnWords} from '../../checkout/words/merge-words.js';
import type {PosState} from '../shell/pos-state.js';

/**
 * All that a till says, in one language: texts, with `{amount}` and the like where something is
 * filled in. What is missing in a language does not compile.
 *
 * @example
 * ```ts
 * import type {PosWords} from 'rzp-magic-button/pos.js';
 *
 * const ours: Pick<PosWords, 'newSale' | 'paidAmount'> = {
 *   newSale: 'Next customer',
 *   paidAmount: '{amount} received.',
 * };
 * console.log(Object.keys(ours).length);
 * ```
 */
export interface PosWords {
  /** Its tag, as browsers know it. */
  readonly language: string;
  /** On the button, where the page has no label. */
  readonly send: string;
  /** On the button while it can't be pressed. */
  readonly label: Readonly<Record<Exclude<PosState, 'idle' | 'failed'>, string>>;

  /** To the cashier, while the device waits for the customer. */
  readonly processing: string;
  readonly cancelling: string;
  /** The device did not let go of it. */
  readonly notCancelled: string;
  /** Before `nothingPaid`. */
  readonly cancelled: string;
  readonly paid: string;
  /** `{amount}` is what was paid. */
  readonly paidAmount: string;
  /** On an earlier page view, or in another tab. `{id}` is the order's. */
  readonly paidBefore: string;

  /** What happened to a device or its gateway, and what the cashier can do about it. */
  readonly device: Readonly<Record<DeviceWord, readonly [what: string, then: string]>>;
  /** Between the two, where the device has said so, and the server that nothing was paid. */
  readonly nothingPaid: string;
  readonly notSent: string;
  /** Behind what happened, where nobody knows yet whether it was paid. */
  readonly doubt: string;
  /** Behind the doubt, where the server can't be asked. */
  readonly unreachable: string;
  /** The server does not let this till ask any more. `{action}` is `checkAgain`. */
  readonly signedOut: string;
  /** `{action}` is `newSale`. */
  readonly orderOver: string;

  /** Why the server put nothing on the device. */
  readonly refused: Readonly<Record<RefusedSale, string>>;
  readonly notSetUp: string;
  /** The shop's server has a problem. Before `notSent`, as is the next. */
  readonly trouble: string;
  readonly unexpected: string;
  /** The code of the till did not come. Before `notSent` too. */
  readonly notLoaded: string;

  readonly cancel: string;
  readonly checkAgain: string;
  readonly tryAgain: string;
  readonly newSale: string;
}

/**
 * What a page has tills say in the place of our words, by the language. What it leaves out is said in
 * ours.
 *
 * @example
 * ```ts
 * import {RzpPosButton, type OwnPosWords} from 'rzp-magic-button/pos.js';
 *
 * const words: OwnPosWords = {hi: {newSale: 'अगला ग्राहक', label: {paid: 'मिल गए'}}};
 *
 * RzpPosButton.words = words;
 * ```
 */
export type OwnPosWords = Readonly<Record<string, OwnWords<PosWords> | undefined>>;

/**
 * What a cashier can tell apart of all that happens to devices and gateways.
 * @inline
 */
export type DeviceWord =
  /** By the gateway: something is set up wrongly. */
  | 'refused'
  /** In a mode in which it takes no sales. */
  | 'proxy'
  | 'disconnected'
  /** With another sale. */
  | 'busy'
  /** There is none of this number. */
  | 'missing'
  /** It, or the gateway in front of it, has not answered. */
  | 'silent'
  | 'stopped'
  | 'broken'
  /** The sale is not on it any more. */
  | 'gone'
  | 'declined'
  | 'unread'
  | 'wrongPin'
  /** Nobody has paid in time. */
  | 'late'
  /** On the device. */
  | 'cancelled'
  /** It has no network. */
  | 'offline'
  /** The till has no way to it. */
  | 'unreachable';

/**
 * Reasons of a server's that are for the cashier; any other is for whoever looks after the till.
 * @inline
 */
export type RefusedSale = 'FORBIDDEN' | 'DEVICE_NOT_ALLOWED' | 'ORDER_NOT_FOUND' | 'RATE_LIMITED';
