import * as z from 'zod/mini';
import {API_URL} from '../../wire/addresses.js';
import {isSandboxKey} from '../../wire/ids.js';
import {lenient} from './lenient.js';
import {RazorpayError, type RazorpayErrorCode} from './error.js';

/** How Razorpay is reached, and as whom. */
export interface CallConfig {
  readonly keyId: string;
  /** Empty where the key alone opens, as at the gateway in front of a device. */
  readonly keySecret: string;
  /** Who is asked, for messages; Razorpay unless said otherwise. */
  readonly peer?: string;
  /** Without `/v1`. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** For the whole of an answer. */
  readonly timeoutMs: number;
}

/** Asks Razorpay, and reads the answer by a schema; throws a `RazorpayError`. */
export type Call = <T>(
  schema: z.ZodMiniType<T>,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<T>;

export function createCall(config: CallConfig): Call {
  const {keyId, keySecret, peer = 'Razorpay', baseUrl, fetch, timeoutMs} = config;
  const credentials = new TextEncoder().encode(`${keyId}:${keySecret}`);
  const authorization = `Basic ${btoa(String.fromCharCode(...credentials))}`;

  const ask = async (
    method: string,
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> | undefined,
  ) => {
    try {
      const response = await fetch(baseUrl + path, {
        method,
        headers: {
          ...headers,
          Authorization: authorization,
          ...(body !== undefined && {'Content-Type': 'application/json'}),
        },
        ...(body !== undefined && {body: JSON.stringify(body)}),
        // Followed, a redirect would carry the secret elsewhere. (Some runtimes don't know "error".)
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return {status: response.status, text: await response.text()};
    } catch (cause) {
      throw cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError')
        ? new RazorpayError('timeout', `${method} ${path} took more than ${timeoutMs} ms.`, {cause})
        : new RazorpayError(
            'unreachable',
            `${method} ${path} did not reach ${peer} at ${baseUrl}.${forSandbox(config)}`,
            {cause},
          );
    }
  };

  return async (schema, method, path, body, headers) => {
    const {status, text} = await ask(method, path, body, headers).catch((error: unknown) => {
      // Razorpay may have closed an idle connection just then, so that reading is tried once more.
      // What changes something is not: it may have been done.
      if (method === 'GET' && error instanceof RazorpayError && error.code === 'unreachable')
        return ask(method, path, body, headers);
      throw error;
    });
    const reply = parseJson(text);
    if (status < 200 || status > 299) throw refusal(config, `${method} ${path}`, status, reply);
    const entity = schema.safeParse(reply);
    if (!entity.success)
      throw new RazorpayError('invalid_reply', `${method} ${path} was not answered by ${peer}.`, {
        status,
        cause: entity.error,
      });
    return entity.data;
  };
}

/** Mostly `{"error": {…}}`, sometimes the bare object. */
const Refusal = z.looseObject({code: z.string(), description: lenient(z.string())});
const WrappedRefusal = z.looseObject({error: Refusal});

/** What to do where the sandbox was meant, and Razorpay is asked: it knows nothing of its keys. */
const forSandbox = ({keyId, baseUrl}: Pick<CallConfig, 'keyId' | 'baseUrl'>): string =>
  isSandboxKey(keyId) && baseUrl === API_URL
    ? ' The key is the sandbox’s: set razorpay.baseUrl to the address that it prints.'
    : '';

function refusal(config: CallConfig, what: string, status: number, reply: unknown): RazorpayError {
  const body =
    WrappedRefusal.safeParse(reply).data?.error ?? Refusal.safeParse(reply).data ?? undefined;
  const description = body?.description ?? 'no reason given';
  const code = refusalCode(status, description);
  const hint = hintOf(code, config);
  return new RazorpayError(
    code,
    `${sentence(config.peer ?? 'Razorpay')} answered ${status} to ${what}: ${description}${hint}`,
    {
      status,
      body,
    },
  );
}

function hintOf(code: RazorpayErrorCode, {keyId, keySecret, baseUrl}: CallConfig): string {
  if (code === 'unauthorized' && keySecret !== '')
    return (
      forSandbox({keyId, baseUrl}) ||
      ` (razorpay.keyId is "${keyId}". Is razorpay.keySecret the secret of that key?)`
    );
  if (code === 'not_found')
    return ' (Was it made with other keys, or at a sandbox that was started anew since?)';
  return '';
}

const sentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

function refusalCode(status: number, description: string): RazorpayErrorCode {
  if (status >= 500) return 'server';
  if (status < 400) return 'invalid_reply';
  if (status === 429) return 'rate_limited';
  // The live API and its documentation disagree on the status of these two.
  if (status === 401 || /authentication failed|api key provided is invalid/i.test(description))
    return 'unauthorized';
  if (status === 404 || /does not exist|is not a valid id/i.test(description)) return 'not_found';
  return 'refused';
}

/** An id comes from the browser or from a merchant's table: encoded, it can't lead to another path. */
export const segment = (id: string): string => encodeURIComponent(id);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
