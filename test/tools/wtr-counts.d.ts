interface Suite {
  tests: {name: string; passed: boolean; skipped: boolean}[];
  suites: Suite[];
}

/** What the runner tells of a file. */
interface Session {
  testFile: string;
  passed: boolean;
  testResults?: Suite;
}

export function counts(folder: string): {
  onTestRunFinished(run: {sessions: Session[]}): void;
};

export function readCounts(folder: string):
  | {
      passed: number;
      failed: number;
      skipped: number;
      /** Titles, and files that did not load. */
      failures: string[];
      failedFiles: string[];
    }
  | undefined;
