/**
 * An order, its payment and a code that no shop has: Razorpay's ids have letters and digits only after
 * their first word. What is asked about them is to be refused, and changes nothing.
 */
export const NO_ORDER_ID = 'order_rzp_magic_button_doctor';
export const NO_PAYMENT_ID = 'pay_rzp_magic_button_doctor';
export const NO_RECEIPT = 'rzp-magic-button-doctor';
export const NO_CODE = 'RZP-MAGIC-BUTTON-DOCTOR';

/** No secret signs anything with it. */
export const NO_SIGNATURE = '0'.repeat(64);
