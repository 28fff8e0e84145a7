import {HttpError} from './http-error.js';

/** The largest body that is read, in bytes. */
const LIMIT = 64 * 1024;

/** Reads a JSON body, no further than the limit. */
export async function readJson(request: Request): Promise<unknown> {
  expectType(request, 'application/json');
  return parseJson(await readBytes(request));
}

/** Reads the fields of a form, no further than the limit. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  expectType(request, 'application/x-www-form-urlencoded');
  return new URLSearchParams(new TextDecoder().decode(await readBytes(request)));
}

/** Bytes as JSON; 400 where they are none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch (cause) {
    throw new HttpError('INVALID_REQUEST', 'The body is not JSON.', {cause});
  }
}

/** Reads a body as it came, no further than the limit. */
export async function readBytes(
  request: Request,
  limit: number = LIMIT,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length')) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // Leaving the loop cancels the rest.
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof HttpError) throw cause;
    throw new HttpError('INVALID_REQUEST', 'The body broke off.', {cause});
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function expectType(request: Request, expected: string): void {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== expected)
    throw new HttpError('UNSUPPORTED_MEDIA_TYPE', `Send "Content-Type: ${expected}".`);
}

const tooLarge = (limit: number) =>
  new HttpError('BODY_TOO_LARGE', `Send at most ${limit / 1024} kB.`);
