/** How Razorpay's ids are written: a word for what it is, and letters and digits. */

/** An order, `order_…`. */
export const ORDER_ID = /^order_\w{1,64}$/;
/** A payment, `pay_…`. */
export const PAYMENT_ID = /^pay_\w{1,64}$/;
/** A customer, `cust_…`. */
export const CUSTOMER_ID = /^cust_\w{1,64}$/;
/** The public half of a key, `rzp_test_…` or `rzp_live_…`. */
export const KEY_ID = /^rzp_(test|live)_\w+$/;
