import type {WebhookEventName} from '../../wire/events.js';
import type {Order, Payment, Refund} from './entities.js';
import type {Invoice, Notification, Token} from './mandate.js';

/** The entities of an event, each under the name that it has in the payload. */
export interface EventEntities {
  readonly refund?: Refund;
  readonly payment?: Payment;
  readonly order?: Order;
  readonly invoice?: Invoice;
  readonly token?: Token;
  readonly notification?: Notification;
}

/** Sends an event to the merchant's server. */
export type Announce = (event: WebhookEventName, entities: EventEntities) => void;

/**
 * One try to send an event to the merchant's server.
 *
 * @example
 * ```ts
 * import type {Delivery, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const deliveries: Delivery[] = sandbox.events().flatMap(({deliveries}) => deliveries);
 * console.log(deliveries.filter(({answer}) => answer !== 200));
 * ```
 */
export interface Delivery {
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly at: number;
  readonly url: string;
  /** The HTTP status of the answer, or why there was none. */
  readonly answer: number | 'timeout' | 'unreachable';
}

/**
 * A webhook event, and every try to send it.
 *
 * @example
 * ```ts
 * import type {Sandbox, WebhookEvent} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const [first]: WebhookEvent[] = sandbox.events(); // the oldest first
 * if (first) await sandbox.resend(first.id);
 * ```
 */
export interface WebhookEvent {
  /** Sent as `x-razorpay-event-id`, the same in every delivery. */
  readonly id: string;
  readonly event: WebhookEventName;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  /** The JSON as it is sent: the entities as they were when the event was made. */
  readonly body: string;
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly createdAt: number;
  readonly deliveries: readonly Delivery[];
}

/** The merchant's account, in the form of Razorpay's ids. */
const ACCOUNT_ID = 'acc_Sandbox0000001';

/** The envelope that every event comes in. */
export const eventBody = (
  event: WebhookEventName,
  entities: EventEntities,
  seconds: number,
): string =>
  JSON.stringify({
    entity: 'event',
    account_id: ACCOUNT_ID,
    event,
    contains: Object.keys(entities),
    payload: Object.fromEntries(
      Object.entries(entities).map(([name, entity]: [string, unknown]) => [name, {entity}]),
    ),
    created_at: seconds,
  });
