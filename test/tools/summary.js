/** What `npm test` says at its end, and whether all is well. */
export function summarize({rows, seconds, notProven = [], isCi}) {
  const told = rows.map(({counts, ...row}) => ({
    ...row,
    unsteady: counts?.unsteady ?? [],
    passed: counts?.passed ?? 0,
    // A part without tests, such as types, or a runner that broke before it counted.
    failed: counts?.failed || (row.ok ? 0 : 1),
    skipped: counts?.skipped ?? 0,
  }));
  const sum = (name) => told.reduce((all, row) => all + row[name], 0);
  const failed = sum('failed') + (isCi ? notProven.length : 0);
  const skipped = sum('skipped');
  const width = Math.max(...told.map(({part}) => part.length));
  return {
    lines: [
      'Summary',
      ...told.map((row) =>
        [
          row.ok ? '  ok    ' : '  FAILED',
          row.part.padEnd(width),
          `${row.seconds.toFixed(1).padStart(6)} s`,
          row.passed ? `${String(row.passed).padStart(6)} passed` : '',
        ]
          .join('  ')
          .trimEnd(),
      ),
      '',
      `${sum('passed')} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}, in ${seconds.toFixed(0)} s`,
      ...told.flatMap(({unsteady}) =>
        unsteady.map((title) => `UNSTEADY: ${title} (passed when it was tried again)`),
      ),
      ...notProven.map(
        (reason) => `NOT PROVEN: ${reason}${isCi ? ' (with CI set this counts as failed)' : ''}`,
      ),
    ],
    passed: failed === 0,
  };
}
