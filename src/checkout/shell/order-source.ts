import type {Money} from './confirmation.js';
import type {OrderReply} from '../../wire/merchant.js';
import type {RequestSettings} from './request-settings.js';

/** Where the order comes from: one that exists, the merchant's endpoint, or the merchant's function. */
export interface OrderSource extends RequestSettings {
  orderId?: string | null | undefined;
  orderUrl?: string | null | undefined;
  orderData?: Readonly<Record<string, unknown>> | null | undefined;
  createOrder?: (() => Promise<OrderReply> | OrderReply) | null | undefined;
  /** Which of several buttons with one `createOrder` and no data it is. @internal */
  seat?: string | undefined;
}

/** The order to be paid, with the key that matches it and options that belong to it. */
export interface OrderToPay {
  /** What is to be paid, where the merchant's server says so. */
  money?: Money | undefined;
  orderId: string;
  keyId?: string | undefined;
  options?: Readonly<Record<string, unknown>> | undefined;
}
