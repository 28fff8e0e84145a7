interface Row {
  /** What goes wrong, for a person. */
  readonly does: string;
  /** How long it takes unless somebody says otherwise, where time has a part in it. */
  readonly seconds?: number;
}

/**
 * Everything that can be made to go wrong. A name begins with where it acts: at the page script, in
 * the frame, between frame and handler, at the webhook, in the REST API, at the bank. All of it
 * happens in HTTP and in the frame; the merchant's page and server can't tell it from the real thing.
 */
export const FAULTS = {
  'script-404': {does: 'The page script is not found.'},
  'script-slow': {does: 'The page script arrives late.', seconds: 5},
  'script-blocked': {does: 'The connection is dropped, as by a content blocker.'},
  'script-empty': {does: 'The page script loads, but leaves no constructor.'},
  'frame-hangs': {does: "The checkout's document never arrives."},
  'frame-silent': {does: "The checkout's document arrives, and never says a word."},
  'frame-fault': {does: 'The checkout gives up before it shows anything.'},
  'handler-lost': {does: 'The money is taken, and the checkout waits for ever.'},
  'handler-dismissed': {does: 'The money is taken, and the checkout closes as if it was not.'},
  'handler-wrong-signature': {does: 'The handler gets a signature that does not match.'},
  'webhook-late': {does: 'Events come late.', seconds: 60},
  'webhook-twice': {does: 'Events come twice, at the same moment.'},
  'webhook-out-of-order': {does: 'Events of one payment come in reverse.'},
  'webhook-never': {does: 'Events do not come at all.'},
  'webhook-wrong-signature': {does: 'Events are signed with another secret.'},
  'rest-500': {does: 'Every call is answered with a server error.'},
  'rest-502': {does: 'Every call is answered by a proxy, in HTML.'},
  'rest-429': {does: 'Every call is one too many.'},
  'rest-silent': {does: 'Calls are never answered.'},
  'rest-dropped': {does: 'Calls are carried out, and the answer is lost.'},
  'payment-late': {does: 'Payments time out, and go through later.', seconds: 60},
  'payment-second': {
    does: 'A paid order can be paid again; that money goes back later.',
    seconds: 60,
  },
} as const satisfies Record<string, Row>;

/** A fault as a page's query writes it: `script-404`. */
export type FaultName = keyof typeof FAULTS;
/** Where a fault acts. */
export type FaultArea = FaultName extends `${infer Area}-${string}` ? Area : never;
/** A fault of an area: `404` of `script`. */
export type FaultOf<Area extends FaultArea> = FaultName extends infer Name
  ? Name extends `${Area}-${infer Word}`
    ? Word
    : never
  : never;
/** At most one fault for each area: `{script: '404', webhook: 'twice'}`. */
export type FaultSettings = {readonly [Area in FaultArea]?: FaultOf<Area>};

/** The table's rows by name, for words that may not be in it. */
const ROWS = new Map<string, Row>(Object.entries(FAULTS));

export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];

export const isFaultName = (name: string): name is FaultName => ROWS.has(name);

export const areaOf = (name: FaultName): FaultArea => name.slice(0, name.indexOf('-')) as FaultArea;

export const describeFault = (name: FaultName): string => FAULTS[name].does;

export const defaultSeconds = (name: FaultName): number => ROWS.get(name)?.seconds ?? 0;
