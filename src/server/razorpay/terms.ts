import type {Terms} from '../model/mandate-terms.js';

/** What a shopper approves, as Razorpay takes it. */
export const toToken = ({
  maxAmount,
  frequency,
  expireAt,
  recurringValue,
  recurringType,
}: Terms): Record<string, unknown> => ({
  max_amount: maxAmount,
  ...(frequency !== undefined && {frequency}),
  ...(expireAt !== undefined && {expire_at: expireAt}),
  ...(recurringValue !== undefined && {recurring_value: recurringValue}),
  ...(recurringType !== undefined && {recurring_type: recurringType}),
});
