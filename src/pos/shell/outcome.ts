import type {Confirmation, Doubt} from '../../checkout/shell/confirmation.js';
import type {PosError} from './pos-error.js';

/**
 * Why a sale ended without anything having been paid, and without a failure: a listener of `rzp-open`
 * kept it from beginning, or it was cancelled, here or on the device.
 *
 * @example
 * ```ts
 * import type {PosDismissReason} from 'rzp-magic-button/pos.js';
 *
 * const told: Record<PosDismissReason, string> = {
 *   prevented: 'Choose a table first.',
 *   cancelled: 'Cancelled.',
 * };
 *
 * document
 *   .querySelector('rzp-pos-button')
 *   ?.addEventListener('rzp-dismiss', ({reason}) => console.info(told[reason]));
 * ```
 */
export type PosDismissReason = 'prevented' | 'cancelled';

/**
 * What became of a sale.
 *
 * @example
 * ```ts
 * import 'rzp-magic-button/pos.js';
 * import type {PosOutcome} from 'rzp-magic-button/pos.js';
 *
 * const outcome: PosOutcome = await document.createElement('rzp-pos-button').open();
 * switch (outcome.type) {
 *   case 'success':
 *     console.info(`Print the receipt of ${outcome.orderId}.`);
 *     break;
 *   case 'unconfirmed':
 *     console.info('Do not charge again.'); // rzp-success may follow
 *     break;
 *   case 'dismissed':
 *     break;
 *   case 'failed':
 *     console.error(outcome.error.code);
 * }
 * ```
 */
export type PosOutcome =
  /** The merchant's server confirmed it. */
  | ({type: 'success'} & Confirmation)
  /** Money may have moved; it is asked on, and `rzp-success` may follow. */
  | {type: 'unconfirmed'; doubt: Doubt; orderId: string; paymentId?: string}
  /** Nothing was paid. */
  | {type: 'dismissed'; reason: PosDismissReason; orderId?: string}
  /** Nothing was paid. */
  | {type: 'failed'; error: PosError; orderId?: string};
