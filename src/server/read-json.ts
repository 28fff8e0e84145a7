import {HttpError} from './http-error.js';

/** The largest body that is read, in bytes. */
const LIMIT = 64 * 1024;

/** Reads a JSON body, no further than the limit. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new HttpError('UNSUPPORTED_MEDIA_TYPE', 'Send "Content-Type: application/json".');
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch (cause) {
    throw new HttpError('INVALID_REQUEST', 'The body is not JSON.', {cause});
  }
}

/** Reads a body as it came, no further than the limit. */
async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length')) > LIMIT) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // Leaving the loop cancels the rest.
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > LIMIT) throw tooLarge();
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

const tooLarge = () => new HttpError('BODY_TOO_LARGE', `Send at most ${LIMIT / 1024} kB.`);
