import {ENDPOINT_PATHS} from '../../wire/endpoints/paths.js';
import type {MerchantEndpoints} from './merchant-server.js';

/** The addresses of a server kit: its webhook, and what Magic Checkout asks. */
export interface KitEndpoints {
  readonly webhookUrl: string;
  readonly merchant: Partial<MerchantEndpoints>;
}

/** The endpoints of the server kit that is mounted at an address, whose `?key=…` they get. */
export function kitEndpoints(address: string): KitEndpoints {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    throw new TypeError(
      `merchant is "${address}". Write an address such as http://127.0.0.1:3000/checkout.`,
    );
  const {origin, pathname, search} = new URL(address);
  const base = origin + pathname.replace(/\/+$/, '');
  return {
    webhookUrl: `${base}${ENDPOINT_PATHS.webhook}`,
    merchant: {
      shippingInfoUrl: `${base}${ENDPOINT_PATHS.shippingInfo}${search}`,
      promotionsUrl: `${base}${ENDPOINT_PATHS.listPromotions}${search}`,
      applyPromotionUrl: `${base}${ENDPOINT_PATHS.applyPromotion}${search}`,
    },
  };
}
