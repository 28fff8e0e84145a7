import type {Context} from 'hono';
import {Hono} from 'hono/tiny';
import {HTTPException} from 'hono/http-exception';
import type {AddressBook} from './account/address-book.js';
import type {Devices} from './account/devices/devices.js';
import type {Mandates} from './account/mandates/mandates.js';
import type {PaymentMoves} from './account/payment-moves.js';
import type {PaymentProcessor} from './account/payment-processor.js';
import type {MerchantQuotes} from './account/merchant-quotes.js';
import type {Refunds} from './account/refunds.js';
import type {Store} from './account/store.js';
import {checkoutApi} from './api/checkout/checkout-api.js';
import {files} from './api/documents/files.js';
import {hostedCheckout} from './api/documents/hosted-checkout.js';
import {notImitatedApi} from './api/rest/not-imitated.js';
import {restApi} from './api/rest/rest.js';
import type {Faults} from './faults/faults.js';
import {home} from './home/home.js';
import type {MerchantServer} from './merchant/merchant-server.js';
import {ApiError, isNotImitated, SERVER_ERROR, urlNotFound} from './model/api-error.js';
import {GatewayError} from './model/devices/gateway-error.js';
import {posApp} from './pos/pos-app.js';
import type {Clock} from './runtime/clock.js';
import {upiApp} from './upi/upi-app.js';
import type {Webhooks} from './webhooks/webhooks.js';

interface AppSettings {
  readonly store: Store;
  readonly moves: PaymentMoves;
  readonly refunds: Refunds;
  readonly processor: PaymentProcessor;
  readonly mandates: Mandates;
  readonly devices: Devices;
  readonly webhooks: Webhooks;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly merchant: MerchantServer;
  readonly quotes: MerchantQuotes;
  readonly addresses: AddressBook;
  /** What a mandate may allow at most. */
  readonly mostMandatePaise: number;
  readonly keyId: string;
  readonly keySecret: string;
}

/** The frame loads only from the sandbox, but pictures of the merchant's goods from anywhere. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; img-src * data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action *";

/** Everything that the sandbox answers. */
export function sandboxApp(settings: AppSettings): Hono {
  // A slash at the end counts as none: PHP's SDK writes one.
  const app = new Hono({strict: false});
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  });
  app.route('/', home(settings));
  app.route('/', upiApp(settings));
  app.route('/', posApp(settings));
  app.route('/v1', files(settings));
  app.route('/v1', hostedCheckout(settings));
  app.route('/v1/checkout', checkoutApi(settings));
  app.route('/', notImitatedApi());
  app.route('/v1', restApi(settings));
  app.notFound((context) => {
    if (/^\/v\d\//.test(context.req.path)) warn(context, 'There is no such address.');
    return context.json({error: urlNotFound().body}, 400);
  });
  app.onError((error, context) => {
    if (error instanceof ApiError) {
      if (isNotImitated(error)) warn(context, error.message);
      return context.json({error: error.body}, error.status);
    }
    if (error instanceof GatewayError) return context.json({error: error.body}, error.status);
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    return context.json({error: SERVER_ERROR}, 500);
  });
  return app;
}

/** Tells the log of a call that a merchant may have meant to be imitated. */
const warn = ({req}: Context, problem: string): void => {
  console.warn(`Razorpay sandbox: ${req.method} ${req.path}: ${problem}`);
};
