import type {Language} from '../../../../wire/languages.js';
import type {Words} from './en.js';
import {wordsIn} from './languages.js';

/** What the server has said, as the shopper reads it. */
export interface Said {
  readonly text: string;
  /** Where it stays in English on a page of another language. */
  readonly lang: 'en' | undefined;
}

/** The reasons of failed payments that each language has words for. */
const REASONS = [
  'payment_failed',
  'payment_cancelled',
  'payment_declined',
  'payment_timed_out',
  'order_already_paid',
  'invalid_otp',
  'card_declined',
  'card_disabled_for_online_payments',
  'card_number_invalid',
  'insufficient_fund',
  'gateway_technical_error',
  'authentication_failed',
] as const satisfies readonly (keyof Words)[];

/**
 * A text of the server's, which speaks English as Razorpay's does: in English as it is, in another
 * language by its reason or as that language's words for the same.
 */
export function translated(language: Language, text: string, reason?: string): Said {
  const words = wordsIn(language);
  const english = wordsIn('en');
  if (language === 'en' || Object.values(words).includes(text)) return {text, lang: undefined};
  const key =
    REASONS.find((name) => name === reason) ??
    (Object.keys(english) as (keyof Words)[]).find((name) => english[name] === text);
  return key ? {text: words[key], lang: undefined} : {text, lang: 'en'};
}
