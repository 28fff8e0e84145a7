const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A text of random characters, for ids and references that nobody can guess. */
export const randomText = (length: number, characters = ALPHANUMERIC): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(length)), (number) =>
    characters.charAt(number % characters.length),
  ).join('');

/** What an id is of, in the word that it begins with. */
export type IdPrefix =
  'card' | 'cust' | 'inv' | 'notification' | 'order' | 'pay' | 'pda' | 'rfnd' | 'token';

/** An id in Razorpay's form: `order_` and 14 letters and digits. */
export const newId = (prefix: IdPrefix): string => `${prefix}_${randomText(14)}`;

/** Whether a text has the form of such an id. */
export const isId = (prefix: IdPrefix, text: string): boolean =>
  text.startsWith(`${prefix}_`) && /^[A-Za-z0-9]{14}$/.test(text.slice(prefix.length + 1));
