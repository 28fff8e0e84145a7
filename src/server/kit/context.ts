import type {Transaction} from 'kysely';
import type {LedgerTables} from '../ledger/ledger.js';
import type {CouponsTable} from '../ledger/coupons-table.js';
import type {ActivitiesTable} from '../ledger/devices/activities-table.js';
import type {ChargesTable} from '../ledger/mandates/charges-table.js';
import type {MandatesTable} from '../ledger/mandates/mandates-table.js';
import type {OrdersTable} from '../ledger/orders-table.js';
import type {ReservationsTable} from '../ledger/reservations-table.js';
import type {WebhooksTable} from '../ledger/webhooks-table.js';
import type {Awaitable} from '../model/awaitable.js';
import type {PricedCart} from '../model/line-items.js';
import type {PricedMandate} from '../model/mandate-terms.js';
import type {ChargeChange} from '../model/mandates/charge.js';
import type {MandateChange} from '../model/mandates/mandate.js';
import type {StatusChange} from '../model/order.js';
import type {RazorpayClient} from '../razorpay/client.js';
import type {Background} from '../runtime/background.js';
import type {Cart, CheckoutConfig, MadeOrder} from './config.js';
import type {Devices} from './devices.js';
import type {Keys} from './keys.js';
import type {Outboxes} from './outboxes.js';
import type {Service} from './service.js';

/** What all endpoints and stages work with: the configuration, checked and with its defaults. */
export interface Context extends Omit<Keys, 'baseUrl'>, Outboxes {
  readonly returnUrl: string;
  /** What one charge can take at most of any mandate of this merchant, in paise. */
  readonly mostMandatePaise: number;
  readonly razorpay: RazorpayClient;
  readonly orders: OrdersTable;
  readonly coupons: CouponsTable;
  readonly reservations: ReservationsTable;
  readonly webhooks: WebhooksTable;
  readonly mandates: MandatesTable;
  readonly charges: ChargesTable;
  readonly activities: ActivitiesTable;
  readonly background: Background;
  readonly service: Service;
  /** How long one process alone may be making an order at Razorpay. */
  readonly makingLeaseMs: number;
  readonly now: () => number;
  readonly price: (cart: Cart) => Awaitable<PricedCart | PricedMandate>;
  readonly shipping: CheckoutConfig['shipping'];
  readonly promotions: CheckoutConfig['promotions'];
  readonly options: (made: MadeOrder) => Awaitable<Readonly<Record<string, unknown>> | undefined>;
  /** Undefined where orders are bound to no sessions. */
  readonly session: CheckoutConfig['session'];
  /** Undefined where the shop has no till. */
  readonly devices: Devices | undefined;
  /** How long one process alone may be putting a sale on a device, or taking it away. */
  readonly deviceLeaseMs: number;
  readonly onEvent: CheckoutConfig['onEvent'];
  readonly onMandate: (change: MandateChange, tx: Transaction<LedgerTables>) => unknown;
  readonly onCharge: (change: ChargeChange, tx: Transaction<LedgerTables>) => unknown;
  readonly onStatus: (change: StatusChange, tx: Transaction<LedgerTables>) => unknown;
  /** Tells the merchant of what a shopper is not told; never throws. */
  readonly report: (error: unknown, request?: Request) => void;
}
