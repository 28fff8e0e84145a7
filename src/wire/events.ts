/**
 * What Razorpay tells by webhook of an order: the events that the kit acts on, to be ticked in the
 * dashboard. The sandbox sends them unless others are ticked.
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

/**
 * The name of an event, as the dashboard lists it. Of `order.created` nothing follows for the kit.
 *
 * @example
 * ```ts
 * import type {Sandbox, WebhookEventName} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const paid: WebhookEventName = 'order.paid';
 * console.log(sandbox.events().filter(({event}) => event === paid).length);
 * ```
 * @useDeclaredType
 */
export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number] | 'order.created';
