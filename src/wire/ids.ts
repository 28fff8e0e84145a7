/** How Razorpay's ids are written: a word for what it is, and letters and digits. */

/** An order, `order_…`. */
export const ORDER_ID = /^order_\w{1,64}$/;
/** A payment, `pay_…`. */
export const PAYMENT_ID = /^pay_\w{1,64}$/;
/** A customer, `cust_…`. */
export const CUSTOMER_ID = /^cust_\w{1,64}$/;
/** A mandate, `token_…`. */
export const TOKEN_ID = /^token_\w{1,64}$/;
/** A registration link, `inv_…`. */
export const INVOICE_ID = /^inv_\w{1,64}$/;
/** The public half of a key, `rzp_test_…` or `rzp_live_…`. */
export const KEY_ID = /^rzp_(test|live)_\w+$/;

/** What a key id begins with: orders, payments and webhooks of the two modes are kept apart. */
export type KeyMode = 'rzp_test_' | 'rzp_live_';

/** Returns the mode of a text that is a key id, or begins as one. */
export const keyMode = (text: string): KeyMode | undefined =>
  (['rzp_test_', 'rzp_live_'] as const).find((mode) => text.startsWith(mode));

/** The key id of a sandbox that was given no other. */
export const SANDBOX_KEY_ID = 'rzp_test_Sandbox0000001';

/** Whether a key is a sandbox's, by its name: Razorpay knows none that begins so. */
export const isSandboxKey = (keyId: unknown): boolean =>
  typeof keyId === 'string' && /^rzp_test_sandbox/i.test(keyId);
