import type {DeviceMode} from '../../wire/device.js';
import type {OrderStatus} from '../../wire/order-status.js';
import type {LineItem} from './line-items.js';
import type {OrderMandate} from './mandate-terms.js';
import type {Quotes} from './quotes.js';

export {
  isClosed,
  isConfirmed,
  type ConfirmedStatus,
  type OrderStatus,
} from '../../wire/order-status.js';

/**
 * The payment that confirmed an order, or the one in question.
 *
 * @example
 * ```ts
 * import type {Order, OrderPayment} from 'rzp-magic-button/server.js';
 *
 * declare const order: Order; // await checkout.order('order_IEIaMR65cu6nz3')
 *
 * const payment: OrderPayment | undefined = order.payment;
 * console.log(payment ? `${payment.id} by ${payment.method ?? '?'}` : 'not paid');
 * ```
 */
export interface OrderPayment {
  /** Razorpay's id, `pay_…`. */
  readonly id: string;
  /** Razorpay's word, such as `upi`, `card` or `cod`. */
  readonly method: string | undefined;
  /** In the currency's smallest unit, with shipping and other fees. */
  readonly amount: number;
}

/**
 * A promotion that was applied in the checkout.
 *
 * @example
 * ```ts
 * import type {Order, OrderPromotion} from 'rzp-magic-button/server.js';
 *
 * declare const order: Order; // await checkout.order('order_IEIaMR65cu6nz3')
 *
 * const used: readonly OrderPromotion[] = order.details?.promotions ?? [];
 * for (const {code, value} of used) console.log(`${code ?? ''} took off ${value / 100} rupees.`);
 * ```
 */
export interface OrderPromotion {
  readonly code: string | undefined;
  /** Razorpay's word, such as `coupon` or `gift_card`. */
  readonly type: string | undefined;
  /** What it took off, in the currency's smallest unit. */
  readonly value: number;
  readonly description: string | undefined;
  /** As the merchant's own endpoint named it. */
  readonly referenceId: string | undefined;
}

/**
 * An address as the shopper gave it; `country` in lower case, such as `in`.
 *
 * @example
 * ```ts
 * import type {Order, OrderAddress} from 'rzp-magic-button/server.js';
 *
 * declare const order: Order; // await checkout.order('order_IEIaMR65cu6nz3')
 *
 * const address: OrderAddress | undefined = order.details?.customer.shippingAddress;
 * console.log([address?.name, address?.line1, address?.city, address?.zipcode].join(', '));
 * ```
 */
export interface OrderAddress {
  /** Razorpay's, of an address that the shopper has saved. */
  readonly id?: string | undefined;
  /** What the shopper calls it, such as `Home`. */
  readonly tag?: string | undefined;
  /** Razorpay's word, such as `shipping_address`. */
  readonly type?: string | undefined;
  readonly name?: string | undefined;
  readonly line1?: string | undefined;
  readonly line2?: string | undefined;
  readonly landmark?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly country?: string | undefined;
  readonly zipcode?: string | undefined;
  readonly contact?: string | undefined;
}

/**
 * What the shopper paid with, as far as Razorpay says.
 *
 * @example
 * ```ts
 * import type {Order, OrderInstrument} from 'rzp-magic-button/server.js';
 *
 * declare const order: Order; // await checkout.order('order_IEIaMR65cu6nz3')
 *
 * const instrument: OrderInstrument | undefined = order.details?.instrument;
 * console.log(instrument?.vpa ?? instrument?.bank ?? instrument?.wallet ?? 'card or cash');
 * ```
 */
export interface OrderInstrument {
  /** The address of a UPI payment, such as `asha@upi`. */
  readonly vpa: string | undefined;
  /** Of a netbanking payment, such as `HDFC`. */
  readonly bank: string | undefined;
  readonly wallet: string | undefined;
  /** Razorpay's word, such as `qr_code`. */
  readonly receiverType: string | undefined;
  /** What the acquirer knows it by, such as `rrn` and `upi_transaction_id`. */
  readonly acquirerData: Readonly<Record<string, string>>;
}

/**
 * What became of the order in the checkout. Money in the currency's smallest unit:
 * `amount = order.amount + shippingFee + codFee − Σ promotions − offerDiscount`.
 *
 * @example
 * ```ts
 * import type {Order, OrderDetails} from 'rzp-magic-button/server.js';
 *
 * declare const order: Order; // await checkout.order('order_IEIaMR65cu6nz3')
 *
 * const details: OrderDetails | undefined = order.details;
 * if (details) console.log(details.amount, details.shippingMethod?.name, details.customer.contact);
 * ```
 * @see https://razorpay.com/docs/payments/magic-checkout/web/ (1.9, Perform Post Payment Processing)
 */
export interface OrderDetails {
  /** What the shopper owes or has paid, all told. */
  readonly amount: number;
  /** What the line items cost before fees and promotions. */
  readonly lineItemsTotal: number;
  readonly shippingFee: number;
  /** Fee for cash on delivery. */
  readonly codFee: number;
  readonly promotions: readonly OrderPromotion[];
  /** Offers of banks and wallets, as Razorpay names them. */
  readonly offers: readonly unknown[];
  /** What the offers took off the payment. */
  readonly offerDiscount: number;
  /** What `shipping` had quoted; undefined where two cost the same and Razorpay names neither. */
  readonly shippingMethod: {readonly id: string; readonly name: string} | undefined;
  /** As Razorpay worked it out, and whether the prices contain it. */
  readonly tax: {readonly total: number; readonly included: boolean | undefined} | undefined;
  readonly customer: {
    readonly contact: string | undefined;
    readonly email: string | undefined;
    readonly shippingAddress: OrderAddress | undefined;
    readonly billingAddress: OrderAddress | undefined;
  };
  /** With what the checkout added, such as `gstin`, `order_instruction`, `shipping_method_name`. */
  readonly notes: Readonly<Record<string, string>>;
  readonly instrument: OrderInstrument;
}

/**
 * Why an order is in `review`.
 *
 * @example
 * ```ts
 * import type {Order, OrderReview} from 'rzp-magic-button/server.js';
 *
 * declare const order: Order; // await checkout.order('order_IEIaMR65cu6nz3')
 *
 * const review: OrderReview | undefined = order.review;
 * if (review) console.log(`Look at ${review.payment.id}: ${review.reason}`);
 * ```
 */
export interface OrderReview {
  /** One sentence for the merchant. */
  readonly reason: string;
  readonly payment: OrderPayment;
  /**
   * True where the payment fits and the order waits all the same, because `onStatus` has said so or
   * another order has the coupon. No payment confirms it any more.
   */
  readonly held?: boolean | undefined;
}

/**
 * What the ledger knows of an order.
 *
 * @example
 * ```ts
 * import type {Checkout, Order} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const order: Order | undefined = await checkout.order('order_IEIaMR65cu6nz3');
 * if (order) console.log(order.status, order.amount / 100, order.lineItems.length);
 * ```
 */
export interface Order {
  /** Razorpay's id, `order_…`. */
  readonly id: string;
  /**
   * The name under which Razorpay asks the merchant's endpoints about the order. Nobody can guess it,
   * unless the order was adopted: then it is the one that you have given it, or its id.
   */
  readonly receipt: string;
  /** The key that made the order; only this key's checkout opens it. */
  readonly keyId: string;
  readonly status: OrderStatus;
  /** Σ `offerPrice × quantity` in the currency's smallest unit, as priced at creation. */
  readonly amount: number;
  /** ISO 4217, such as `INR`. */
  readonly currency: string;
  /** As priced at creation, whatever the shop's prices are now; none where a mandate is approved. */
  readonly lineItems: readonly LineItem[];
  /** What the shopper approves by paying; undefined where line items are bought. */
  readonly mandate: OrderMandate | undefined;
  /** For which kind of device it was made; undefined where it is paid in a checkout. */
  readonly deviceMode?: DeviceMode | undefined;
  readonly notes: Readonly<Record<string, string>>;
  /** Absent until the order is `paid` or `placed`. */
  readonly payment: OrderPayment | undefined;
  /** What has gone back to the shopper, in the currency's smallest unit. */
  readonly amountRefunded: number;
  /** Customer, addresses, fees, promotions and offers; absent until a payment came. */
  readonly details: OrderDetails | undefined;
  /** What `shipping` and `promotions` have quoted for it. */
  readonly quotes: Quotes;
  /** Only while the order is in `review`. */
  readonly review: OrderReview | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * Something happened to an order. Told once per change.
 *
 * @example
 * ```ts
 * import type {StatusChange} from 'rzp-magic-button/server.js';
 *
 * // For `afterStatus`, which may be called twice: the id of the change makes one mail of them.
 * export function mailOf({status, order, payment, refund}: StatusChange): string {
 *   if (status === 'placed') return `Thank you! You pay ${payment.amount / 100} rupees on delivery.`;
 *   if (status === 'refund_failed') return `Please tell us where ${-refund / 100} rupees may go.`;
 *   if (refund) return `${refund / 100} rupees of ${order.id} are on their way back.`;
 *   return `Your order ${order.id} is ${status}.`;
 * }
 * ```
 */
export interface StatusChange {
  /**
   * The status that was entered; `partly_refunded` while the order stays `paid`, and `refund_failed`
   * where money that was on its way back came back to you: the order is `paid` again.
   */
  readonly status:
    'paid' | 'placed' | 'cancelled' | 'partly_refunded' | 'refunded' | 'refund_failed' | 'review';
  readonly previous: OrderStatus;
  /**
   * Ship now: true once per order, when it becomes `paid` or `placed`. Cash that comes in later for
   * an order that was placed, refunds and those that fail, orders in review and those that approve a
   * mandate never ship.
   */
  readonly ship: boolean;
  /** The order after the change. */
  readonly order: Order;
  /** The payment that caused it. */
  readonly payment: OrderPayment;
  /**
   * What went back to the shopper with this change, in the currency's smallest unit; 0 but for
   * refunds, and negative for `refund_failed`: that much came back to you.
   */
  readonly refund: number;
}
