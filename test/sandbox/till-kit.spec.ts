import {expect, test as base} from '@playwright/test';
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {createCheckout, type Checkout} from 'rzp-magic-button/server.js';
import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';

const COUNTER = '2841158834';

/** A till of the server kit's, whose gateway and Razorpay are the sandbox. */
class Till {
  readonly checkout: Checkout;
  readonly #clock: {now: number};
  #count = 0;

  constructor(checkout: Checkout, clock: {now: number}) {
    this.checkout = checkout;
    this.#clock = clock;
  }

  /** Rings up a sale and puts it on the device; gives the order's id and what is said. */
  async sell(mode: 'wired' | 'wireless') {
    const made = await this.#ask('POST', '/orders', {}, {'X-Razorpay-Device-Mode': mode});
    const id = made.order_id as string;
    return {id, ...(await this.begin(id, mode))};
  }

  begin(id: string, mode: 'wired' | 'wireless') {
    return this.#ask('POST', '/devices', {
      action: 'initiate_checkout',
      order_id: id,
      device_mode: mode,
      ...(mode === 'wireless' && {device_id: COUNTER}),
      name: 'Acme Corp',
      description: 'POS Transaction',
      prefill: {name: 'Gaurav Kumar', method: 'card'},
    });
  }

  cancel(id: string) {
    return this.#ask('POST', '/devices', {action: 'close_checkout', order_id: id});
  }

  ask(id: string) {
    this.#clock.now += 1_001;
    return this.#ask('GET', `/devices?order_id=${id}`);
  }

  async #ask(method: string, path: string, body?: object, headers?: Record<string, string>) {
    const request = new Request(`https://shop.example${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': `a-sale-of-the-counter-${++this.#count}`,
        ...headers,
      },
      ...(body && {body: JSON.stringify(body)}),
    });
    const reply = await this.checkout.fetch(request);
    return (await reply.json()) as Record<string, unknown> & {
      status?: string;
      error?: {code: string};
    };
  }
}

const test = base.extend<{sandbox: Sandbox; till: Till; told: string[]}>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
  told: async ({}, use) => use([]),
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
  sandbox: async ({}, use) => {
    const sandbox = await createSandbox();
    await use(sandbox);
    await sandbox.close();
  },
  till: async ({sandbox, told}, use) => {
    const clock = {now: Date.now()};
    const checkout = createCheckout({
      razorpay: {keyId: sandbox.keyId, keySecret: sandbox.keySecret, baseUrl: sandbox.url},
      ledger: await sqliteLedger(':memory:'),
      price: () => ({
        lineItems: [
          {
            sku: 'tea',
            variantId: 'tea',
            name: 'Tea',
            description: 'Tea',
            price: 34_900,
            offerPrice: 34_900,
            taxAmount: 0,
            quantity: 1,
          },
        ],
      }),
      onStatus: ({order, status}) => told.push(`${order.id} ${status}`),
      onError: () => undefined,
      now: () => clock.now,
      devices: {
        authorize: () => 'asha',
        allow: [COUNTER],
        gateways: {wired: sandbox.url, wireless: sandbox.url},
      },
    });
    await use(new Till(checkout, clock));
    await checkout.close();
  },
});

for (const mode of ['wired', 'wireless'] as const) {
  test(`a ${mode} device is paid on by card and by UPI, once each`, async ({
    till,
    sandbox,
    told,
  }) => {
    const byCard = await till.sell(mode);
    expect(byCard.status).toBe('processing');
    sandbox.device.tap('visa', mode === 'wireless' ? COUNTER : undefined);
    expect((await till.ask(byCard.id)).status).toBe('paid');

    const byUpi = await till.sell(mode);
    expect(byUpi.status).toBe('processing');
    sandbox.device.payByUpi(mode === 'wireless' ? COUNTER : undefined);
    expect((await till.ask(byUpi.id)).status).toBe('paid');
    await till.ask(byCard.id);

    expect(told).toEqual([`${byCard.id} paid`, `${byUpi.id} paid`]);
    expect(sandbox.order(byUpi.id).status).toBe('paid');
  });

  test(`a sale is cancelled on either side of a ${mode} device, and then paid`, async ({
    till,
    sandbox,
  }) => {
    const device = mode === 'wireless' ? COUNTER : undefined;
    const {id} = await till.sell(mode);
    expect(await till.cancel(id)).toMatchObject({status: 'failed'});
    expect((await till.begin(id, mode)).status).toBe('processing');
    sandbox.device.cancel(device);
    expect(await till.ask(id)).toMatchObject({
      status: 'failed',
      error: {code: 'TRANSACTION_CANCELLED'},
    });
    expect((await till.begin(id, mode)).status).toBe('processing');
    sandbox.device.tap('visa', device);
    expect((await till.ask(id)).status).toBe('paid');
  });
}

test('a device that is unplugged in the middle leaves the sale unconfirmed, and what was tapped counts', async ({
  till,
  sandbox,
}) => {
  const {id} = await till.sell('wired');
  sandbox.device.unplug();
  expect(await till.ask(id)).toMatchObject({
    status: 'unconfirmed',
    error: {code: 'DEVICE_DISCONNECTED'},
  });
  expect((await till.begin(id, 'wired')).status).toBe('unconfirmed');
  expect((await till.cancel(id)).status).toBe('unconfirmed');
  sandbox.device.tap();
  sandbox.device.plugIn();
  expect((await till.ask(id)).status).toBe('paid');
});

test('a device that is unplugged before has begun nothing', async ({till, sandbox}) => {
  sandbox.device.unplug();
  const sale = await till.sell('wired');
  expect(sale).toMatchObject({status: 'failed', error: {reason: 'device_not_connected'}});
  sandbox.device.plugIn();
  expect((await till.begin(sale.id, 'wired')).status).toBe('processing');
});

test('a second sale is told that the device is busy, and comes after the first', async ({
  till,
  sandbox,
}) => {
  const first = await till.sell('wired');
  const second = await till.sell('wired');
  expect(second.error?.code).toBe('DEVICE_BUSY');
  sandbox.device.tap();
  expect((await till.begin(second.id, 'wired')).status).toBe('processing');
  expect((await till.ask(first.id)).status).toBe('paid');
});
