import * as z from 'zod/mini';
import {SHA256_HEX} from './hex.js';
import {ORDER_ID, PAYMENT_ID} from './ids.js';

/** Body of `POST verify-url`: the handler response, exactly as Razorpay gave it. */
export const VerifyRequest = z.object({
  razorpay_payment_id: z.string().check(z.regex(PAYMENT_ID)),
  razorpay_order_id: z.string().check(z.regex(ORDER_ID)),
  razorpay_signature: z.string().check(z.regex(SHA256_HEX)),
});
export type VerifyRequest = z.infer<typeof VerifyRequest>;
