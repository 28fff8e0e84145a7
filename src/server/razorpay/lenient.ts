import * as z from 'zod/mini';

/** What no rule needs to be there: of another shape it is left out, never an exception. */
export const lenient = <T>(schema: z.ZodMiniType<T>) => z.catch(z.nullish(schema), undefined);

/** A text, also where a number was sent. */
export const Text = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value) => String(value)),
);

/** An object's texts; whatever else there may be is left out. */
export const Texts = z.pipe(
  z.looseObject({}),
  z.transform((object) => {
    const texts: Record<string, string> = {};
    for (const [name, value] of Object.entries(object)) {
      const text = Text.safeParse(value).data;
      if (text !== undefined) texts[name] = text;
    }
    return texts;
  }),
);

/** A moment in seconds since 1970, as a date. */
export const Seconds = z.pipe(
  z.int().check(z.minimum(1)),
  z.transform((seconds) => new Date(seconds * 1000)),
);
