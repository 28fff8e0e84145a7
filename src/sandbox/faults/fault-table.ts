interface Row {
  /** What goes wrong, for a person. */
  readonly description: string;
  /** How late, unless another time is given; only for faults that are about time. */
  readonly seconds?: number;
}

/**
 * Everything that can be made to go wrong. A name begins with where it acts: at the page script, in
 * the frame, in Magic Checkout, between frame and handler, at the webhook, in the REST API, at the payment. Faults act
 * only in HTTP answers and in the frame, so the merchant's page and server meet them as they would
 * meet the real ones.
 */
export const FAULTS = {
  'script-404': {description: 'The page script is not found.'},
  'script-slow': {description: 'The page script arrives late.', seconds: 5},
  'script-blocked': {description: 'The connection is dropped, as by a content blocker.'},
  'script-empty': {description: 'The page script loads, but leaves no constructor.'},
  'frame-hangs': {description: "The checkout's document never arrives."},
  'frame-silent': {description: "The checkout's document arrives, and never says a word."},
  'frame-fault': {description: 'The checkout gives up before it shows anything.'},
  'magic-off': {
    description:
      'The account has no Magic Checkout: Standard Checkout opens, and nothing says why.',
  },
  'magic-cod-refused': {
    description: "Razorpay's risk check takes cash on delivery away, whatever your server says.",
  },
  'handler-lost': {description: 'The money is taken, and the checkout waits for ever.'},
  'handler-dismissed': {
    description: 'The money is taken, and the checkout closes as if it was not.',
  },
  'handler-wrong-signature': {description: 'The handler gets a signature that does not match.'},
  'webhook-late': {description: 'Events come late.', seconds: 60},
  'webhook-twice': {description: 'Events come twice, at the same moment.'},
  'webhook-out-of-order': {description: 'Events of one payment come in reverse.'},
  'webhook-never': {description: 'Events do not come at all.'},
  'webhook-wrong-signature': {description: 'Events are signed with another secret.'},
  'rest-500': {description: 'Every call is answered with a server error.'},
  'rest-502': {description: 'Every call is answered by a proxy, in HTML.'},
  'rest-429': {description: 'Every call is one too many.'},
  'rest-silent': {description: 'Calls are never answered.'},
  'rest-dropped': {description: 'Calls are carried out, and the answer is lost.'},
  'payment-late': {description: 'Payments time out, and go through later.', seconds: 60},
  'payment-second': {
    description: 'A paid order can be paid again; that money goes back later.',
    seconds: 60,
  },
  'mandate-slow': {description: 'Mandates are confirmed late.', seconds: 60},
  'mandate-rejected': {description: 'The bank rejects the mandate, and the payment is made.'},
  'mandate-duplicate-request': {
    description: 'The bank has such a mandate already: the payment fails.',
  },
  'charge-slow': {description: 'Debits are decided late.', seconds: 11 * 60 * 60},
  'charge-insufficient-funds': {description: 'The account lacks the money for a debit.'},
  'charge-debit-declined': {description: 'The bank declines a debit.'},
  'charge-payment-timed-out': {description: 'The bank does not answer a debit.'},
  'charge-mandate-expired': {description: 'The bank says that the mandate has expired.'},
  'charge-mandate-paused': {description: 'The bank says that the mandate is paused.'},
  'charge-mandate-cancelled': {description: 'The bank says that the mandate is cancelled.'},
  'charge-mandate-not-active': {description: 'The bank says that the mandate is not active.'},
  'charge-mandate-debit-beyond-psp-amount-cap': {
    description: 'The amount is more than the UPI app lets be debited.',
  },
  'charge-mandate-current-cycle-allowed-debit-exceeds': {
    description: 'The mandate was debited in this cycle already.',
  },
  'charge-execution-day-rule-mismatch': {description: 'It is not the day for a debit.'},
  'charge-amount-does-not-match-mandate-amount': {
    description: 'The bank takes another amount for the one of the mandate.',
  },
  'charge-pre-debit-notification-failed': {description: 'The shopper could not be told in time.'},
  'gateway-down': {description: 'The gateway drops the connection, and has done nothing.'},
  'gateway-silent': {description: 'The gateway never answers, and has done nothing.'},
  'gateway-lost': {description: 'The gateway does what it is asked, and its answer is lost.'},
  'gateway-slow': {description: 'The gateway does what it is asked, and answers late.', seconds: 5},
  'gateway-proxy': {
    description: 'The device is in proxy mode: the gateway answers 401, and takes no orders.',
  },
  'device-unplugged': {description: 'The device is not connected: each activity fails.'},
  'device-disconnected': {description: 'The gateway answers DEVICE_DISCONNECTED.'},
  'device-not-found': {description: 'The gateway answers DEVICE_NOT_FOUND.'},
  'device-busy': {description: 'Something else is on the device: DEVICE_BUSY.'},
  'device-timeout': {
    description: 'The gateway answers DEVICE_TIMEOUT, and the device does what was asked.',
  },
  'device-error': {description: 'The gateway answers DEVICE_ERROR.'},
  'device-unsupported-action': {description: 'The gateway answers UNSUPPORTED_ACTION.'},
  'device-slow': {description: 'The bank takes its time after the tap.', seconds: 10},
  'device-declined': {description: 'The bank declines: CARD_DECLINED.'},
  'device-wrong-pin': {description: 'Whatever PIN is entered is wrong: INVALID_PIN.'},
  'device-read-error': {description: 'The card can not be read: CARD_READ_ERROR.'},
  'device-transaction-timeout': {description: 'The bank does not answer: TIMEOUT.'},
  'device-network-error': {
    description: 'The money is taken, and the device does not hear it: NETWORK_ERROR.',
  },
  'device-malfunction': {
    description: 'The device breaks while the bank is asked: DEVICE_MALFUNCTION.',
  },
  'device-paper-out': {description: 'The receipt is not printed.'},
} as const satisfies Record<string, Row>;

/**
 * A fault as a page's query writes it: `script-404`.
 *
 * @example
 * ```ts
 * import type {FaultName, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const names: FaultName[] = sandbox.faults.list().map(({name}) => name);
 * console.log(names); // such as ['rest-500']
 * ```
 * @useDeclaredType
 */
export type FaultName = keyof typeof FAULTS;
/**
 * Where a fault acts.
 *
 * @example
 * ```ts
 * import type {FaultArea, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const area: FaultArea = 'rest';
 * sandbox.faults.clear(area);
 * ```
 * @useDeclaredType
 */
export type FaultArea = FaultName extends `${infer Area}-${string}` ? Area : never;
/**
 * A fault of an area: `404` of `script`.
 *
 * @example
 * ```ts
 * import type {FaultOf, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const word: FaultOf<'webhook'> = 'twice';
 * sandbox.faults.set({webhook: word});
 * ```
 */
export type FaultOf<Area extends FaultArea> = FaultName extends infer Name
  ? Name extends `${Area}-${infer Word}`
    ? Word
    : never
  : never;
/**
 * At most one fault for each area: `{script: '404', webhook: 'twice'}`.
 *
 * @example
 * ```ts
 * import type {FaultSettings, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const bad: FaultSettings = {script: '404', webhook: 'twice'};
 * sandbox.faults.set(bad);
 * ```
 */
export type FaultSettings = {readonly [Area in FaultArea]?: FaultOf<Area>};

/** The table's rows by name, for words that may not be in it. */
const ROWS = new Map<string, Row>(Object.entries(FAULTS));

export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];

export const isFaultName = (name: string): name is FaultName => ROWS.has(name);

export const areaOf = (name: FaultName): FaultArea => name.slice(0, name.indexOf('-')) as FaultArea;

export const describeFault = (name: FaultName): string => FAULTS[name].description;

export const defaultSeconds = (name: FaultName): number => ROWS.get(name)?.seconds ?? 0;
