export {createCheckout, type Checkout} from './server/create-checkout.js';
export {
  ConfigError,
  type Cart,
  type CheckoutConfig,
  type LimitVerdict,
  type MadeOrder,
  type RazorpayConfig,
} from './server/config.js';
export {OrderRefused} from './server/create-order.js';
export {PaymentMismatchError} from './server/confirm-payment.js';
export {
  RAZORPAY_ERROR_CODES,
  RazorpayError,
  type RazorpayErrorCode,
} from './server/razorpay-error.js';
export {toNodeHandler, type NodeRequest, type NodeResponse} from './server/node-handler.js';
export {hmacHex, signPayment, verifyHmacHex, verifyPayment} from './wire/signature.js';
export type {Cors} from './server/cors.js';
export type {DashboardUrls} from './server/dashboard-urls.js';
export type {ForeignOrder} from './server/adopt-order.js';
export type {Duration} from './server/duration.js';
export type {Handler} from './server/handler.js';
export type {Ledger} from './server/ledger.js';
export type {LineItem, PricedCart} from './server/line-items.js';
export type {Asker} from './server/magic-request.js';
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
} from './server/order.js';
export {PROMOTION_FAILURE_CODES, type PromotionFailureCode} from './server/failure.js';
export type {
  AppliedPromotion,
  Promotion,
  PromotionFailure,
  PromotionQuestion,
  Promotions,
} from './server/promotion.js';
export type {QuotedAddress, QuotedMethod, QuotedPromotion, Quotes} from './server/quotes.js';
export type {ShippingAddress, ShippingMethod, ShippingQuestion} from './server/shipping-method.js';
export type {ReconcileOptions} from './server/reconcile.js';
export type {ReconcileReport, ReconcileRow} from './server/reconcile-report.js';
