/** Returns what was typed, as far as it is worth saying. */
export const shown = (typed: unknown): string => String(typed).slice(0, 80);
