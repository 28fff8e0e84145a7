import type {Card} from '../model/entities.js';

type Bank = Pick<Card, 'type' | 'issuer'>;

/** The type and the bank of each network's cards. Razorpay publishes them of one test card only. */
const BANKS: Readonly<Record<string, Bank>> = {
  'American Express': {type: 'credit', issuer: 'AMEX'},
  'Diners Club': {type: 'credit', issuer: 'HDFC'},
  MasterCard: {type: 'credit', issuer: 'ICIC'},
  RuPay: {type: 'debit', issuer: 'SBIN'},
  Visa: {type: 'credit', issuer: 'UTIB'},
};

/** The cards that Razorpay gives to test with, one of each network. Their holder may still say no. */
export const TEST_CARDS: readonly string[] = [
  '4100280000001007',
  '5500670000001002',
  '6527658900001005',
  '36082800091007',
  '340256000401007',
];

const INTERNATIONAL = new Set([
  '5555555555554444',
  '5105105105105100',
  '5104060000000008',
  '4012888888881881',
]);

/** What is known of a card by its number. A foreign bank is not named. */
export function bankOf(number: string, network: string): Bank & Pick<Card, 'international'> {
  const {type, issuer} = BANKS[network] ?? {type: 'unknown', issuer: null};
  const international = INTERNATIONAL.has(number);
  return {type, issuer: international ? null : issuer, international};
}
