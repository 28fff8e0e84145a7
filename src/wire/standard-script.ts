/** The page script of Standard Checkout. By itself, because a page view needs the other one alone. */
export const CHECKOUT_URL = 'https://checkout.razorpay.com/v1/checkout.js';
