import {
  DEVICE_MODE_HEADER,
  readDeviceReply,
  type DeviceStatusWord,
} from '../../../src/wire/device.js';

/** What a till is told of a sale; `busy` where something else is on the device, `refused` otherwise. */
export type Told = DeviceStatusWord | 'busy' | 'refused';

const ASK_INTERVAL_MS = 100;
/** What goes wrong stops going wrong at some time: longer than that no till tries. */
const MOST_TRIES = 100;

const pause = () => new Promise((resolve) => setTimeout(resolve, ASK_INTERVAL_MS));

/** A till as the shop's server sees it: what `<rzp-pos-button>` sends, and how it goes on asking. */
export class Counter {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  /** How often it was told what. */
  readonly counts = {asked: 0, unanswered: 0, busy: 0};

  constructor(url: string, cashier: string) {
    this.#url = url;
    this.#headers = {
      'Content-Type': 'application/json',
      'X-Cashier': cashier,
      [DEVICE_MODE_HEADER]: 'wireless',
    };
  }

  /** Makes the order of a sale, asking with the same key until there is an answer. */
  async ring(key: string, quantity: number): Promise<string> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const reply = await this.#ask('/orders', {
        method: 'POST',
        headers: {...this.#headers, 'Idempotency-Key': key.padStart(22, 'x')},
        body: JSON.stringify({quantity}),
      });
      const {order_id: id} = (reply?.body ?? {}) as {order_id?: string};
      if (id !== undefined) return id;
      await pause();
    }
    throw new Error(`There is no order for ${key}.`);
  }

  /** Puts a sale on a device as soon as that is free. */
  async begin(orderId: string, deviceId: string): Promise<Told> {
    const body = {
      action: 'initiate_checkout',
      order_id: orderId,
      device_mode: 'wireless',
      device_id: deviceId,
      name: 'Acme Corp',
      description: 'At the counter',
    };
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const told = await this.#tell(body);
      if (told && told !== 'busy') return told;
      await pause();
    }
    return 'busy';
  }

  /** Takes a sale from its device, once. */
  cancel(orderId: string): Promise<Told | undefined> {
    return this.#tell({action: 'close_checkout', order_id: orderId});
  }

  /** Asks until the sale has ended; takes it from its device where that takes too long. */
  async follow(orderId: string, patience: number): Promise<Told> {
    let told: Told | undefined;
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      told = toldBy(
        await this.#ask(`/devices?order_id=${orderId}&_=${tries}`, {headers: this.#headers}),
      );
      if (told === 'paid' || told === 'failed') return told;
      if (tries % patience === 0) {
        const after = await this.cancel(orderId);
        if (after === 'paid' || after === 'failed') return after;
      }
      await pause();
    }
    return told ?? 'unconfirmed';
  }

  async #tell(body: object): Promise<Told | undefined> {
    const told = toldBy(
      await this.#ask('/devices', {
        method: 'POST',
        headers: this.#headers,
        body: JSON.stringify(body),
      }),
    );
    if (told === 'busy') this.counts.busy++;
    return told;
  }

  /** Nothing where there was no answer, or one of a server in trouble: then it is asked again. */
  async #ask(path: string, init: RequestInit): Promise<Answer | undefined> {
    this.counts.asked++;
    try {
      const response = await fetch(this.#url + path, init);
      if (response.status < 500) return {status: response.status, body: await response.json()};
    } catch {
      // The process has died, or its answer is none.
    }
    this.counts.unanswered++;
    return undefined;
  }
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function toldBy(answer: Answer | undefined): Told | undefined {
  if (!answer) return undefined;
  if (answer.status === 409) return 'busy';
  return readDeviceReply(answer.body)?.status ?? 'refused';
}
