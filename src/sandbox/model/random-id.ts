const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A text of random characters, for ids and references that nobody can guess. */
export const randomText = (length: number, characters = ALPHANUMERIC): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(length)), (number) =>
    characters.charAt(number % characters.length),
  ).join('');

/** An id in Razorpay's form: `order_` and 14 letters and digits. */
export const newId = (prefix: 'card' | 'order' | 'pay' | 'rfnd'): string =>
  `${prefix}_${randomText(14)}`;
