import {MAGIC_CHECKOUT_URL} from '../../wire/addresses.js';
import {CHECKOUT_URL} from '../../wire/standard-script.js';

/** Whether `recurring`, as anybody writes it, makes the payment the first of several. */
export const asksForMandate = (recurring: unknown): boolean =>
  [true, 1, '1', 'true', 'preferred'].some((word) => word === recurring);

/** Returns the address of Razorpay's script: Magic Checkout takes no mandates, Standard Checkout does. */
export const scriptFor = (recurring: unknown): string =>
  asksForMandate(recurring) ? CHECKOUT_URL : MAGIC_CHECKOUT_URL;
