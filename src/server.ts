import {verifyPaymentSignature} from './wire/signature.js';

export {createCheckout, type Checkout} from './server/create-checkout.js';
export {ConfigError} from './server/kit/config-error.js';
export type {
  Cart,
  CheckoutConfig,
  DevicesConfig,
  MadeOrder,
  RazorpayConfig,
  ReceivedEvent,
} from './server/kit/config.js';
export {OrderRefused} from './server/endpoints/order-refused.js';
export {NeedsReview} from './server/orders/needs-review.js';
export {PaymentMismatchError} from './server/orders/payment-mismatch-error.js';
export {
  RAZORPAY_ERROR_CODES,
  RazorpayError,
  type RazorpayErrorCode,
} from './server/razorpay/error.js';
export {toNodeHandler, type NodeRequest, type NodeResponse} from './server/http/node-handler.js';
export {
  DEVICE_ERRORS,
  deviceErrorOf,
  type DeviceErrorKey,
  type DeviceErrorRow,
  type DeviceMode,
} from './wire/device.js';
export {hmacHex, signPayment, verifyHmacHex, verifyPaymentSignature} from './wire/signature.js';
export type {Cors} from './server/http/cors.js';
export {PAGE_POLICY} from './server/http/page-policy.js';
export type {LimitVerdict} from './server/http/endpoint.js';
export type {DashboardUrls} from './server/endpoints/dashboard-urls.js';
export type {ForeignOrder} from './server/orders/adopt-order.js';
export type {Duration} from './server/kit/duration.js';
export type {Handler} from './server/http/fetch-handler.js';
export type {
  MandateCustomers,
  Mandates,
  RegistrationLinks,
} from './server/mandates/create-mandates.js';
export type {DeviceReportRow} from './server/model/devices/device-report.js';
export type {ChargeReportRow, MandateReportRow} from './server/mandates/mandate-report.js';
export type {MandateFrequency, PricedMandate} from './server/model/mandate-terms.js';
export {
  CHARGE_FAILURE_REASONS,
  type Advice,
  type ChargeFailure,
  type ChargeFailureReason,
} from './server/model/mandates/charge-failure.js';
export type {ChargeRequest} from './server/model/mandates/charge-request.js';
export type {RefundRequest} from './server/model/mandates/refund-request.js';
export type {Charge, ChargeChange, ChargeStatus} from './server/model/mandates/charge.js';
export type {Customer, CustomerChange, NewCustomer} from './server/model/mandates/customer.js';
export {
  MANDATE_ERROR_CODES,
  MandateError,
  type MandateErrorCode,
} from './server/model/mandates/mandate-error.js';
export type {Mandate, MandateChange, MandateStatus} from './server/model/mandates/mandate.js';
export type {
  NewRegistrationLink,
  RegistrationLink,
} from './server/model/mandates/registration-link.js';
export type {Token} from './server/model/mandates/token.js';
export type {CloseOptions, Ledger} from './server/ledger/ledger.js';
export {
  LEDGER_ERROR_CODES,
  LedgerError,
  type LedgerErrorCode,
} from './server/ledger/ledger-error.js';
export type {LineItem, PricedCart} from './server/model/line-items.js';
export type {Asker} from './server/model/asker.js';
export type {
  Order,
  OrderAddress,
  OrderDetails,
  OrderInstrument,
  OrderPayment,
  OrderPromotion,
  OrderReview,
  OrderStatus,
  StatusChange,
} from './server/model/order.js';
export {
  PROMOTION_FAILURE_CODES,
  type AppliedPromotion,
  type Promotion,
  type PromotionFailure,
  type PromotionFailureCode,
  type PromotionQuestion,
  type Promotions,
} from './server/model/promotion.js';
export type {QuotedAddress, QuotedMethod, QuotedPromotion, Quotes} from './server/model/quotes.js';
export type {
  ShippingAddress,
  ShippingMethod,
  ShippingQuestion,
} from './server/model/shipping-method.js';
export type {ReconcileOptions} from './server/orders/reconcile.js';
export type {ReconcileReport, ReconcileRow} from './server/orders/reconcile-report.js';

/** @deprecated It is called `verifyPaymentSignature`, which says what it looks at: no amount. */
export const verifyPayment = verifyPaymentSignature;
