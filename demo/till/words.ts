import type {RefundAnswer} from './sales.js';

/** What the cashier is told of a refund. */
export const REFUND_WORDS: Readonly<Record<RefundAnswer, string>> = {
  asked: 'The money is on its way back to the customer.',
  refused: 'Razorpay did not give it back. Look at the sale: it may have gone back already.',
  unknown: 'Razorpay does not answer. Press again: it is given back once, however often you press.',
};

const METHODS: Readonly<Record<string, string>> = {card: 'Card', upi: 'UPI'};

/** How Razorpay's word for a way to pay is called. */
export const methodName = (word: string | undefined): string =>
  (word === undefined ? undefined : METHODS[word]) ?? 'another way';

const TIME = new Intl.DateTimeFormat('en-IN', {timeStyle: 'short', timeZone: 'Asia/Kolkata'});
const DAY_AND_TIME = new Intl.DateTimeFormat('en-IN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Kolkata',
});

/** `3:07 pm`. */
export const timeOf = (iso: string): string => TIME.format(new Date(iso));
/** `26 Nov 2026, 3:07 pm`. */
export const dayAndTimeOf = (iso: string): string => DAY_AND_TIME.format(new Date(iso));
