export function summarize(run: {
  /** The parts that ran. */
  rows: {part: string; ok: boolean; seconds: number}[];
  /** The report of the unit tests. */
  unit?: {passed: number; failed: number; skipped: number};
  /** The report of Playwright. */
  playwright?: {stats: {expected: number; flaky: number; unexpected: number; skipped: number}};
  /** What this machine cannot run, and why. */
  notProven?: string[];
  isCi: boolean;
}): {lines: string[]; passed: boolean};
