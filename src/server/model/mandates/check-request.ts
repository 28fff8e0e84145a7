import type * as z from 'zod/mini';
import {checked, show} from '../check-returned.js';
import {MandateError} from './mandate-error.js';

/** Checks what a function of `mandates` was given. Throws a `MandateError` that names the field. */
export function checkRequest<T>(
  schema: z.ZodMiniType<T>,
  given: unknown,
  {from, shape}: {readonly from: string; readonly shape: string},
): T {
  // A promise, a date or a map is an object too, and has no field of its own.
  if (typeof given === 'object' && given !== null && !isPlain(given))
    throw new MandateError('invalid', `${from} was given ${show(given)}. Write ${shape}.`);
  const {data, error} = schema.safeParse(given);
  if (!error) return data;
  try {
    return checked(schema, given, {from: `${from} was given`, shape});
  } catch (complaint) {
    throw new MandateError('invalid', (complaint as Error).message, fieldOf(error));
  }
}

function isPlain(given: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(given);
  return prototype === null || prototype === Object.prototype;
}

/** Where the first thing is that is wrong, such as `mandate.maxAmount`. */
function fieldOf({issues}: z.core.$ZodError): string | undefined {
  const issue = issues.find(({code}) => code === 'unrecognized_keys') ?? issues[0];
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...keys];
  return path.length ? path.map(String).join('.') : undefined;
}
