/** An amount in the smallest unit as a person writes it: `₹500`, `₹499.50`. */
export function money(amount: number, currency: string): string {
  const format = (fractionDigits?: number): Intl.NumberFormat =>
    new Intl.NumberFormat('en-IN', {
      style: 'currency',
      currency,
      ...(fractionDigits !== undefined && {minimumFractionDigits: fractionDigits}),
    });
  const digits = format().resolvedOptions().maximumFractionDigits ?? 2;
  const value = amount / 10 ** digits;
  return format(Number.isInteger(value) ? 0 : digits).format(value);
}
