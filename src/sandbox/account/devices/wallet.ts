import {isCardNumber, networkOf} from '../../model/input/card-numbers.js';
import {ApiError} from '../../model/api-error.js';
import type {Instrument} from '../../model/entities.js';
import {cardInstrument} from '../attempt-request.js';

/** A card in the shopper's wallet: one of Razorpay's test cards. */
interface WalletCard {
  readonly number: string;
  readonly holder: string;
  /** What it is for, on the page of the device. */
  readonly about: string;
}

type WalletCardName = Exclude<DeviceCard, `${bigint}`>;

/** The wallet that lies beside each device. All have the same PIN. */
export const WALLET = {
  visa: {number: '4100280000001007', holder: 'Asha Rao', about: 'Indian credit card'},
  mastercard: {number: '5500670000001002', holder: 'Asha Rao', about: 'Indian credit card'},
  rupay: {number: '6527658900001005', holder: 'Ravi Iyer', about: 'Indian debit card'},
  foreign: {number: '4012888888881881', holder: 'Ann Smith', about: 'Card of a foreign bank'},
  empty: {number: '4100280000080001', holder: 'Ravi Iyer', about: 'Declined: no money left'},
} as const satisfies Readonly<Record<WalletCardName, WalletCard>>;

/**
 * A card to tap on a device: one of the wallet beside it, or any of Razorpay's test cards by its
 * number. Those that are there to fail do so.
 *
 * @example
 * ```ts
 * import type {DeviceCard, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const empty: DeviceCard = 'empty'; // declined: there is no money left
 * sandbox.device.tap(empty);
 * ```
 */
export type DeviceCard = 'visa' | 'mastercard' | 'rupay' | 'foreign' | 'empty' | `${bigint}`;

/** The PIN of every card. */
export const PIN = '1234';

/** A card that was tapped, as far as paying needs it. */
export interface TappedCard {
  readonly number: string;
  readonly instrument: Instrument & {readonly method: 'card'};
}

/** @throws {ApiError} for what is neither in the wallet nor a card number. */
export function readCard(card: DeviceCard): TappedCard {
  const {number, holder} = isInWallet(card) ? WALLET[card] : {number: card, holder: 'Asha Rao'};
  const network = networkOf(number);
  if (network === undefined || !isCardNumber(number)) {
    throw new ApiError(
      `There is no card "${card}". There are: ${Object.keys(WALLET).join(', ')}, and Razorpay's test cards by number.`,
    );
  }
  const instrument = cardInstrument({number, network, expiry: '12/99', name: holder});
  return {number, instrument};
}

const isInWallet = (card: string): card is WalletCardName => Object.hasOwn(WALLET, card);
