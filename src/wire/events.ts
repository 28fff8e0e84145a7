/**
 * What Razorpay tells by webhook of an order: the events that the kit acts on, to be ticked in the
 * dashboard, and the only ones that the sandbox sends.
 * Source: Razorpay, Webhooks, Payload (payments, orders, refunds); Magic Checkout, Webhooks.
 */
export const WEBHOOK_EVENTS = [
  'order.paid',
  'order.placed',
  'payment.authorized',
  'payment.captured',
  'payment.failed',
  'payment.pending',
  'refund.created',
  'refund.processed',
  'refund.failed',
] as const;

export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number];
