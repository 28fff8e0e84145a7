import type {AnswerName} from './answers.js';
import type {BodyName} from './bodies.js';

interface RouteRow {
  readonly about: string;
  /** The table of its body; without it the body is not read. */
  readonly body?: BodyName;
  readonly answer: AnswerName;
  /** Many of them, in a collection. */
  readonly isList?: true;
  /** Asked with the key id alone, in the query or without a secret: it holds nothing of the merchant's. */
  readonly isPublic?: true;
}

/** The REST API under `/v1` as far as the sandbox imitates it, a route a row. */
export const ROUTES = {
  'POST /orders': {
    about: 'Creates an order; with `X-Razorpay-Device-Mode` one that is paid at a POS device.',
    body: 'order',
    answer: 'order',
  },
  'GET /orders': {
    about: 'Orders, by `receipt` and `authorized`.',
    answer: 'order',
    isList: true,
  },
  'GET /orders/:id': {about: 'An order.', answer: 'order'},
  'PATCH /orders/:id': {about: 'Changes its notes.', body: 'notes', answer: 'order'},
  'GET /orders/:id/payments': {about: 'Its payments.', answer: 'payment', isList: true},
  'GET /payments': {about: 'Payments.', answer: 'payment', isList: true},
  'GET /payments/downtimes': {
    about: 'What is out of order at the banks: nothing ever is.',
    answer: 'downtime',
    isList: true,
  },
  'GET /payments/downtimes/:id': {about: 'One of them.', answer: 'downtime'},
  'GET /payments/:id': {about: 'A payment.', answer: 'payment'},
  'PATCH /payments/:id': {about: 'Changes its notes.', body: 'notes', answer: 'payment'},
  'GET /payments/:id/card': {about: 'The card that it was made with.', answer: 'card'},
  'POST /payments/:id/capture': {
    about: 'Takes authorized money.',
    body: 'capture',
    answer: 'payment',
  },
  'POST /payments/:id/refund': {
    about: 'Gives money back; once for each `X-Refund-Idempotency`.',
    body: 'refund',
    answer: 'refund',
  },
  'GET /payments/:id/refunds': {about: 'Its refunds.', answer: 'refund', isList: true},
  'GET /payments/:id/refunds/:refund': {about: 'One of them.', answer: 'refund'},
  'GET /refunds': {about: 'Refunds.', answer: 'refund', isList: true},
  'POST /refunds': {
    about: 'Gives money back of the payment in the body.',
    body: 'refund of a payment',
    answer: 'refund',
  },
  'GET /refunds/:id': {about: 'A refund.', answer: 'refund'},
  'PATCH /refunds/:id': {about: 'Changes its notes.', body: 'notes', answer: 'refund'},
  'GET /cards/:id': {about: 'A card that was paid with.', answer: 'card'},
  'POST /customers': {about: 'Creates a customer.', body: 'customer', answer: 'customer'},
  'GET /customers': {about: 'Customers.', answer: 'customer', isList: true},
  'GET /customers/:id': {about: 'A customer.', answer: 'customer'},
  'PUT /customers/:id': {
    about: 'Changes what is sent.',
    body: 'change of a customer',
    answer: 'customer',
  },
  'GET /customers/:id/tokens': {
    about: 'Mandates that were not deleted and have not expired.',
    answer: 'token',
    isList: true,
  },
  'GET /customers/:id/tokens/:token': {about: 'One of them.', answer: 'token'},
  'DELETE /customers/:id/tokens/:token': {
    about: 'Forgets a mandate. It stays with the shopper’s bank.',
    answer: 'deleted',
  },
  'PUT /customers/:id/tokens/:token/cancel': {
    about: 'Cancels a mandate; `token.cancelled` tells when the bank did.',
    answer: 'cancelled token',
  },
  'POST /payments/create/recurring': {
    about: 'Charges a mandate. The bank is asked 25 hours later.',
    body: 'charge',
    answer: 'handler response',
  },
  'POST /subscription_registration/auth_links': {
    about: 'Makes a link to a page on which a shopper approves a mandate.',
    body: 'registration link',
    answer: 'invoice',
  },
  'GET /invoices': {about: 'Registration links.', answer: 'invoice', isList: true},
  'GET /invoices/:id': {about: 'A registration link.', answer: 'invoice'},
  'POST /invoices/:id/notify_by/:medium': {
    about: 'Sends it again, by `sms` or `email`.',
    answer: 'notified',
  },
  'POST /invoices/:id/cancel': {about: 'Cancels it.', answer: 'invoice'},
  'POST /devices/activity': {
    about:
      'Puts a checkout on a POS device, or takes it away. `X-Razorpay-Device-Mode` says how the device is reached. What is refused is a [gateway error](#gateway-error-as-answer), also of orders with that header.',
    body: 'device activity',
    answer: 'device activity',
    isPublic: true,
  },
  'GET /devices/activity/:id': {
    about: 'What became of it.',
    answer: 'device activity',
    isPublic: true,
  },
  'GET /methods': {about: 'The ways to pay.', answer: 'methods', isPublic: true},
  'GET /preferences': {
    about: 'What the checkout asks first, and WooCommerce for each order.',
    answer: 'preferences',
    isPublic: true,
  },
} as const satisfies Readonly<Record<string, RouteRow>>;

/**
 * A call of the REST API by method and path.
 *
 * @example
 * ```ts
 * import type {RestRoute, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const route: RestRoute = 'POST /orders';
 * sandbox.faults.set({rest: 'dropped'}, {route});
 * ```
 * @useDeclaredType
 */
export type RestRoute = keyof typeof ROUTES;

/**
 * What Razorpay has and the sandbox does not imitate: the path, whatever comes after it too, or a
 * call of the path with this method alone, and what it is called. Such a call is answered with an error that says so.
 */
export const NOT_IMITATED = {
  '/v1/orders/:id/rto_review': 'RTO review',
  '/v1/orders/:id/fulfillment': 'fulfilment',
  '/v1/orders/:id/transfers': 'Route',
  '/v1/1cc': "Magic Checkout's calls for shop systems, cod/convert among them",
  '/v1/magic': "Magic Checkout's calls for shop systems",
  '/v1/plugins': 'what plug-ins tell of themselves',
  '/v1/merchant': 'the settings of Magic Checkout',
  '/v1/rtb': 'the Trusted Business badge',
  '/v1/app/merchant': 'checks of shop systems that are set up',
  'POST /v1/payments': 'payments without the checkout',
  '/v1/payments/create/checkout': 'payments without the checkout',
  '/v1/payments/create/json': 'payments without the checkout',
  '/v1/payments/create/ajax': 'payments without the checkout',
  '/v1/payments/create/upi': 'payments without the checkout',
  '/v1/payments/create/redirect': 'payments without the checkout',
  '/v1/payments/validate': 'checks of UPI addresses',
  '/v1/payments/qr_codes': 'QR codes',
  '/v1/payments/:id/transfers': 'Route',
  '/v1/payments/:id/bank_transfer': 'bank transfers',
  '/v1/payments/:id/upi_transfer': 'UPI transfers',
  '/v1/payments/:id/otp_generate': 'payments without the checkout',
  '/v1/payments/:id/otp': 'payments without the checkout',
  '/v1/payments/:id/authenticate': 'payments without the checkout',
  '/v1/payments/:id/cancel': 'payments without the checkout',
  '/v1/payments/:id/acknowledge': 'acknowledged payments',
  '/v1/cards/fingerprints': 'card fingerprints',
  '/v1/iins': 'card issuers by number',
  '/v1/customers/addresses': 'addresses of customers',
  '/v1/customers/eligibility': 'eligibility of customers',
  '/v1/customers/:id/addresses': 'addresses of customers',
  '/v1/customers/:id/bank_account': 'bank accounts of customers',
  '/v1/tokens': 'tokens',
  '/v1/subscriptions': 'subscriptions',
  '/v1/plans': 'subscriptions',
  '/v1/addons': 'subscriptions',
  'POST /v1/invoices': 'invoices other than registration links',
  'PATCH /v1/invoices/:id': 'invoices other than registration links',
  'DELETE /v1/invoices/:id': 'invoices other than registration links',
  '/v1/invoices/:id/issue': 'invoices other than registration links',
  '/v1/items': 'items',
  '/v1/payment_links': 'payment links',
  '/v1/payment_pages': 'payment pages',
  '/v1/virtual_accounts': 'virtual accounts',
  '/v1/bank_transfers': 'bank transfers',
  '/v1/qr_codes': 'QR codes',
  '/v1/settlements': 'settlements',
  '/v1/transfers': 'Route',
  '/v1/reversals': 'Route',
  '/v1/beta': 'Route',
  '/v1/accounts/me': 'the features of the account',
  '/v1/accounts': 'accounts of partners',
  '/v2/accounts': 'accounts of partners',
  '/v2/products': 'accounts of partners',
  '/v1/webhooks': 'webhooks through the API: set `sandbox.webhook.url`',
  '/v1/disputes': 'disputes',
  '/v1/documents': 'documents',
  '/v1/fund_accounts': 'fund accounts',
  '/v1/contacts': 'payouts',
  '/v1/payouts': 'payouts',
  '/v1/payout-links': 'payouts',
  '/v1/transactions': 'payouts',
  '/v1/offers': 'offers',
  '/v1/standard_checkout': 'the checkout of shop systems',
  '/v1/razorpay.js': 'the script razorpay.js, for a checkout of your own: load checkout.js',
  '/v1/payment-button.js': 'the script payment-button.js, for buttons of the dashboard',
  '/v1/checkout/onyx': 'the script checkout/onyx',
} as const satisfies Readonly<Record<string, string>>;
