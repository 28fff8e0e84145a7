import {WEBHOOK_EVENTS, type WebhookEventName} from '../../wire/events.js';
import {hmacHex} from '../../wire/signature.js';
import type {FaultOf} from '../faults/fault-table.js';
import type {Faults} from '../faults/faults.js';
import {randomText} from '../model/random-id.js';
import {
  eventBody,
  type Delivery,
  type EventEntities,
  type WebhookEvent,
} from '../model/webhook-event.js';
import type {Clock} from '../runtime/clock.js';

/** The merchant's server has to answer within this time, of the machine's clock. */
const ANSWER_WITHIN_MS = 5000;
/** The wait before the first retry; each further wait is twice the one before. */
const FIRST_RETRY_SECONDS = 10;
const DAY_SECONDS = 24 * 60 * 60;

/**
 * The merchant's server, as it is entered in Razorpay's dashboard.
 *
 * @example
 * ```ts
 * import type {Sandbox, WebhookEndpoint} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const endpoint: WebhookEndpoint = sandbox.webhook;
 * endpoint.url = 'http://127.0.0.1:3000/checkout/webhook';
 * await sandbox.settled(); // what is on its way has arrived
 * ```
 */
export interface WebhookEndpoint {
  /** Where events are sent; `null` sends none. Setting it enables a disabled webhook. */
  url: string | null;
  /** Signs the events that happen from now on; older ones keep their secret through all retries. */
  secret: string;
  /**
   * The events that are ticked in the dashboard: all that the server kit needs, unless others are
   * set. Those that are not among them are not told.
   */
  activeEvents: readonly WebhookEventName[];
  /** After 24 hours without a single success nothing more is sent. */
  readonly isDisabled: boolean;
}

/** An event with what is needed to send it. */
interface Entry extends WebhookEvent {
  readonly secret: string;
  readonly fault: FaultOf<'webhook'> | undefined;
  readonly deliveries: Delivery[];
}

interface WebhooksSettings {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly url: string | null;
  readonly secret: string;
}

/** Sends events to the merchant's server: at least once, for a day, in no promised order. */
export class Webhooks implements WebhookEndpoint {
  secret: string;
  activeEvents: readonly WebhookEventName[] = WEBHOOK_EVENTS;
  readonly #clock: Clock;
  readonly #faults: Faults;
  readonly #entries = new Map<string, Entry>();
  /** By order: its events are sent one after the other, those of other orders at the same time. */
  readonly #queues = new Map<string, Entry[]>();
  readonly #inFlight = new Set<Promise<void>>();
  #url: string | null;
  #isDisabled = false;
  #lastSuccess = -Infinity;

  constructor({clock, faults, url, secret}: WebhooksSettings) {
    this.#clock = clock;
    this.#faults = faults;
    this.#url = url;
    this.secret = secret;
  }

  get url(): string | null {
    return this.#url;
  }

  set url(url: string | null) {
    this.#url = url;
    this.#isDisabled = false;
  }

  get isDisabled(): boolean {
    return this.#isDisabled;
  }

  /** Records an event with its entities as they are now, and sends it. */
  announce(event: WebhookEventName, entities: EventEntities): void {
    if (!this.activeEvents.includes(event)) return;
    const {payment, order, refund} = entities;
    const orderId = order?.id ?? payment?.order_id ?? null;
    const fault = this.#faults.take('webhook', {orderId});
    const entry: Entry = {
      id: randomText(14),
      event,
      orderId,
      paymentId: payment?.id ?? refund?.payment_id ?? null,
      body: eventBody(event, entities, this.#clock.seconds()),
      createdAt: this.#clock.now(),
      secret: fault?.word === 'wrong-signature' ? `not ${this.secret}` : this.secret,
      fault: fault?.word,
      deliveries: [],
    };
    this.#entries.set(entry.id, entry);
    if (fault?.word === 'late') {
      this.#clock.after(fault.seconds, () => void this.#track(this.#deliver(entry)));
    } else if (fault?.word !== 'never') this.#enqueue(entry);
  }

  /** All events, the oldest first. */
  events(): WebhookEvent[] {
    return Array.from(this.#entries.values(), (entry) => ({
      ...publicEvent(entry),
      deliveries: [...entry.deliveries],
    }));
  }

  /** Sends an event once more, with the same id. */
  resend(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) throw new Error(`There is no event "${id}".`);
    return this.#track(this.#deliver(entry));
  }

  /** Resolves when no delivery is under way. Retries that wait for their time are not. */
  async settled(): Promise<void> {
    while (this.#inFlight.size) await Promise.all(this.#inFlight);
  }

  #enqueue(entry: Entry): void {
    const key = entry.orderId ?? entry.id;
    const queue = this.#queues.get(key);
    if (queue && entry.fault === 'out-of-order') queue.unshift(entry);
    else if (queue) queue.push(entry);
    else {
      const entries = [entry];
      this.#queues.set(key, entries);
      void this.#track(this.#drain(key, entries));
    }
  }

  async #drain(key: string, queue: Entry[]): Promise<void> {
    // The call that caused the events is answered first, and all its events are in the queue by then.
    await new Promise(setImmediate);
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      const copies = entry.fault === 'twice' ? 2 : 1;
      await Promise.all(Array.from({length: copies}, () => this.#deliver(entry)));
    }
    this.#queues.delete(key);
  }

  /** Tries once, and schedules a retry after a failure. */
  async #deliver(entry: Entry): Promise<void> {
    if (this.#url === null || this.#isDisabled) return;
    const delivery = await post(this.#url, entry, this.#clock.now());
    entry.deliveries.push(delivery);
    if (isSuccess(delivery)) this.#lastSuccess = delivery.at;
    else this.#retry(entry, delivery);
  }

  /** A wait is from try to try, however long the server took to answer. */
  #retry(entry: Entry, {at}: Delivery): void {
    const end = entry.createdAt + DAY_SECONDS * 1000;
    if (at < end) {
      const wait = FIRST_RETRY_SECONDS * 2 ** (entry.deliveries.length - 1);
      const next = Math.min(at + wait * 1000, end);
      this.#clock.at(next, () => void this.#track(this.#deliver(entry)));
    } else if (this.#lastSuccess < entry.createdAt) this.#isDisabled = true;
  }

  async #track(work: Promise<void>): Promise<void> {
    this.#inFlight.add(work);
    await work;
    this.#inFlight.delete(work);
  }
}

async function post(url: string, {body, id, secret}: Entry, at: number): Promise<Delivery> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Razorpay-Signature': await hmacHex(secret, body),
        'x-razorpay-event-id': id,
        // A merchant's server that restarts would leave a kept connection dead.
        Connection: 'close',
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await response.body?.cancel();
    return {at, url, answer: response.status};
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return {at, url, answer: isLate ? 'timeout' : 'unreachable'};
  }
}

const isSuccess = ({answer}: Delivery): boolean =>
  typeof answer === 'number' && answer >= 200 && answer < 300;

const publicEvent = ({secret: _, fault: __, ...event}: Entry): WebhookEvent => event;
