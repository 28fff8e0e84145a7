/** Where Razorpay is. */

/** The page script of Magic Checkout. */
export const MAGIC_CHECKOUT_URL = 'https://checkout.razorpay.com/v1/magic-checkout.js';
/** The REST API, without `/v1`. */
export const API_URL = 'https://api.razorpay.com';
