/** One request, as the page or Razorpay would send it. */
export interface Question {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How long whoever asks in earnest would wait. */
  readonly withinMs: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the body is none. */
  readonly json: unknown;
}

/** Why there is no answer. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  /** What to do. */
  readonly fix: string;

  constructor(says: string, fix: string, cause?: unknown) {
    super(says, {cause});
    this.fix = fix;
  }
}

/** How a doctor asks: for how long, and what of an answer nobody is to read. */
export interface Manner {
  /** Ends a request once its time is over. */
  readonly limit?: ((ms: number) => AbortSignal) | undefined;
  /** Takes secrets out of a text, before it is shortened and half of one is left. */
  readonly hide?: (text: string) => string;
}

/** No answer that is as agreed is longer. */
const MOST_BYTES = 1024 * 1024;

/**
 * Sends one request and follows no redirect: what is sent is for this address alone.
 *
 * @throws Unanswered
 */
export async function ask(
  {url, method, headers, body, withinMs}: Question,
  {limit = (ms) => AbortSignal.timeout(ms), hide = (text) => text}: Manner = {},
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        'User-Agent': 'rzp-magic-button doctor',
        // A server that restarts would leave a kept connection dead.
        Connection: 'close',
        ...headers,
      },
      ...(body !== undefined && {body}),
      redirect: 'manual',
      signal: limit(withinMs),
    });
    const text = await beginning(response);
    return {status: response.status, headers: response.headers, text, json: parse(text, hide)};
  } catch (error) {
    throw unanswered(error, withinMs);
  }
}

async function beginning({body}: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > MOST_BYTES) break;
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function parse(text: string, hide: (text: string) => string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) =>
      typeof value === 'string' ? hide(value) : value,
    );
  } catch {
    return undefined;
  }
}

function unanswered(error: unknown, withinMs: number): Unanswered {
  const because = (says: string, fix: string) => new Unanswered(says, fix, error);
  if (error instanceof DOMException && /^(Timeout|Abort)Error$/.test(error.name))
    return because(
      `does not answer within ${withinMs / 1000} s, and nobody who asks in earnest waits longer.`,
      'Answer sooner: look for what it waits for, a database or another server for example.',
    );
  const code = codeOf(error);
  if (code === 'ECONNREFUSED')
    return because(
      'refuses the connection: nothing listens there.',
      'Start the server, or write the address that it has.',
    );
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return because(
      'has a host name that is not found.',
      'Write the name as it is registered, or wait until the DNS knows it.',
    );
  if (CERTIFICATE.test(code))
    return because(
      `has a certificate that is not trusted (${code}).`,
      'Have it issued by a public authority, for this host name, and send the whole chain: neither browsers nor Razorpay speak with it otherwise.',
    );
  return because(
    `breaks off the connection${code && ` (${code})`}.`,
    'Look into the log of the server, and of what stands in front of it; whoever asks gets no answer at all.',
  );
}

/** The codes of OpenSSL and Node for certificates that don't hold. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/;

/** Where several addresses of a host were tried, the codes are in its parts. */
function codeOf(error: unknown): string {
  const {code, cause, errors} = (error ?? {}) as {
    code?: unknown;
    cause?: unknown;
    errors?: readonly unknown[];
  };
  if (typeof code === 'string') return code;
  const inner = cause ?? errors?.[0];
  return inner === undefined ? '' : codeOf(inner);
}
