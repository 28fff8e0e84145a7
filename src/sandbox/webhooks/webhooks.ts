import type {WebhookEventName} from '../../wire/events.js';
import {hmacHex} from '../../wire/signature.js';
import type {Clock} from '../runtime/clock.js';
import type {FaultOf} from '../faults/fault-table.js';
import type {Faults} from '../faults/faults.js';
import {randomText} from '../model/random-id.js';
import {
  eventBody,
  type Delivery,
  type EventEntities,
  type WebhookEvent,
} from '../model/webhook-event.js';

/** Milliseconds in which the merchant's server has to answer; they are real ones. */
const TIMEOUT = 5000;
/** Seconds after which an event is tried again for the first time; each wait is twice the last. */
const FIRST_RETRY = 10;
const DAY = 24 * 60 * 60;

/** The merchant's server, as it is entered in Razorpay's dashboard. */
export interface WebhookEndpoint {
  /** Where events are sent; `null` sends none. Setting it enables a disabled webhook. */
  url: string | null;
  /** Signs the events that happen from now on; older ones keep their secret through all retries. */
  secret: string;
  /** After 24 hours without a single success nothing more is sent. */
  readonly isDisabled: boolean;
}

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

/** Tells the merchant's server what happens: at least once, for a day, in no promised order. */
export class Webhooks implements WebhookEndpoint {
  secret: string;
  readonly #clock: Clock;
  readonly #faults: Faults;
  readonly #entries = new Map<string, Entry>();
  /** Events of one order are told one after the other, those of different ones at once. */
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

  /** Notes what happened, as it is at this moment, and tells it. */
  announce(event: WebhookEventName, entities: EventEntities): void {
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
      this.#clock.after(fault.seconds, () => void this.#track(this.#tell(entry)));
    } else if (fault?.word !== 'never') this.#enqueue(entry);
  }

  /** All that happened, the oldest first. */
  events(): WebhookEvent[] {
    return Array.from(this.#entries.values(), (entry) => ({
      ...asTold(entry),
      deliveries: [...entry.deliveries],
    }));
  }

  /** Sends an event once more, with the same id. */
  resend(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) throw new Error(`There is no event "${id}".`);
    return this.#track(this.#tell(entry));
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
    // Whoever caused the events gets their answer first, and all that happen at once are there.
    await new Promise(setImmediate);
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      const copies = entry.fault === 'twice' ? 2 : 1;
      await Promise.all(Array.from({length: copies}, () => this.#tell(entry)));
    }
    this.#queues.delete(key);
  }

  /** Tries once, and sees to it that a failure is tried again. */
  async #tell(entry: Entry): Promise<void> {
    if (this.#url === null || this.#isDisabled) return;
    const delivery = await post(this.#url, entry, this.#clock.now());
    entry.deliveries.push(delivery);
    if (isSuccess(delivery)) this.#lastSuccess = delivery.at;
    else this.#retry(entry);
  }

  #retry(entry: Entry): void {
    const left = DAY - (this.#clock.now() - entry.createdAt) / 1000;
    if (left > 0) {
      const wait = FIRST_RETRY * 2 ** (entry.deliveries.length - 1);
      this.#clock.after(Math.min(wait, left), () => void this.#track(this.#tell(entry)));
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
        // A server that was restarted meanwhile would be met on a connection that is dead.
        Connection: 'close',
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
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

const asTold = ({secret: _, fault: __, ...event}: Entry): WebhookEvent => event;
