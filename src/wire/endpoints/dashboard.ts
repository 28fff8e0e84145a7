/** What is entered in Razorpay's dashboard. */
export interface DashboardFields {
  readonly promotions: string | undefined;
  readonly applyPromotion: string | undefined;
  readonly shippingInfo: string | undefined;
  readonly callback: string;
  readonly webhook: string;
  readonly webhookEvents: readonly string[];
}

/** Razorpay's dashboard for a person: where each field is, and what goes into it. */
export const dashboardPage = (fields: DashboardFields): string => `\
Magic Checkout > Platform Setup: Custom E-Commerce Platform
Magic Checkout > Setup & Settings > Checkout Settings > Coupon Settings
  URL for get promotions    ${fields.promotions ?? 'none: createCheckout has no "promotions"'}
  URL for apply promotions  ${fields.applyPromotion ?? 'none: createCheckout has no "promotions"'}
Magic Checkout > Setup & Settings > Shipping Setup, service type API
  URL for shipping info     ${fields.shippingInfo ?? 'none: createCheckout has no "shipping"'}
Allow-list for callbacks
  Domain                    ${new URL(fields.callback).hostname}
  callback-url of the tag   ${fields.callback}
Account & Settings > Webhooks
  Webhook URL               ${fields.webhook}
  Active events             ${fields.webhookEvents.join(', ')}
`;
