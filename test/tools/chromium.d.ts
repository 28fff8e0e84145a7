/** The Chromium of most tests. */
export function findChromium(): string | undefined;
/** A Chromium with all that a browser has. */
export function findWholeChromium(): string | undefined;
/** What a Chromium needs on this machine. */
export const chromiumArgs: string[];
