/** One answer of the test server: see `test/tools/wtr-server.js`. */
export interface Answer {
  status?: number;
  json?: unknown;
  html?: string;
  script?: 'constructor' | 'nothing';
  headers?: Record<string, string>;
  /** The connection breaks half-way through the body. */
  drop?: boolean;
  /** The answer waits for `release()`. */
  hold?: boolean;
}

export interface Call {
  method: string;
  headers: Record<string, string>;
  body: string;
}

/** An address of the test server with answers of its own, in order; the last one stays. */
export interface Endpoint {
  url: string;
  /** What was asked so far. */
  calls(): Promise<Call[]>;
  release(): Promise<void>;
}

function place(path: string, answers: Answer[]): Endpoint {
  if (answers.some(({hold}) => hold)) holding.push(path);
  return {
    url: `${path}?answers=${encodeURIComponent(JSON.stringify(answers))}`,
    calls: async () => (await fetch(`/calls?of=${path}`)).json() as Promise<Call[]>,
    release: () => release(path),
  };
}

/** A browser opens six connections to a host: what is held to the end would block the next test. */
const holding: string[] = [];
afterEach(() => Promise.all(holding.splice(0).map(release)));

async function release(path: string): Promise<void> {
  await fetch(`/release?of=${path}`);
}

let made = 0;
const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}${made++}`;

/** An endpoint of the merchant. */
export const shop = (...answers: Answer[]) => place(`/shop/${unique()}`, answers);

/** The vendor's script; it loads unless told otherwise. */
export function vendor(...answers: Answer[]): Endpoint {
  const endpoint = place(
    `/vendor/${unique()}/magic-checkout.js`,
    answers.length ? answers : [{script: 'constructor'}],
  );
  return {...endpoint, url: new URL(endpoint.url, location.href).href};
}
