import {CheckoutError, type CheckoutErrorInit} from '../../checkout/shell/checkout-error.js';
import type {DeviceErrorReply} from '../../wire/device.js';

/**
 * Why a sale could not be put on the device, or was not paid there: a closed set. Those that the
 * other button has too mean the same.
 *
 * @example
 * ```ts
 * import type {PosErrorCode} from 'rzp-magic-button/pos.js';
 *
 * const waits: readonly PosErrorCode[] = ['device_busy', 'device_unreachable'];
 *
 * document.querySelector('rzp-pos-button')?.addEventListener('rzp-error', ({error}) => {
 *   if (waits.includes(error.code)) console.info('Press again in a moment.');
 * });
 * ```
 */
export type PosErrorCode =
  /** An attribute or property is missing or malformed; the message names it. */
  | 'config_invalid'
  /** A chunk of this package could not be loaded. */
  | 'chunk_failed'
  /** The order endpoint says no, in words for a person, or the order is paid or closed already. */
  | 'order_refused'
  /** The order endpoint can't be reached, is too slow or answers with an error. */
  | 'order_failed'
  /** The order endpoint answers with something else than an order. */
  | 'order_reply_invalid'
  /** Another sale is on the device. Nothing was begun. */
  | 'device_busy'
  /** Your server can't reach the gateway of the device. Nothing was begun. */
  | 'device_unreachable'
  /** Your server refuses the till, the cashier or the device. Nothing was begun. */
  | 'device_refused'
  /** The sale was on the device, or may have been, and nothing was paid; `device` says why. */
  | 'device_failed'
  /** Not foreseen; the cause says more. */
  | 'unexpected';

/** The class of both buttons' errors, with the codes of this one. */
const CodedError = CheckoutError as unknown as new (
  code: PosErrorCode,
  message: string,
  init?: CheckoutErrorInit,
) => Error & {readonly retryable: boolean};

/**
 * An error of a till: a code to act on, a message for the developer, the cause, and what the device
 * or its gateway said.
 *
 * @example
 * ```ts
 * import type {PosError} from 'rzp-magic-button/pos.js';
 *
 * const note = ({code, device}: PosError) =>
 *   navigator.sendBeacon('/log', `${code} ${device?.code ?? ''}`); // device_failed CARD_DECLINED
 *
 * document
 *   .querySelector('rzp-pos-button')
 *   ?.addEventListener('rzp-error', ({error}) => note(error));
 * ```
 * @hideconstructor
 */
export class PosError extends CodedError {
  declare readonly code: PosErrorCode;
  /** As the gateway wrote it, or the kit: `CARD_DECLINED`, `DEVICE_DISCONNECTED`. */
  declare readonly device:
    | {readonly code: string; readonly reason?: string | undefined; readonly description: string}
    | undefined;

  constructor(
    code: PosErrorCode,
    message: string,
    {device, ...init}: CheckoutErrorInit & {device?: DeviceErrorReply | undefined} = {},
  ) {
    super(code, message, init);
    this.device = device;
  }
}
