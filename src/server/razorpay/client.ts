import * as z from 'zod/mini';
import {DEVICE_MODE_HEADER, type DeviceMode} from '../../wire/device.js';
import type {LineItem} from '../model/line-items.js';
import type {OrderMandate} from '../model/mandate-terms.js';
import {createCall, segment, type CallConfig} from './call.js';
import {createCustomerCalls, type CustomerCalls} from './customers.js';
import {
  collection,
  OrderEntity,
  PaymentEntity,
  type RemoteOrder,
  type RemotePayment,
} from './entities.js';
import {createRecurringCalls, type RecurringCalls} from './recurring-payments.js';
import {createLinkCalls, type LinkCalls} from './registration-links.js';
import {toToken} from './terms.js';
import {createTokenCalls, type TokenCalls} from './tokens.js';

/**
 * The part of Razorpay's REST API that the kit needs, on any `fetch`. Razorpay's own spelling ends
 * here.
 *
 * https://razorpay.com/docs/api/orders and https://razorpay.com/docs/api/payments
 */
export interface RazorpayClient {
  postOrder(order: NewOrder): Promise<RemoteOrder>;
  /** The order of this receipt, if Razorpay has one. */
  findOrder(receipt: string, mode?: DeviceMode): Promise<RemoteOrder | undefined>;
  /** The order; where it was made for a device, by whose mode it is asked for, with its payments. */
  getOrder(orderId: string, mode?: DeviceMode): Promise<RemoteOrder>;
  /** All attempts to pay the order, failed ones included. */
  getPayments(orderId: string, mode?: DeviceMode): Promise<RemotePayment[]>;
  getPayment(paymentId: string): Promise<RemotePayment>;
  capturePayment(payment: RemotePayment): Promise<RemotePayment>;
  /** Gives so much of a payment back. The same key makes one refund, however often it is sent. */
  refundPayment(paymentId: string, amount: number, key: string): Promise<void>;
  readonly customers: CustomerCalls;
  readonly tokens: TokenCalls;
  readonly links: LinkCalls;
  readonly recurring: RecurringCalls;
}

/** An order to be made. Amounts in the currency's smallest unit. */
export interface NewOrder {
  readonly amount: number;
  readonly currency: string;
  readonly receipt: string;
  readonly lineItems: readonly LineItem[];
  /** What the shopper shall approve, instead of buying line items. */
  readonly mandate: OrderMandate | undefined;
  readonly notes: Readonly<Record<string, string>>;
  /** For which kind of device it is made; undefined where it is paid in a checkout. */
  readonly deviceMode: DeviceMode | undefined;
}

export function createRazorpayClient(config: CallConfig): RazorpayClient {
  const call = createCall(config);
  return {
    postOrder: ({amount, currency, receipt, notes, deviceMode, ...bought}) =>
      call(
        OrderEntity,
        'POST',
        '/v1/orders',
        {
          amount,
          currency,
          receipt,
          notes,
          // Overrides the dashboard: a payment that is only authorised goes back to the shopper.
          payment_capture: true,
          // A device shows a sum and no line items.
          ...(deviceMode === undefined && contentsOf(amount, bought)),
        },
        modeHeader(deviceMode),
      ),
    async findOrder(receipt, mode) {
      const query = new URLSearchParams({receipt});
      const path = `/v1/orders?${query.toString()}`;
      const header = modeHeader(mode);
      const orders = await call(collection(OrderEntity), 'GET', path, undefined, header);
      return orders.find((order) => order.receipt === receipt);
    },
    getOrder(orderId, mode) {
      const query = mode === undefined ? '' : '?expand%5B%5D=payments';
      const path = `/v1/orders/${segment(orderId)}${query}`;
      return call(OrderEntity, 'GET', path, undefined, modeHeader(mode));
    },
    getPayments(orderId, mode) {
      const path = `/v1/orders/${segment(orderId)}/payments`;
      return call(collection(PaymentEntity), 'GET', path, undefined, modeHeader(mode));
    },
    getPayment: (paymentId) => call(PaymentEntity, 'GET', `/v1/payments/${segment(paymentId)}`),
    capturePayment: ({id, amount, currency}) =>
      call(PaymentEntity, 'POST', `/v1/payments/${segment(id)}/capture`, {amount, currency}),
    async refundPayment(paymentId, amount, key) {
      await call(
        z.looseObject({id: z.string()}),
        'POST',
        `/v1/payments/${segment(paymentId)}/refund`,
        {amount},
        {'X-Refund-Idempotency': key},
      );
    },
    customers: createCustomerCalls(call),
    tokens: createTokenCalls(call),
    links: createLinkCalls(call),
    recurring: createRecurringCalls(call),
  };
}

/** What Razorpay's checkout is to show: a mandate, or line items. */
const contentsOf = (
  amount: number,
  {mandate, lineItems}: Pick<NewOrder, 'mandate' | 'lineItems'>,
) =>
  mandate
    ? {method: 'upi', customer_id: mandate.customer, token: toToken(mandate)}
    : {
        // Without it Razorpay shows the standard checkout.
        line_items_total: amount,
        line_items: lineItems.map(toRazorpay),
      };

/** Goes along with each request about an order that was made for a device. */
export const modeHeader = (mode: DeviceMode | undefined) =>
  mode === undefined ? undefined : {[DEVICE_MODE_HEADER]: mode};

const toRazorpay = (item: LineItem): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
