import {ORDER_ID, PAYMENT_ID} from './ids.js';
import {isText, matches, oneOf, optional, reader} from './reader.js';

/**
 * The JSON between a till's page and the merchant's server, once for both ends: `device-url`, beside
 * `order-url` and `status-url`. The gateway in front of the devices speaks Razorpay's own.
 */

/** How a device is reached: by cable from the till's own machine, or through Razorpay. */
export const DEVICE_MODES = ['wired', 'wireless'] as const;
/**
 * How a device is reached: by cable from the till's own machine, or through Razorpay.
 *
 * @example
 * ```ts
 * import type {DeviceMode} from 'rzp-magic-button/server.js';
 *
 * const words: Record<DeviceMode, string> = {wired: 'by cable', wireless: 'by air'};
 * console.log(words.wired); // by cable
 * ```
 * @useDeclaredType
 */
export type DeviceMode = (typeof DEVICE_MODES)[number];
/** Whether a word is one of `DEVICE_MODES`. */
export const isDeviceMode = (word: unknown): word is DeviceMode =>
  DEVICE_MODES.some((mode) => mode === word);

/** Goes along with each request about a till's order: from the page, and on to Razorpay. */
export const DEVICE_MODE_HEADER = 'X-Razorpay-Device-Mode';

/** The methods that a device may be told to begin with. */
export const DEVICE_METHODS = ['upi', 'card'] as const;
/** One of `DEVICE_METHODS`. */
export type DeviceMethod = (typeof DEVICE_METHODS)[number];

/** What `POST device-url` is sent: never an amount, which the server has. */
export type DeviceRequest = InitiateCheckout | CloseCheckout;

/** Puts a sale on a device. Sent twice, it is on the device once. */
export interface InitiateCheckout {
  action: 'initiate_checkout';
  order_id: string;
  device_mode: DeviceMode;
  /** Needed where the mode is `wireless`. */
  device_id?: string | undefined;
  /** The business, as the device shows it. */
  name: string;
  description: string;
  notes?: Readonly<Record<string, string>> | undefined;
  prefill?:
    | {
        name?: string | undefined;
        email?: string | undefined;
        contact?: string | undefined;
        method?: DeviceMethod | undefined;
      }
    | undefined;
}

/** Takes a sale from its device. */
export interface CloseCheckout {
  action: 'close_checkout';
  order_id: string;
}

/**
 * Where a sale stands:
 *
 * - `processing`: it is on the device.
 * - `paid`: the order is paid, however that was learned.
 * - `failed`: nothing is on the device, and nothing was paid. It may be tried again, with the same order.
 * - `unconfirmed`: nobody can say yet. Nobody may be charged again until one of the others is said.
 */
export const DEVICE_STATUS_WORDS = ['processing', 'unconfirmed', 'paid', 'failed'] as const;
/** One of `DEVICE_STATUS_WORDS`. */
export type DeviceStatusWord = (typeof DEVICE_STATUS_WORDS)[number];

/** Why a sale failed, or why nobody can say what became of it. */
export interface DeviceErrorReply {
  /** As the gateway wrote it, or the kit's: see `deviceErrorOf`. */
  code: string;
  reason?: string | undefined;
  /** For a person to read; not for a cashier, who has words of their own. */
  description: string;
}

/** Reply of `POST device-url` and `GET device-url`. */
export interface DeviceReply {
  order_id: string;
  status: DeviceStatusWord;
  device_mode: DeviceMode;
  device_id?: string | undefined;
  activity_id?: string | undefined;
  payment_id?: string | undefined;
  /** In the currency's smallest unit. */
  amount: number;
  currency: string;
  error?: DeviceErrorReply | undefined;
}

const readError = reader<DeviceErrorReply>({
  code: isText,
  reason: optional(isText),
  description: isText,
});

/** Returns what `device-url` answered if it is as agreed. */
export const readDeviceReply = reader<DeviceReply>({
  order_id: matches(ORDER_ID),
  status: oneOf(DEVICE_STATUS_WORDS),
  device_mode: oneOf(DEVICE_MODES),
  device_id: optional(isText),
  activity_id: optional(isText),
  payment_id: optional(matches(PAYMENT_ID)),
  amount: Number.isSafeInteger,
  currency: matches(/^[A-Z]{3}$/),
  error: optional((error) => readError(error) !== undefined),
});

/**
 * What follows from an error of a gateway or a device.
 *
 * @example
 * ```ts
 * import {DEVICE_ERRORS, type DeviceErrorRow} from 'rzp-magic-button/server.js';
 *
 * const row: DeviceErrorRow = DEVICE_ERRORS.CARD_DECLINED;
 * console.log(row.again, row.inDoubt); // now false
 * ```
 */
export interface DeviceErrorRow {
  /** Whether the sale may be tried again: as it is, once something was put right, or never like this. */
  readonly again: 'now' | 'after_fix' | 'no';
  /** Whether money may have moved, where it ends a sale that was on the device. */
  readonly inDoubt: boolean;
}

/**
 * What gateways and devices say went wrong, by code, or by reason where one code has several, and
 * what the kit says itself. Source: razorpay-python, documents/posGateway.md.
 *
 * @example
 * ```ts
 * import {DEVICE_ERRORS} from 'rzp-magic-button/server.js';
 *
 * console.log(DEVICE_ERRORS.DEVICE_DISCONNECTED.again); // after_fix
 * console.log(DEVICE_ERRORS.TIMEOUT.inDoubt); // true
 * ```
 */
export const DEVICE_ERRORS = {
  /** The gateway refuses a field of the request. */
  VALIDATION_FAILED: {again: 'no', inDoubt: false},
  /** The gateway knows no such order: it was made with another key or for the other mode. */
  ORDER_NOT_FOUND: {again: 'no', inDoubt: false},
  /** The gateway does not know the sale any more. */
  ACTIVITY_NOT_FOUND: {again: 'now', inDoubt: true},
  /** The device can't do what was asked. */
  UNSUPPORTED_ACTION: {again: 'no', inDoubt: false},
  /** The device is in proxy mode, in which it takes no orders. */
  BUSINESS_LOGIC_ERROR: {again: 'after_fix', inDoubt: false},
  /** Key, or mode of the device, are not those of the gateway: it answered 401. */
  AUTHENTICATION_FAILED: {again: 'after_fix', inDoubt: false},
  /** The device is unplugged, off or without a network. */
  DEVICE_DISCONNECTED: {again: 'after_fix', inDoubt: true},
  /** The same, as the reason of an activity that failed. */
  device_not_connected: {again: 'after_fix', inDoubt: true},
  /** Something else is on the device. */
  DEVICE_BUSY: {again: 'now', inDoubt: false},
  /** There is no device of this id. */
  DEVICE_NOT_FOUND: {again: 'after_fix', inDoubt: true},
  /** The device did not answer the gateway in time. */
  DEVICE_TIMEOUT: {again: 'now', inDoubt: true},
  /** The device failed, and did not say how. */
  DEVICE_ERROR: {again: 'after_fix', inDoubt: true},
  /** The device is broken. */
  DEVICE_MALFUNCTION: {again: 'after_fix', inDoubt: true},
  /** There is nothing on the device that could be closed. */
  checkout_not_found: {again: 'now', inDoubt: false},
  /** The bank said no. */
  CARD_DECLINED: {again: 'now', inDoubt: false},
  /** The device could not read the card. */
  CARD_READ_ERROR: {again: 'now', inDoubt: false},
  /** The PIN was wrong. */
  INVALID_PIN: {again: 'now', inDoubt: false},
  /** Nobody paid in time, or the bank did not answer. */
  TIMEOUT: {again: 'now', inDoubt: true},
  /** Shopper or cashier ended it on the device. */
  TRANSACTION_CANCELLED: {again: 'now', inDoubt: false},
  /** The device lost its network. */
  NETWORK_ERROR: {again: 'after_fix', inDoubt: true},
  /** The kit's: the gateway can't be reached. */
  GATEWAY_UNREACHABLE: {again: 'after_fix', inDoubt: true},
  /** The kit's: the gateway's answer was lost, or came too late. */
  ANSWER_LOST: {again: 'now', inDoubt: true},
  /** The kit's: what the gateway answered is not as Razorpay documents it. */
  INVALID_ANSWER: {again: 'after_fix', inDoubt: true},
  /** Every code that is not in this table. */
  UNKNOWN: {again: 'now', inDoubt: true},
} as const satisfies Readonly<Record<string, DeviceErrorRow>>;

/**
 * A row of `DEVICE_ERRORS`: what a till has words for.
 *
 * @example
 * ```ts
 * import {deviceErrorOf, type DeviceErrorKey} from 'rzp-magic-button/server.js';
 *
 * const key: DeviceErrorKey = deviceErrorOf({code: 'PAPER_OUT'});
 * console.log(key); // UNKNOWN
 * ```
 * @useDeclaredType
 */
export type DeviceErrorKey = keyof typeof DEVICE_ERRORS;

/**
 * The row of an error: by its reason, else by its code, else `UNKNOWN`.
 *
 * @example
 * ```ts
 * import {deviceErrorOf} from 'rzp-magic-button/server.js';
 *
 * console.log(deviceErrorOf({code: 'BAD_REQUEST_ERROR', reason: 'device_not_connected'})); // device_not_connected
 * console.log(deviceErrorOf({code: 'CARD_DECLINED', reason: 'Insufficient funds'})); // CARD_DECLINED
 * ```
 */
export const deviceErrorOf = (error: {
  readonly code: string;
  readonly reason?: string | undefined;
}): DeviceErrorKey => [error.reason, error.code].find(isKey) ?? 'UNKNOWN';

const isKey = (word: string | undefined): word is DeviceErrorKey =>
  Object.keys(DEVICE_ERRORS).some((key) => key === word);
