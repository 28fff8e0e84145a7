import {test as base, expect, type Frame, type FrameLocator, type Page} from '@playwright/test';
import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';

export {expect};

/** A checkout as a merchant's page would run it, and what the page heard of it. */
export interface Merchant {
  readonly origin: string;
  /** Bodies that were posted to `/callback`. */
  readonly posts: URLSearchParams[];
  /** Opens a plain page with the script in it. */
  visit(options?: {script?: string; head?: string}): Promise<void>;
  createOrder(fields?: object): Promise<string>;
  /** `new Razorpay(options).open()` in the page, with every callback and event noted in `log`. */
  open(options: object): Promise<void>;
  /** Makes an order, opens a page and in it the checkout of the order, whose id it gives. */
  start(options?: object): Promise<string>;
  /** What the page heard, in order: `[name, payload]`. */
  log(): Promise<[name: string, payload: unknown][]>;
  names(): Promise<string[]>;
}

interface Fixtures {
  readonly sandbox: Sandbox;
  readonly merchant: Merchant;
  readonly frame: FrameLocator;
}

/** What the tests use of an instance; what they pass is meant to be wrong at times. */
interface PageCheckout {
  readonly id: string;
  get(name?: string): unknown;
  set(name: string, value: unknown): void;
  getMode(): string;
  on(event: unknown, listener: unknown): PageCheckout;
  once(event: string, listener: () => unknown): PageCheckout;
  off(event?: string, listener?: () => unknown): unknown;
  emit(event: string): PageCheckout;
  open(): PageCheckout;
  close(): void;
}

interface PageRazorpay {
  new (options: unknown): PageCheckout;
  (options: unknown): PageCheckout;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly emi: {calculator(amount: number, months: number, rate?: number): number};
  configure(overrides: object): void;
}

declare global {
  interface Window {
    Razorpay: PageRazorpay;
    /** What `open` opened last. */
    checkout: PageCheckout;
    log: [name: string, payload: unknown][];
  }
}

export const test = base.extend<Fixtures>({
  // Playwright reads from the pattern that this fixture needs no other.
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
  sandbox: async ({}, use) => {
    const sandbox = await createSandbox();
    await use(sandbox);
    await sandbox.close();
  },
  merchant: async ({page, sandbox}, use) => {
    const posts: URLSearchParams[] = [];
    let html = '';
    const server = createServer((request, response) => {
      response.setHeader('Content-Type', 'text/html');
      if (request.method !== 'POST') return response.end(html);
      void read(request).then((body) => {
        posts.push(new URLSearchParams(body));
        response.end('<title>Thank you</title>');
      });
      return undefined;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const visit: Merchant['visit'] = async ({script = sandbox.scriptUrl, head = ''} = {}) => {
      html = `<!doctype html><meta name="viewport" content="width=device-width">
          <title>Shop</title>${head}<button>Pay</button><script src="${script}"></script>`;
      // A frame that never arrives keeps the page from having loaded.
      await page.goto(origin, {waitUntil: 'domcontentloaded'});
    };
    await use({
      origin,
      posts,
      visit,
      createOrder: (fields) => createOrder(sandbox, fields),
      start: async (options) => {
        const order_id = await createOrder(sandbox);
        await visit();
        await openIn(page, {key: sandbox.keyId, order_id, ...options});
        return order_id;
      },
      open: (options) => openIn(page, options),
      log: () => page.evaluate(() => window.log),
      names: () => page.evaluate(() => window.log.map(([name]) => name)),
    });
    server.closeAllConnections();
    server.close();
  },
  frame: async ({page}, use) => {
    await use(page.frameLocator('iframe.razorpay-checkout-frame'));
  },
});

export async function createOrder(sandbox: Sandbox, fields: object = {}): Promise<string> {
  const response = await fetch(`${sandbox.url}/v1/orders`, {
    method: 'POST',
    headers: {authorization: basic(sandbox), 'content-type': 'application/json'},
    body: JSON.stringify({
      amount: 50_000,
      currency: 'INR',
      receipt: 'receipt#1',
      line_items_total: 50_000,
      line_items: [{sku: 'tea', name: 'Darjeeling, first flush', quantity: 2, offer_price: 25_000}],
      ...fields,
    }),
  });
  return ((await response.json()) as {id: string}).id;
}

export const basic = ({keyId, keySecret}: Sandbox): string =>
  `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`;

/** Reads an entity through the REST API. */
export const get = async (sandbox: Sandbox, path: string): Promise<Record<string, unknown>> =>
  (await (
    await fetch(`${sandbox.url}/v1${path}`, {headers: {authorization: basic(sandbox)}})
  ).json()) as Record<string, unknown>;

/** Pays without a browser, through what the frame calls; returns the payment's id. */
export async function attempt(
  {keyId, url}: Sandbox,
  orderId: string,
  instrument: object,
): Promise<string> {
  const response = await fetch(`${url}/v1/checkout/payments`, {
    method: 'POST',
    body: JSON.stringify({
      key_id: keyId,
      order_id: orderId,
      contact: '9876543210',
      ...instrument,
    }),
  });
  const reply = (await response.json()) as {payment_id?: string; error?: {reason: string}};
  if (reply.error) throw new Error(reply.error.reason);
  return reply.payment_id!;
}

interface Status {
  status: string;
  response?: Record<string, string>;
}

attempt.answer = async ({url}: Sandbox, id: string, answer: object): Promise<Status> =>
  (await (
    await fetch(`${url}/v1/checkout/payments/${id}/authenticate`, {
      method: 'POST',
      body: JSON.stringify(answer),
    })
  ).json()) as Status;

attempt.status = async ({url}: Sandbox, id: string): Promise<Status> =>
  (await (await fetch(`${url}/v1/checkout/payments/${id}`)).json()) as Status;

/** Gives mobile number and email, and goes on to the payment options. */
export async function giveContact(frame: FrameLocator | Frame): Promise<void> {
  await frame.getByRole('textbox', {name: 'Mobile number'}).fill('9876543210');
  await frame.getByRole('textbox', {name: 'Email'}).fill('asha@example.com');
  await frame.getByRole('button', {name: 'Continue'}).click();
}

export async function payByUpi(
  frame: FrameLocator | Frame,
  vpa = 'success@razorpay',
): Promise<void> {
  await frame.getByRole('button', {name: 'UPI'}).click();
  await frame.getByRole('textbox', {name: 'UPI ID'}).fill(vpa);
  await frame.getByRole('button', {name: /^Pay ₹/}).click();
}

const openIn = (page: Page, options: object): Promise<void> =>
  page.evaluate((given) => {
    window.log = [];
    const note = (name: string) => (payload?: unknown) => window.log.push([name, payload]);
    const options = given as {modal?: object; handler?: unknown};
    const checkout = window.Razorpay({
      ...options,
      ...(options.handler !== null ? {handler: note('handler')} : {handler: undefined}),
      modal: {...options.modal, ondismiss: note('ondismiss'), onhidden: note('onhidden')},
    });
    for (const event of [
      'render',
      'payment.submit',
      'payment.error',
      'payment.failed',
      'fault.close',
      'mx-analytics',
    ]) {
      checkout.on(event, note(event));
    }
    window.checkout = checkout.open();
  }, options);

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
