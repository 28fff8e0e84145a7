/** Where a server kit has its endpoints, below the address that it is mounted at. */
export const ENDPOINT_PATHS = {
  orders: '/orders',
  verify: '/verify',
  callback: '/callback',
  webhook: '/webhook',
  status: '/status',
  devices: '/devices',
  shippingInfo: '/shipping-info',
  listPromotions: '/promotions',
  applyPromotion: '/promotions/apply',
} as const;

/** An endpoint, by the name that `Checkout` has it under. */
export type EndpointName = keyof typeof ENDPOINT_PATHS;
