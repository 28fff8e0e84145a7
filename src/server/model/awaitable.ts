/**
 * What a hook may return: a value, or a promise of it.
 * @inline
 */
export type Awaitable<T> = T | Promise<T>;
