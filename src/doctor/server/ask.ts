import {noAnswer} from './no-answer.js';

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
  /** What was asked. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Whether there was more of it than anybody reads. */
  readonly isCut: boolean;
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
  let begun: number | undefined;
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
    const {status, headers: told} = response;
    begun = status;
    const {text, isCut} = await beginning(response);
    return {url, status, headers: told, text, isCut, json: parse(text, hide)};
  } catch (error) {
    const {says, fix} = noAnswer(error, {url, begun, withinMs});
    throw new Unanswered(says, fix, error);
  }
}

async function beginning({body}: Response): Promise<Pick<Answer, 'text' | 'isCut'>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > MOST_BYTES) break;
  }
  return {text: new TextDecoder().decode(Buffer.concat(chunks)), isCut: length > MOST_BYTES};
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
