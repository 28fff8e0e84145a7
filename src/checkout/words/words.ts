import type {OwnWords} from './merge-words.js';

/**
 * Every word that a shopper reads, once a language. A place in braces is filled in: `{amount}` as
 * money (`₹349`), `{order}` and `{payment}` with Razorpay's ids. Where no amount is known the text
 * without it stands. Each promise about money is exact: translate what it says, and no more.
 *
 * @example
 * ```ts
 * import type {Words} from 'rzp-magic-button';
 *
 * const ours: Pick<Words, 'secured' | 'payment'> = {
 *   secured: 'Safe with Razorpay',
 *   payment: 'Number {payment}',
 * };
 * console.log(ours.secured);
 * ```
 */
export interface Words {
  /** Its tag, as browsers know it. */
  readonly language: string;
  /** What the button says by its `type`, without an amount and with one. */
  readonly type: Readonly<Record<ButtonType, WithAmount>>;
  /** What the button says while it is not idle. Short: the least width of the button holds each. */
  readonly label: {
    readonly preparing: string;
    /** The payment window is open, and the page waits for it. */
    readonly open: string;
    readonly verifying: string;
    /** A payment may be on its way, and is waited for. */
    readonly checking: string;
    readonly unconfirmed: string;
    readonly paid: string;
    /** Cash on delivery: ordered, not paid. */
    readonly placed: string;
  };
  /** Read out while the payment window is open, and seen by nobody. */
  readonly finish: string;
  /** How the title and the text of a notice are one message: `{title}. {text}`. */
  readonly message: string;
  readonly notice: {
    /** Razorpay said that an attempt failed. What was taken all the same, the bank gives back. */
    readonly failed: Said;
    /** Pay was pressed, nothing is on its way as far as anybody knows, and no payment has come. */
    readonly unseen: Said;
    /** The same where nobody can be asked: the page has no address for it. */
    readonly unasked: Said;
    /** The shop could not be asked, and a payment may have come. */
    readonly unreachable: Said;
    /** A payment may be on its way, or somebody at the shop looks into one. */
    readonly attempted: Said;
    /** A payment was made, and the shop has not acknowledged it; it is asked again. */
    readonly pending: Said;
    /** A payment was made, and nobody asks any more. */
    readonly rejected: Said;
    readonly paid: Said & {readonly textWithAmount: string};
    /** What is to be paid when the parcel comes: `{amount}` has shipping and every fee in it. */
    readonly placed: Said & {readonly titleWithAmount: string};
    /** What was bought before: in another tab, or on an earlier page view. */
    readonly earlierPaid: Said;
    readonly earlierPlaced: Said;
  };
  /** Which payment a notice is about, before its number. */
  readonly payment: string;
  /** Why no checkout opened, or why it broke. `{standing}` is one of `standing`, or nothing. */
  readonly error: {
    readonly unavailable: Said;
    readonly trouble: Said;
    readonly notLoaded: Said;
    readonly slow: Said;
    readonly closed: Said;
    readonly silent: Said;
    readonly busy: Said;
    readonly unexpected: Said;
    /** A part of this button could not be loaded. */
    readonly broken: Said;
  };
  /** Where the money of a cart is, as far as anybody knows. */
  readonly standing: {
    /** No order was made, or the shop has just said that nobody paid it, nor did anybody press Pay. */
    readonly uncharged: string;
    /** Pay was pressed in a checkout of an order. */
    readonly tried: string;
    /** A payment was made that the shop has not acknowledged. */
    readonly paid: string;
  };
  readonly action: {
    /** Opens the payment window of the same order again. */
    readonly tryAgain: WithAmount;
    readonly checkAgain: string;
    /** Beside "Try again", after a payment that failed. */
    readonly checkCharge: string;
    readonly viewOrder: string;
    readonly buyAgain: string;
    readonly copy: string;
    /** What "copy" says once it is done. */
    readonly copied: string;
  };
  /** Above a payment window that shows nothing. */
  readonly slow: {
    readonly title: string;
    readonly text: string;
    /** Closes the payment window. */
    readonly close: string;
    /** Said in place of closing it, while a payment is on its way. */
    readonly paying: string;
  };
  readonly secured: string;
  /** Ways to pay, as small marks. */
  readonly mark: Readonly<Record<Mark, string>>;
}

/**
 * What a page has buttons say in the place of our words, by the language. What it leaves out is said
 * in ours. It may be a language that we do not have, `ur` for example: it is spoken where the page says
 * `lang="ur"`, and what it leaves out is said in English.
 *
 * @example
 * ```ts
 * import {RzpMagicButton, type OwnButtonWords} from 'rzp-magic-button';
 *
 * const words: OwnButtonWords = {hi: {label: {paid: 'पैसे मिल गए'}}, en: {action: {buyAgain: 'Once more'}}};
 *
 * RzpMagicButton.words = words;
 * ```
 */
export type OwnButtonWords = Readonly<Record<string, OwnWords<Words> | undefined>>;

/**
 * A text without an amount, and with one: `{amount}`.
 * @inline
 */
export type WithAmount = readonly [plain: string, withAmount: string];

/**
 * What a notice says. The title has no full stop; the text is a sentence, or empty.
 * @inline
 */
export interface Said {
  readonly title: string;
  readonly text: string;
}

/**
 * What a press of the button is called.
 * @inline
 */
export type ButtonType = 'pay' | 'buy' | 'order' | 'checkout' | 'donate' | 'subscribe' | 'book';

/**
 * A way to pay.
 * @inline
 */
export type Mark = 'upi' | 'card' | 'netbanking' | 'wallet' | 'emi' | 'paylater' | 'cod';
