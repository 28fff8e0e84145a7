/** Card numbers, for the checkout that takes them and for the server that judges them. */

const NETWORKS: readonly (readonly [name: string, prefix: RegExp, lengths: readonly number[]])[] = [
  ['American Express', /^3[47]/, [15]],
  ['Diners Club', /^3(0[0-5]|[68])/, [14]],
  ['RuPay', /^(6[05]|508|8[12])/, [16]],
  ['Visa', /^4/, [16]],
  ['MasterCard', /^(5[1-5]|2[2-7])/, [16]],
];

/** The network that issued the number, in Razorpay's spelling, or undefined. */
export const networkOf = (number: string): string | undefined =>
  NETWORKS.find(([, prefix]) => prefix.test(number))?.[0];

/** Whether the number has its network's length and a right check digit (Luhn). */
export function isCardNumber(number: string): boolean {
  const lengths = NETWORKS.find(([, prefix]) => prefix.test(number))?.[2];
  if (!lengths?.includes(number.length)) return false;
  const sum = Array.from(number, Number)
    .reverse()
    .map((digit, index) => (index % 2 ? digit * 2 - (digit > 4 ? 9 : 0) : digit))
    .reduce((total, digit) => total + digit, 0);
  return sum % 10 === 0;
}

/** `4100 2800 0000 1007`, as it is printed on the card. */
export const spacedNumber = (number: string): string =>
  number.length === 15 || number.length === 14
    ? [number.slice(0, 4), number.slice(4, 10), number.slice(10)].join(' ')
    : (number.match(/.{1,4}/g) ?? []).join(' ');

/** Whether `MM/YY` is a month that has not ended. */
export function isExpiry(text: string, today = new Date()): boolean {
  const [, month, year] = /^(\d\d)\s*\/\s*(\d\d)$/.exec(text.trim()) ?? [];
  if (!month || !year || Number(month) < 1 || Number(month) > 12) return false;
  return new Date(2000 + Number(year), Number(month), 1) > today;
}
