import {signPayment} from '../../wire/signature.js';
import {byPath, createEndpoints} from '../endpoints/create-endpoints.js';
import {toHandler} from '../http/fetch-handler.js';
import type {EndpointConfig} from '../http/endpoint.js';
import type {CheckoutConfig} from '../kit/config.js';
import {createContext} from '../kit/create-context.js';
import type {Ledger} from '../ledger/ledger.js';

const KEYS = {keyId: 'rzp_test_LedgerSuite001', keySecret: 'of_the_suite'};
const AMOUNT_PAISE = 34_900;

const TEA = {
  sku: 'tea',
  variantId: 'tea',
  name: 'Tea',
  description: 'Tea, 100 g',
  price: AMOUNT_PAISE,
  offerPrice: AMOUNT_PAISE,
  taxAmount: 0,
  quantity: 1,
};

/** As much of Razorpay as it takes to sell: each order is paid by one payment. */
export class PaidRazorpay {
  readonly #receipts = new Map<string, string>();
  /** Orders of one database must not be called alike, in whichever process they are made. */
  readonly #run = crypto.randomUUID().replaceAll('-', '').slice(0, 12);

  get orders(): string[] {
    return [...this.#receipts.keys()];
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const {pathname, searchParams} = new URL(request.url);
    const [, , kind = '', id = '', of = ''] = pathname.split('/');
    if (request.method === 'POST') {
      const {receipt} = (await request.json()) as {receipt: string};
      const made = `order_${this.#run}${this.#receipts.size}`;
      this.#receipts.set(made, receipt);
      return Response.json(this.#order(made));
    }
    if (kind === 'payments') return Response.json(this.#payment(id.replace('pay_', 'order_')));
    if (of === 'payments') return Response.json(collection([this.#payment(id)]));
    if (id) return Response.json(this.#order(id));
    const asked = searchParams.get('receipt');
    const found = this.orders.filter((order) => this.#receipts.get(order) === asked);
    return Response.json(collection(found.map((order) => this.#order(order))));
  };

  /** What the page's handler gets once an order is paid. */
  async response(orderId: string): Promise<Record<string, string>> {
    const paymentId = paymentOf(orderId);
    return {
      razorpay_order_id: orderId,
      razorpay_payment_id: paymentId,
      razorpay_signature: await signPayment(KEYS.keySecret, {orderId, paymentId}),
    };
  }

  #order(id: string) {
    return {
      ...{id, entity: 'order', receipt: this.#receipts.get(id), status: 'paid', attempts: 1},
      ...{amount: AMOUNT_PAISE, line_items_total: AMOUNT_PAISE, currency: 'INR', notes: {}},
    };
  }

  #payment(orderId: string) {
    return {
      ...{id: paymentOf(orderId), entity: 'payment', order_id: orderId, status: 'captured'},
      ...{amount: AMOUNT_PAISE, currency: 'INR', method: 'upi', amount_refunded: 0},
    };
  }
}

const paymentOf = (orderId: string): string => orderId.replace('order_', 'pay_');
const collection = (items: readonly object[]) => ({
  entity: 'collection',
  count: items.length,
  items,
});

export interface SuiteShop {
  order(key: string): Promise<Answer>;
  verify(response: Record<string, string>): Promise<Answer>;
}
export interface Answer {
  readonly status: number;
  readonly body: {readonly order_id?: string; readonly status?: string};
}

/** The kit's endpoints on a ledger. */
export function openShop<Tables>(
  ledger: Ledger<Tables>,
  razorpay: PaidRazorpay,
  onStatus: CheckoutConfig<Tables>['onStatus'],
): SuiteShop {
  const context = createContext<Tables>({
    razorpay: KEYS,
    ledger,
    price: () => ({lineItems: [TEA]}),
    onStatus,
    onError: () => undefined,
    fetch: razorpay.fetch,
  });
  const config: EndpointConfig = {
    cors: undefined,
    limit: undefined,
    report: context.report,
    takeUpOverdue: () => undefined,
    background: context.background,
    take: (work) => context.service.run(work),
  };
  const handle = toHandler(byPath(createEndpoints(context, config), '', config));
  const post = async (path: string, body: object, headers = {}): Promise<Answer> => {
    const response = await handle(
      new Request(`https://shop.example${path}`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', ...headers},
        body: JSON.stringify(body),
      }),
    );
    return {status: response.status, body: (await response.json()) as Answer['body']};
  };
  return {
    order: (key) => post('/orders', {sku: 'tea'}, {'Idempotency-Key': key}),
    verify: (response) => post('/verify', response),
  };
}
