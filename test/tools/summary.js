/** What `npm test` says at its end, and whether all is well. */
export function summarize({rows, unit, playwright, notProven = [], isCi}) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  const add = ({passed, failed, skipped}) => {
    counts.passed += passed;
    counts.failed += failed;
    counts.skipped += skipped;
  };
  if (unit) add(unit);
  if (playwright) {
    const {expected, flaky, unexpected, skipped} = playwright.stats;
    add({passed: expected + flaky, failed: unexpected, skipped});
  }
  // Parts without tests, such as types, and runners that broke before they counted.
  counts.failed ||= rows.filter(({ok}) => !ok).length;
  if (isCi) counts.failed += notProven.length;

  const {passed, failed, skipped} = counts;
  return {
    lines: [
      'Summary',
      ...rows.map(
        ({part, ok, seconds}) =>
          `  ${ok ? 'ok    ' : 'FAILED'}  ${part.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s`,
      ),
      '',
      `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
      ...notProven.map(
        (reason) => `NOT PROVEN: ${reason}${isCi ? ' (with CI set this counts as failed)' : ''}`,
      ),
    ],
    passed: failed === 0,
  };
}
