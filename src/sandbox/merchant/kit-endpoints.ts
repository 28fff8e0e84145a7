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
    webhookUrl: `${base}/webhook`,
    merchant: {
      shippingInfoUrl: `${base}/shipping-info${search}`,
      promotionsUrl: `${base}/promotions${search}`,
      applyPromotionUrl: `${base}/promotions/apply${search}`,
    },
  };
}
