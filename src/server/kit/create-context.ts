import type {Transaction} from 'kysely';
import {withCodedFailures} from '../ledger/coded-failures.js';
import type {Ledger, LedgerTables} from '../ledger/ledger.js';
import {CouponsTable} from '../ledger/coupons-table.js';
import {ActivitiesTable} from '../ledger/devices/activities-table.js';
import {ChargesTable} from '../ledger/mandates/charges-table.js';
import {MandatesTable} from '../ledger/mandates/mandates-table.js';
import {OrdersTable} from '../ledger/orders-table.js';
import {ReservationsTable} from '../ledger/reservations-table.js';
import {WebhooksTable} from '../ledger/webhooks-table.js';
import {mostOfCategory} from '../../wire/mandate-limits.js';
import {createRazorpayClient} from '../razorpay/client.js';
import {Background} from '../runtime/background.js';
import {unwrapHookError} from '../runtime/hook-error.js';
import {checkConfig} from './check-config.js';
import type {CheckoutConfig} from './config.js';
import type {Context} from './context.js';
import {createDevices} from './devices.js';
import {createOutboxes} from './outboxes.js';
import {Service} from './service.js';

/** How long Razorpay may take to answer, unless the merchant says otherwise. */
const REQUEST_TIMEOUT_MS = 10_000;
/** For the ledger, between the requests. */
const SLACK_MS = 5_000;

/** Makes a context of a configuration. Throws a `ConfigError` when it cannot work. */
export function createContext<Tables>(config: CheckoutConfig<Tables>): Context {
  const {baseUrl, ...keys} = checkConfig(config);
  const {now = Date.now, timeout: timeoutMs = REQUEST_TIMEOUT_MS} = config;
  // Bound, because some runtimes refuse to call it as a method of anything else.
  const {fetch = globalThis.fetch.bind(globalThis)} = config;
  // The kit's tables lie beside the merchant's.
  const ledger = config.ledger as unknown as Ledger<LedgerTables>;
  const report = createReport(config.onError);
  const background = new Background(report);
  const {keyId, keySecrets} = keys;
  return {
    ...keys,
    returnUrl: config.returnUrl ?? '/',
    mostMandatePaise: mostOfCategory(config.razorpay.merchantCategory),
    razorpay: createRazorpayClient({keyId, keySecret: keySecrets[0], baseUrl, fetch, timeoutMs}),
    orders: withCodedFailures(new OrdersTable(ledger, now)),
    coupons: withCodedFailures(new CouponsTable(ledger, now)),
    reservations: withCodedFailures(new ReservationsTable(ledger, now)),
    webhooks: withCodedFailures(new WebhooksTable(ledger, now)),
    mandates: withCodedFailures(new MandatesTable(ledger, now)),
    charges: withCodedFailures(new ChargesTable(ledger, now)),
    activities: withCodedFailures(new ActivitiesTable(ledger, now)),
    ...createOutboxes(config, {ledger, now, background, report}),
    background,
    service: new Service(ledger, background),
    // Making an order takes three requests at most: it is asked for once, and where no answer comes,
    // searched for, which is tried twice.
    makingLeaseMs: 3 * timeoutMs + SLACK_MS,
    // A sale is put on a device, or taken away, by one request.
    deviceLeaseMs: timeoutMs + SLACK_MS,
    now,
    price: (cart) => config.price(cart),
    shipping: config.shipping,
    promotions: config.promotions,
    options: (made) => config.options?.(made),
    session: config.session && ((request) => config.session?.(request)),
    devices: config.devices && createDevices(config.devices, {keyId, fetch, timeoutMs}),
    onEvent: config.onEvent && ((event) => config.onEvent?.(event)),
    onMandate: (change, tx) => config.onMandate?.(change, tx as unknown as Transaction<Tables>),
    onCharge: (change, tx) => config.onCharge?.(change, tx as unknown as Transaction<Tables>),
    onStatus: (change, tx) => config.onStatus?.(change, tx as unknown as Transaction<Tables>),
    report,
  };
}

/** Tells the merchant of an error; what `onError` throws itself is logged, and changes no answer. */
function createReport(onError: CheckoutConfig['onError']): Context['report'] {
  return (reported, request) => {
    const error = unwrapHookError(reported);
    try {
      if (onError) onError(error, request);
      else console.error(error);
    } catch (failure) {
      console.error(failure);
    }
  };
}
