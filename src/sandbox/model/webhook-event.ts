import type {WebhookEventName} from '../../wire/events.js';
import type {Order, Payment, Refund} from './entities.js';

/** @deprecated Use `WebhookEventName`. */
export type EventName = WebhookEventName;

/** What an event tells of, each under the name that it has in the payload. */
export interface EventEntities {
  readonly refund?: Refund;
  readonly payment?: Payment;
  readonly order?: Order;
}

/** Tells the merchant's server of a change. */
export type Announce = (event: WebhookEventName, entities: EventEntities) => void;

/** One try to tell the merchant's server. */
export interface Delivery {
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly at: number;
  readonly url: string;
  /** The HTTP status of the answer, or why there was none. */
  readonly answer: number | 'timeout' | 'unreachable';
}

/** Something that Razorpay tells by webhook, and what became of it. */
export interface WebhookEvent {
  /** Sent as `x-razorpay-event-id`, the same in every delivery. */
  readonly id: string;
  readonly event: WebhookEventName;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  /** The JSON as it is sent: a picture of the moment, whatever happened since. */
  readonly body: string;
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly createdAt: number;
  readonly deliveries: readonly Delivery[];
}

/** The account in the events; Razorpay's ids have this form. */
const ACCOUNT = 'acc_Sandbox0000001';

/** The envelope that every event comes in. */
export const eventBody = (
  event: WebhookEventName,
  entities: EventEntities,
  seconds: number,
): string =>
  JSON.stringify({
    entity: 'event',
    account_id: ACCOUNT,
    event,
    contains: Object.keys(entities),
    payload: Object.fromEntries(
      Object.entries(entities).map(([name, entity]: [string, unknown]) => [name, {entity}]),
    ),
    created_at: seconds,
  });
