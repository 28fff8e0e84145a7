import type {Transaction} from 'kysely';
import type {KeyMode} from '../../wire/ids.js';
import type {Background} from '../runtime/background.js';
import type {LedgerTables} from '../ledger/ledger.js';
import type {Cart, CheckoutConfig, MadeOrder} from './config.js';
import type {Awaitable} from '../model/awaitable.js';
import type {PricedCart} from '../model/line-items.js';
import type {StatusChange} from '../model/order.js';
import type {OrderBook} from '../ledger/orders-table.js';
import type {Outbox} from '../ledger/outbox.js';
import type {RazorpayClient} from '../razorpay/client.js';
import type {Reservations} from '../ledger/reservations-table.js';
import type {WebhookBook} from '../ledger/webhooks-table.js';

/** What the stages share: the configuration, checked and with its defaults. */
export interface Kit {
  readonly keyId: string;
  readonly keyMode: KeyMode;
  /** Of signatures. The first is current. */
  readonly keySecrets: readonly string[];
  readonly webhookSecrets: readonly string[];
  /** In the addresses that Razorpay asks; none where everybody may. */
  readonly endpointSecrets: readonly string[];
  /** Of the requests that Razorpay asks with. */
  readonly signatureSecrets: readonly string[];
  readonly returnUrl: string;
  readonly razorpay: RazorpayClient;
  readonly book: OrderBook;
  readonly reservations: Reservations;
  readonly webhooks: WebhookBook;
  /** Undefined where nobody wants to be told. */
  readonly outbox: Outbox | undefined;
  readonly background: Background;
  /** How long one process may take to make an order at Razorpay, in ms. */
  readonly lease: number;
  readonly now: () => number;
  readonly price: (cart: Cart) => Awaitable<PricedCart>;
  readonly shipping: CheckoutConfig['shipping'];
  readonly promotions: CheckoutConfig['promotions'];
  readonly options: (made: MadeOrder) => Awaitable<Readonly<Record<string, unknown>> | undefined>;
  readonly session: (request: Request) => Awaitable<string | null | undefined>;
  readonly onStatus: (change: StatusChange, tx: Transaction<LedgerTables>) => unknown;
  readonly report: (error: unknown, request?: Request) => void;
}
