/** Returns an E.164 number, `+91…` where no country is named, or nothing if it can't be one. */
export function toE164(typed: string): string | undefined {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^00/, '+');
  const number = digits.replace(/^0/, '').replace(/^(91)?(\d{10})$/, '+91$2');
  return /^\+[1-9]\d{7,14}$/.test(number) ? number : undefined;
}
