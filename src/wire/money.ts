/**
 * Amounts are integers in the currency's smallest unit, paise for INR, as Razorpay has them. Only
 * where a person reads one does it get its decimals, here.
 */

/**
 * Currencies whose smallest unit is not a hundredth (ISO 4217). Not asked of `Intl`, which follows
 * what people write in shops: it gives HUF, IDR and TWD no decimals, and would show a hundredfold.
 */
const DECIMALS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
    .split(' ')
    .map((currency): [string, number] => [currency, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((currency): [string, number] => [currency, 3]),
]);

/** Returns how many decimals an amount of a currency has: 2 for `INR`, 0 for `JPY`, 3 for `KWD`. */
export const decimalsOf = (currency: string): number => DECIMALS[currency.toUpperCase()] ?? 2;

/** Writes an amount as a plain number with all its decimals, for tables: `34900` is `349.00`. */
export function decimalAmount(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return (amount / 10 ** decimals).toFixed(decimals);
}

/**
 * Writes an amount as a shopper reads it, without decimals that are all zero: `₹349`, `₹349.50`. In
 * each language as in English: browsers group Marathi and Kannada by thousands (₹1,234,567) and give
 * Bengali digits of its own, which is what nobody in India reads in an app that takes money.
 */
export function formatMoney(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const value = amount / 10 ** decimals;
  const shown = Number.isInteger(value) ? 0 : decimals;
  return new Intl.NumberFormat('en-IN', {
    style: 'currency',
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(value);
}
