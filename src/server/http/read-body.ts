import type {Incoming} from './exchange.js';
import {HeldBodies, type HeldBody} from './held-bodies.js';
import {HttpError} from './http-error.js';
import {refuseUnstorable} from './storable.js';
import type {Bytes} from '../../wire/hex.js';

/** The largest body that is read. */
const MOST_BODY_BYTES = 64 * 1024;

/** Reads a JSON body, no further than the limit. */
export async function readJson(incoming: Incoming): Promise<unknown> {
  expectType(incoming, 'application/json');
  return parseJson(await readBytes(incoming));
}

/** Reads the fields of a form, in each of the ways that browsers send one, no further than the limit. */
export async function readForm(incoming: Incoming): Promise<URLSearchParams> {
  const fields = await readFields(incoming);
  refuseUnstorable('The form', [...fields].flat());
  return fields;
}

async function readFields(incoming: Incoming): Promise<URLSearchParams> {
  const type = incoming.header('Content-Type');
  if (type !== null && mediaType(type) === 'multipart/form-data')
    return readMultipart(await readBytes(incoming), type);
  if (type !== null && mediaType(type) === 'text/plain')
    return readPlain(new TextDecoder().decode(await readBytes(incoming)));
  // A form without a field may come without a type.
  if (type !== null) expectType(incoming, 'application/x-www-form-urlencoded');
  return new URLSearchParams(new TextDecoder().decode(await readBytes(incoming)));
}

/** A line a field, which nothing is escaped in. */
function readPlain(text: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const line of text.split('\r\n')) {
    const [name = '', ...value] = line.split('=');
    if (value.length) fields.append(name, value.join('='));
  }
  return fields;
}

async function readMultipart(
  bytes: Bytes,
  type: string,
): Promise<URLSearchParams> {
  const fields = new URLSearchParams();
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- Node warns of bodies without a bound; this one is read and has one
    const form = await new Response(bytes, {headers: {'Content-Type': type}}).formData();
    form.forEach((value, name) => {
      if (typeof value === 'string') fields.append(name, value);
    });
  } catch (cause) {
    throw new HttpError('INVALID_REQUEST', 'The body is no form.', {cause});
  }
  return fields;
}

/** Reads a body as it came, no further than the limit. */
export const readBytes = (incoming: Incoming): Promise<Bytes> =>
  incoming.bytes(MOST_BODY_BYTES);

/** How deep a JSON may be: what walks through it calls itself once a level. */
const MOST_LEVELS = 64;

/** Bytes as JSON; 400 where they are none, or hold what no database does. */
export function parseJson(bytes: Uint8Array): unknown {
  const value = parseSignedJson(bytes);
  refuseUnstorable('The body', textsOf(value));
  return value;
}

/**
 * As `parseJson`, for what Razorpay has signed: it would send an event again and again that is refused
 * for the name that a shopper has given. Whatever of it is stored by itself is checked by itself.
 */
export function parseSignedJson(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch (cause) {
    throw new HttpError('INVALID_REQUEST', 'The body is not JSON.', {cause});
  }
  if (isDeeper(value, MOST_LEVELS))
    throw new HttpError('INVALID_REQUEST', `The body is nested deeper than ${MOST_LEVELS} levels.`);
  return value;
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

/** The texts of a JSON, names included. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    yield name;
    yield* textsOf(inner);
  }
}

const utf8 = new TextDecoder('utf-8', {fatal: true});

/** Refuses a body that says itself that it is larger than so many bytes. */
export function refuseLength(length: string | null, mostBytes: number): void {
  if (Number(length) > mostBytes) throw tooLarge(mostBytes);
}

/** How much of unfinished bodies one process keeps, all of its requests together. */
const MOST_HELD_BYTES = 16 * 1024 * 1024;
const heldBodies = new HeldBodies(MOST_HELD_BYTES);

/**
 * A body that comes in pieces, no larger than so many bytes, and given up where all bodies together
 * are too large. Whoever reads one ends it, however that goes.
 */
export class Pieces implements HeldBody {
  readonly #mostBytes: number;
  readonly #onGivenUp: (error: HttpError) => void;
  /** With room at its end: pieces that were kept one by one would take a multiple of what they hold. */
  #buffer = new Uint8Array(0);
  #length = 0;

  constructor(mostBytes: number, onGivenUp: (error: HttpError) => void) {
    this.#mostBytes = mostBytes;
    this.#onGivenUp = onGivenUp;
  }

  get heldBytes(): number {
    return this.#buffer.byteLength;
  }

  add(piece: Bytes): void {
    const length = this.#length + piece.byteLength;
    if (length > this.#mostBytes) throw tooLarge(this.#mostBytes);
    const {byteLength} = this.#buffer;
    if (byteLength === 0) this.#buffer = piece;
    else if (length > byteLength) this.#buffer = enlarged(this.#buffer, this.#room(length));
    if (this.#length > 0) this.#buffer.set(piece, this.#length);
    this.#length = length;
    heldBodies.hold(this, this.heldBytes - byteLength);
  }

  giveUp(): void {
    this.#onGivenUp(
      new HttpError('RATE_LIMITED', 'Too much is being sent at once. Send it again.', {
        headers: {'Retry-After': '1'},
      }),
    );
  }

  whole(): Bytes {
    return this.#buffer.subarray(0, this.#length);
  }

  end(): void {
    heldBodies.letGo(this);
  }

  #room(length: number): number {
    return Math.min(this.#mostBytes, Math.max(length, 2 * this.#buffer.byteLength));
  }
}

function enlarged(old: Uint8Array, byteLength: number): Bytes {
  const buffer = new Uint8Array(byteLength);
  buffer.set(old);
  return buffer;
}

/** The error of a body that ended before its end. */
export const brokenOff = (cause: unknown): HttpError =>
  new HttpError('INVALID_REQUEST', 'The body broke off.', {cause});

function expectType(incoming: Incoming, expected: string): void {
  if (mediaType(incoming.header('Content-Type') ?? '') !== expected)
    throw new HttpError('UNSUPPORTED_MEDIA_TYPE', `Send "Content-Type: ${expected}".`);
}

const mediaType = (type: string): string | undefined => type.split(';')[0]?.trim().toLowerCase();

/** The error of a body that is larger than so many bytes. */
export const tooLarge = (mostBytes: number): HttpError =>
  new HttpError('BODY_TOO_LARGE', `Send at most ${mostBytes / 1024} kB.`);
