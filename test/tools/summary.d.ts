export function summarize(run: {
  /** The parts that ran, with what their tests came to, if they have any and told. */
  rows: {
    part: string;
    ok: boolean;
    seconds: number;
    counts?: {passed: number; failed: number; skipped: number; unsteady?: string[]};
  }[];
  /** How long all of them took. */
  seconds: number;
  /** What this machine cannot run, and why. */
  notProven?: string[];
  isCi: boolean;
}): {lines: string[]; passed: boolean};
