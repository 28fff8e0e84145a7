/** By the name of the list, then the code: what is seen, and what to do. */
export const REMEDIES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
