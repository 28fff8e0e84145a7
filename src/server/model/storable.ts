/**
 * Whether a text comes back from a database as it went in. PostgreSQL refuses a NUL, SQLite's driver
 * cuts the text off there, and both write something else for half of a surrogate pair: what was asked
 * for would be found under another name.
 */
export const isStorable = (text: string): boolean =>
  !text.includes('\0') && !/\p{Surrogate}/u.test(text);
