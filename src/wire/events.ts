/**
 * What Razorpay tells by webhook of orders and mandates: the events that the kit acts on, to be
 * ticked in the dashboard. The sandbox sends them unless others are ticked.
 * Source: Razorpay, Webhooks, Payload (payments, orders, refunds); Magic Checkout, Webhooks;
 * Recurring Payments, UPI, Webhooks.
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
  'token.confirmed',
  'token.rejected',
  'token.paused',
  'token.cancelled',
  'invoice.paid',
  'invoice.expired',
] as const;

/**
 * An event that the command `doctor` sends to see whether a shop knows the secret of its webhook: its
 * name, and its id. Nothing follows from it.
 */
export const DOCTOR_EVENT = 'rzp_magic_button.doctor';

/**
 * The name of an event, as the dashboard lists it. From those that are not in `WEBHOOK_EVENTS`
 * nothing follows for the kit; `token.resumed` Razorpay does not document.
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
export type WebhookEventName =
  | (typeof WEBHOOK_EVENTS)[number]
  | 'order.created'
  | 'order.notification.delivered'
  | 'order.notification.failed'
  | 'token.resumed';
