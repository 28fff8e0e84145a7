import {SANDBOX_KEY_ID} from '../wire/ids.js';
import {mostOfCategory} from '../wire/mandate-limits.js';
import type {PaymentResponse} from '../wire/page-script.js';
import type {SettingNames} from '../wire/spelling/unknown-setting.js';
import {AddressBook} from './account/address-book.js';
import {Devices} from './account/devices/devices.js';
import {Mandates} from './account/mandates/mandates.js';
import {PaymentMoves} from './account/payment-moves.js';
import {PaymentProcessor} from './account/payment-processor.js';
import {MerchantQuotes} from './account/merchant-quotes.js';
import {Refunds} from './account/refunds.js';
import {Store} from './account/store.js';
import {toldEntities} from './account/told-entities.js';
import {sandboxApp} from './app.js';
import {
  approveMandate,
  type ApprovedMandate,
  type ApproveOptions,
} from './driver/approve-mandate.js';
import {deviceDriver, type DeviceDriver} from './driver/device-driver.js';
import {pay, type FailedAttempt, type PayOptions} from './driver/pay.js';
import {Faults, type FaultSwitches} from './faults/faults.js';
import {kitEndpoints} from './merchant/kit-endpoints.js';
import {
  MerchantServer,
  type MerchantCall,
  type MerchantEndpoints,
} from './merchant/merchant-server.js';
import type {Order, Payment, Refund} from './model/entities.js';
import type {Token} from './model/mandate.js';
import {refuseUnknown} from './model/refuse-unknown.js';
import type {Announce, WebhookEvent} from './model/webhook-event.js';
import {Clock} from './runtime/clock.js';
import {listen, type Connection} from './runtime/http-server.js';
import {Webhooks, type WebhookEndpoint} from './webhooks/webhooks.js';

/**
 * How a sandbox starts. Everything has a default.
 *
 * @example
 * ```ts
 * import {createSandbox, type SandboxSettings} from 'rzp-magic-button/sandbox.js';
 *
 * const settings: SandboxSettings = {
 *   port: 0, // a free one
 *   merchant: 'http://127.0.0.1:3000/checkout', // where the server kit is mounted
 * };
 * const sandbox = await createSandbox(settings);
 * console.log(sandbox.merchant.shippingInfoUrl); // http://127.0.0.1:3000/checkout/shipping-info
 * await sandbox.close();
 * ```
 */
export interface SandboxSettings {
  /** Port to listen on; 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on. Other machines reach the sandbox only when it is not a loopback one. */
  readonly host?: string;
  readonly keyId?: string;
  readonly keySecret?: string;
  readonly webhookSecret?: string;
  /**
   * The category code (MCC) of your account: with 5960, 6211, 6300, 6529 and 7322 a mandate may allow
   * charges of up to ₹2,00,000, with all others of up to ₹99,999.
   */
  readonly merchantCategory?: string;
  /** Where events are sent; may be set later as `sandbox.webhook.url`. */
  readonly webhookUrl?: string;
  /**
   * The merchant's own endpoints for Magic Checkout; may be set later as `sandbox.merchant`. Or the
   * address at which the server kit is mounted, `http://127.0.0.1:3000/checkout`: then all of its
   * endpoints, the webhook too.
   */
  readonly merchant?: string | Partial<MerchantEndpoints>;
}

/**
 * A running stand-in for Razorpay. No money moves, and all is forgotten when it is closed.
 *
 * @example
 * ```ts
 * import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * const sandbox: Sandbox = await createSandbox();
 * const reply = await fetch(`${sandbox.url}/v1/orders`, {
 *   method: 'POST',
 *   headers: {
 *     Authorization: `Basic ${btoa(`${sandbox.keyId}:${sandbox.keySecret}`)}`,
 *     'Content-Type': 'application/json',
 *   },
 *   body: JSON.stringify({amount: 34_900, currency: 'INR'}), // paise
 * });
 * const {id} = (await reply.json()) as {id: string};
 *
 * const {error} = await sandbox.pay(id, {outcome: 'failed'});
 * console.log(error.reason); // payment_failed
 * const paid = await sandbox.pay(id);
 * console.log(sandbox.order(id).status); // paid
 * const refund = sandbox.refund(paid.razorpay_payment_id, 10_000);
 * console.log(sandbox.payments(id).map(({status}) => status)); // [ 'captured', 'failed' ]
 * console.log(sandbox.failRefund(refund.id).status); // failed
 * await sandbox.close();
 * ```
 */
export interface Sandbox {
  /** Where it listens, without a slash at the end: `http://127.0.0.1:41234`. */
  readonly url: string;
  /** Address of its Magic page script, for `script-url`. */
  readonly scriptUrl: string;
  /** Address of its Standard page script, for `script-url` where a mandate is asked for. */
  readonly checkoutScriptUrl: string;
  readonly keyId: string;
  readonly keySecret: string;
  readonly webhookSecret: string;
  /** The merchant's webhook: `sandbox.webhook.url = 'http://127.0.0.1:3000/webhook'`. */
  readonly webhook: WebhookEndpoint;
  /** What Magic Checkout asks the merchant: `sandbox.merchant.shippingInfoUrl = '…'`. */
  readonly merchant: MerchantEndpoints;
  /** What goes wrong: `sandbox.faults.set({rest: '500'}, {times: 1})`. */
  readonly faults: FaultSwitches;
  /** What people do at the POS devices: `sandbox.device.tap()`. */
  readonly device: DeviceDriver;

  /**
   * Pays an order without a browser. Resolves with what the page's handler gets, or with
   * `{error}`, what `payment.failed` tells, when it is to fail. Rejects when the order is unknown
   * or takes no more payments, and when a payment fails that was not to.
   */
  pay(orderId: string, options: PayOptions & {outcome: 'failed'}): Promise<FailedAttempt>;
  pay(orderId: string, options?: PayOptions): Promise<PaymentResponse>;
  /**
   * Approves the mandate of an order, or of a registration link, as the shopper does in the UPI app.
   * Resolves with its token and with what the page's handler gets. Rejects for an order without one.
   */
  approveMandate(orderOrLinkId: string, options?: ApproveOptions): Promise<ApprovedMandate>;
  /** The shopper pauses a mandate in the UPI app. */
  pause(tokenId: string): Token;
  /** The shopper resumes a mandate. Razorpay tells nothing of that unless `token.resumed` is ticked. */
  resume(tokenId: string): Token;
  /** The shopper revokes a mandate in the UPI app. */
  revoke(tokenId: string): Token;
  /** The shopper approves a debit above ₹15,000; one that nobody approves fails. */
  approveCharge(paymentId: string): void;
  /** The mandates of a customer as they are now, or all of them; the newest first. */
  tokens(customerId?: string): Token[];
  /** A failed payment is authorized after all, and captured where capture is automatic. */
  authoriseLate(paymentId: string): Payment;
  /** Cash on delivery was paid at the door: the payment is captured, its order paid. */
  collectCash(paymentId: string): Payment;
  /**
   * Cash on delivery will not come: the placed order is cancelled. No webhook is sent of it; the
   * merchant finds it by asking for the order.
   */
  cancelOrder(orderId: string): Order;
  /** Gives a captured payment back; all that is left without an amount, which is in paise. */
  refund(paymentId: string, amount?: number): Refund;
  /** The shopper's bank does not take a refund: the payment is captured again, by that much. */
  failRefund(refundId: string): Refund;
  /** The order as it is now. Throws for an id that is malformed or unknown. */
  order(id: string): Order;
  /** Payments of an order as they are now, or all of them; the newest first. */
  payments(orderId?: string): Payment[];

  /** How the merchant's endpoints were asked, and what they answered; the oldest first. */
  merchantCalls(): MerchantCall[];
  /** All webhook events, the oldest first, with every delivery; also those that were never sent. */
  events(): WebhookEvent[];
  /** Sends an event once more, with the same `x-razorpay-event-id`. */
  resend(eventId: string): Promise<void>;
  /** Resolves when no delivery is under way; retries that wait for their time are not. */
  settled(): Promise<void>;
  /**
   * Moves the sandbox's clock on by so many seconds, and does what falls due: retries, payments
   * that nobody captured, paid or collected in time, and whatever a fault made late. Resolves when
   * all that is done.
   */
  advance(seconds: number): Promise<void>;
  /**
   * The sandbox's time in ms since 1970: the machine's, and by as much more as it was moved on. As
   * `now` of `createCheckout` it has your shop's time move with it.
   */
  now(): number;

  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

const SETTINGS: SettingNames<SandboxSettings> = {
  port: true,
  host: true,
  keyId: true,
  keySecret: true,
  webhookSecret: true,
  merchantCategory: true,
  webhookUrl: true,
  merchant: true,
};

const MERCHANT_SETTINGS: SettingNames<MerchantEndpoints> = {
  shippingInfoUrl: true,
  promotionsUrl: true,
  applyPromotionUrl: true,
  signatureSecret: true,
};

/**
 * Starts a stand-in for Razorpay: the page scripts, the checkout that they open, and the REST API,
 * under the paths of the real ones, and webhooks. Rejects when the port is taken, and names it, and for
 * a setting that there is none of.
 *
 * @example
 * ```ts
 * import {createSandbox} from 'rzp-magic-button/sandbox.js';
 *
 * const sandbox = await createSandbox();
 * // Page:   <rzp-magic-button script-url="${sandbox.scriptUrl}" …>
 * // Server: razorpay: {keyId: sandbox.keyId, keySecret: sandbox.keySecret, baseUrl: sandbox.url}
 * console.log(sandbox.scriptUrl); // http://127.0.0.1:…/v1/magic-checkout.js
 * await sandbox.close();
 * ```
 */
export async function createSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  refuseUnknown(settings, SETTINGS);
  const {
    port = 0,
    host = '127.0.0.1',
    keyId = SANDBOX_KEY_ID,
    keySecret = 'sandbox_secret',
    webhookSecret = 'sandbox_webhook_secret',
  } = settings;
  const endpoints = endpointsOf(settings);
  const clock = new Clock();
  const faults = new Faults();
  const webhooks = new Webhooks({clock, faults, url: endpoints.webhookUrl, secret: webhookSecret});
  const store = new Store(clock);
  const announce: Announce = (event, entities) => {
    webhooks.announce(event, toldEntities(store, entities));
    mandates.hear(event, entities);
  };
  const moves = new PaymentMoves({store, announce});
  const refunds = new Refunds({store, clock, announce});
  const processor = new PaymentProcessor({store, moves, refunds, faults, clock});
  const mandates = new Mandates({store, moves, processor, faults, clock, announce});
  const devices = new Devices({store, processor, faults, clock});
  const merchant = new MerchantServer({clock, endpoints: endpoints.merchant});
  const app = sandboxApp({
    store,
    moves,
    refunds,
    processor,
    mandates,
    devices,
    webhooks,
    faults,
    clock,
    merchant,
    quotes: new MerchantQuotes(),
    addresses: new AddressBook(),
    mostMandatePaise: mostOfCategory(settings.merchantCategory),
    keyId,
    keySecret,
  });
  const answer = (request: Request, connection: Connection) => app.fetch(request, connection);
  const server = await listen(answer, {host, port}).catch((error: unknown) => {
    // A trace that begins here would have Node print a whole line of the built file above the message.
    if (error instanceof Error) Error.captureStackTrace(error, createSandbox);
    throw error;
  });
  const {url} = server;

  return {
    url,
    scriptUrl: `${url}/v1/magic-checkout.js`,
    checkoutScriptUrl: `${url}/v1/checkout.js`,
    keyId,
    keySecret,
    webhookSecret,
    webhook: webhooks,
    merchant,
    faults,
    device: deviceDriver(devices),
    pay: (async (orderId: string, options?: PayOptions) =>
      pay(
        {processor, authorisations: mandates.authorisations, keySecret},
        orderId,
        options ?? {},
      )) as Sandbox['pay'],
    approveMandate: (id, options = {}) =>
      approveMandate({store, mandates, processor, keySecret}, id, options),
    pause: (tokenId) => structuredClone(mandates.tokens.pause(tokenId)),
    resume: (tokenId) => structuredClone(mandates.tokens.resume(tokenId)),
    revoke: (tokenId) => structuredClone(mandates.tokens.revoke(tokenId)),
    approveCharge: (paymentId) => mandates.charges.approve(paymentId),
    tokens: (customerId) =>
      structuredClone(mandates.tokens.records(customerId).map(({token}) => token)),
    authoriseLate: (paymentId) => structuredClone(processor.approveLate(paymentId)),
    collectCash: (paymentId) => structuredClone(moves.collect(paymentId)),
    cancelOrder: (orderId) => structuredClone(moves.cancel(orderId)),
    refund: (paymentId, amount) => structuredClone(refunds.refund(paymentId, {amount})),
    failRefund: (refundId) => structuredClone(refunds.fail(refundId)),
    order: (id) => structuredClone(store.order(id)),
    payments: (orderId) => structuredClone(store.payments(orderId)),
    merchantCalls: () => merchant.calls(),
    events: () => webhooks.events(),
    resend: (eventId) => webhooks.resend(eventId),
    settled: () => webhooks.settled(),
    advance: (seconds) => clock.advance(seconds, () => webhooks.settled()),
    now: () => clock.now(),
    close: () => {
      // Another server may listen at that address later, and would get events that are not for it.
      webhooks.url = null;
      clock.stop();
      return server.close();
    },
  };
}

/** The merchant's endpoints: each as it was given, or all from the address of a server kit. */
function endpointsOf({merchant = {}, webhookUrl}: SandboxSettings) {
  if (typeof merchant !== 'string') refuseUnknown(merchant, MERCHANT_SETTINGS, 'merchant.');
  const given: {webhookUrl: string | null; merchant: Partial<MerchantEndpoints>} =
    typeof merchant === 'string' ? kitEndpoints(merchant) : {webhookUrl: null, merchant};
  return {...given, webhookUrl: webhookUrl ?? given.webhookUrl};
}
