import type {Bytes} from '../../wire/hex.js';

/** A request as the endpoints read it, whatever it came by. */
export interface Incoming {
  readonly method: string;
  /** Its origin is what the caller says. */
  readonly url: URL;
  header(name: string): string | null;
  /** The body as it was sent, if it is no larger than so many bytes; else an `HttpError`. */
  bytes(mostBytes: number): Promise<Bytes>;
  /** For the merchant's hooks, to read anything of but the body. */
  readonly request: Request;
}

/** What an endpoint answers. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Answers a request. For `platform` see `Handler`. */
export type Exchange = (incoming: Incoming, platform?: unknown) => Promise<Reply>;

/** A reply that nobody keeps: all of ours say what is true now. */
export const json = (
  body: unknown,
  {status = 200, headers}: {status?: number; headers?: Readonly<Record<string, string>>} = {},
): Reply => ({
  status,
  headers: {'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers},
  body: JSON.stringify(body),
});
