/** Looks whether a value that came from elsewhere is as agreed. */
type Check = (value: unknown) => boolean;

export const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
export const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value);
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = matches(/^/);
export const isAnything = () => true;

/**
 * Makes a function that gives a value if it has these fields, and whatever else. Not a schema of
 * zod's: such values are all that a page reads, and zod would be a third of what a click loads.
 */
export const reader =
  <Value>(fields: Readonly<Record<keyof Value, Check>>) =>
  (value: unknown): Value | undefined =>
    isObject(value) && Object.entries<Check>(fields).every(([name, check]) => check(value[name]))
      ? (value as Value)
      : undefined;
