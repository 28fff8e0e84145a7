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

/**
 * The name of an event, as the dashboard lists it.
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
export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number];
