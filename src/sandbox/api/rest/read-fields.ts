import {BODIES, type BodyName} from '../../imitation/bodies.js';
import type {RequestField, RequestFields, RequestType} from '../../imitation/row.js';
import {ApiError, invalidField, notImitated} from '../../model/api-error.js';
import type {LineItem, Notes} from '../../model/entities.js';
import type {Fields} from '../../model/fields.js';

/** What a value is once it is read. */
interface Values {
  readonly integer: number;
  readonly string: string;
  readonly boolean: boolean;
  readonly object: Fields;
  readonly list: readonly unknown[];
  readonly notes: Notes;
  readonly 'line items': readonly LineItem[];
}

/** A body that was read by its table; what was not sent is undefined. */
export type Read<Name extends BodyName> = {
  readonly [Field in keyof (typeof BODIES)[Name]]: (typeof BODIES)[Name][Field] extends {
    readonly type: infer Type extends RequestType;
    readonly isRequired: true;
  }
    ? Values[Type]
    : (typeof BODIES)[Name][Field] extends {readonly type: infer Type extends RequestType}
      ? Values[Type] | undefined
      : never;
};

/**
 * Reads a body by its table, or an object in it: then errors name its fields with the prefix, as in
 * `token.max_amount`.
 *
 * @throws {ApiError} with the text that Razorpay has for the first mistake.
 */
export function readFields<Name extends BodyName>(
  body: Fields,
  name: Name,
  prefix = '',
): Read<Name> {
  const table: RequestFields = BODIES[name];
  const unknown = Object.keys(body).filter((field) => !Object.hasOwn(table, field));
  if (unknown.length) {
    const names = unknown.map((field) => `${prefix}${field}`).join(', ');
    throw new ApiError(`${names} is/are not required and should not be sent`);
  }
  return read(body, table, prefix) as Read<Name>;
}

/** What was sent of the fields that are answered as they came. */
export function keptFields<Name extends BodyName>(fields: Read<Name>, name: Name): Fields {
  const table: RequestFields = BODIES[name];
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => table[field]?.here === 'kept' && value !== undefined,
    ),
  );
}

/** A value that counts as not sent. */
export const isAbsent = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === '';

/** An address that names the field in Razorpay's errors: `line_items.0.price`. */
function read(body: Fields, table: RequestFields, prefix: string): Fields {
  return Object.fromEntries(
    Object.entries(table).map(([field, row]) => [
      field,
      readField(body[field], row, `${prefix}${field}`),
    ]),
  );
}

function readField(value: unknown, {type, here, isRequired, about}: RequestField, field: string) {
  if (here === 'refused') {
    // Nothing is lost where nothing was asked for.
    if (isAbsent(value) || isNo(value) || isEmpty(value)) return undefined;
    throw notImitated(`${field}${about ? ` (${about.replace(/\.$/, '')})` : ''}`, field);
  }
  if (isAbsent(value)) {
    if (isRequired) throw required(field);
    return undefined;
  }
  return READERS[type](value, field);
}

export const required = (field: string): ApiError =>
  invalidField(field, `The ${field} field is required.`);

const READERS: {
  readonly [Type in RequestType]: (value: unknown, field: string) => Values[Type] | undefined;
} = {
  integer: readInteger,
  string: readString,
  boolean: readBoolean,
  object: readObject,
  list: readList,
  notes: readNotes,
  'line items': readLineItems,
};

/** A text of digits is an integer too, as in the API's own validator. */
function readInteger(value: unknown, field: string): number {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (!Number.isSafeInteger(number)) {
    throw invalidField(field, `The ${field} must be an integer.`);
  }
  return number as number;
}

/** A number is taken for its digits: Razorpay's own samples send a receipt of `123`. */
function readString(value: unknown, field: string): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw invalidField(field, `The ${field} must be a string.`);
}

const YES: readonly unknown[] = [true, 1, '1', 'true'];
const NO: readonly unknown[] = [false, 0, '0', 'false'];
const isNo = (value: unknown): boolean => NO.includes(value);

function readBoolean(value: unknown, field: string): boolean {
  if (YES.includes(value)) return true;
  if (isNo(value)) return false;
  throw invalidField(field, `The ${field} field must be true or false.`);
}

/** PHP writes an object without fields as an empty list. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const asFields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;

function readObject(value: unknown, field: string): Fields {
  const fields = asFields(value) ?? (isEmpty(value) ? {} : undefined);
  if (!fields) throw invalidField(field, `The ${field} must be an array.`);
  return fields;
}

function readList(value: unknown, field: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isEmpty(value)) return [];
  throw invalidField(field, `The ${field} must be an array.`);
}

const MAX_NOTES = 15;
const MAX_NOTE_CHARACTERS = 256;

function readNotes(value: unknown, field: string): Notes {
  if (typeof value !== 'object' || value === null) {
    throw invalidField(field, `The ${field} must be an array.`);
  }
  const notes = Object.entries(value);
  if (notes.length > MAX_NOTES) {
    throw invalidField(
      field,
      `Number of fields in ${field} should be less than or equal to ${MAX_NOTES}`,
    );
  }
  if (notes.some(([, note]) => lengthOf(noteText(note)) > MAX_NOTE_CHARACTERS)) {
    throw invalidField(
      field,
      `The ${field} may not be greater than ${MAX_NOTE_CHARACTERS} characters.`,
    );
  }
  return notes.length ? Object.fromEntries(notes) : [];
}

/** What is nested in a note counts as the JSON that is kept of it. */
const noteText = (note: unknown): string =>
  typeof note === 'string' ? note : JSON.stringify(note);

/** Razorpay's limits are in characters: an emoji is one. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** Shop systems send further fields with each item; those are kept as they are. */
function readLineItems(value: unknown, field: string): readonly LineItem[] {
  return readList(value, field).map((entry, index) => {
    const item = readObject(entry, `${field}.${index}`);
    const known = read(item, BODIES['line item'], `${field}.${index}.`);
    const sent = Object.entries(known).filter(([, part]) => part !== undefined);
    return {...item, ...Object.fromEntries(sent)};
  });
}
