import * as z from 'zod/mini';

const short = z
  .string('must be a text')
  .check(z.maxLength(256, 'must have at most 256 characters'));
/** Notes of the merchant's, with Razorpay's limits. */
export const Notes = z
  .pipe(
    z.record(short, z.nullish(short), 'must be texts by name'),
    z.transform((notes): Record<string, string> =>
      Object.fromEntries(
        Object.entries(notes).flatMap(([name, note]) => (note == null ? [] : [[name, note]])),
      ),
    ),
  )
  .check(z.refine((notes) => Object.keys(notes).length <= 15, 'must be at most 15 notes'));
