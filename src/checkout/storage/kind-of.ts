/** What JavaScript calls the kind of a value: `Object`, `Array`, `FormData`, `Promise`. */
export const kindOf = (value: unknown): string => ({}).toString.call(value).slice(8, -1);
