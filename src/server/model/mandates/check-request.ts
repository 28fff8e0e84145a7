import type * as z from 'zod/mini';
import {checked} from '../check-returned.js';
import {MandateError} from './mandate-error.js';

/** Checks what a function of `mandates` was given. Throws a `MandateError` that names the field. */
export function checkRequest<T>(
  schema: z.ZodMiniType<T>,
  given: unknown,
  {from, shape}: {readonly from: string; readonly shape: string},
): T {
  const {data, error} = schema.safeParse(given);
  if (!error) return data;
  try {
    return checked(schema, given, {from: `${from} was given`, shape});
  } catch (complaint) {
    throw new MandateError('invalid', (complaint as Error).message, fieldOf(error));
  }
}

/** Where the first thing is that is wrong, such as `mandate.maxAmount`. */
function fieldOf({issues}: z.core.$ZodError): string | undefined {
  const issue = issues.find(({code}) => code === 'unrecognized_keys') ?? issues[0];
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...keys];
  return path.length ? path.map(String).join('.') : undefined;
}
