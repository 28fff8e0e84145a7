/**
 * The fields of Magic Checkout's funnel that name no person. A list of what passes, not of what
 * does not: a field that Razorpay adds stays out until it is known.
 * Source: Magic Checkout, analytics event reference.
 */
const IMPERSONAL =
  'event paymentMode paymentMethod lineItems totalAmount latestTotal shippingAmount couponDiscountValue isScriptCouponApplied currency otp_verified shipping_fee cod cod_fee appliedCouponCode couponCode amountBeforeDisc amountAfterDisc errorMsg failureReason time_since_open'.split(
    ' ',
  );

/** Returns a funnel event without personal data. */
export function impersonal(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    IMPERSONAL.filter((name) => name in data).map((name) => [name, data[name]]),
  );
}
