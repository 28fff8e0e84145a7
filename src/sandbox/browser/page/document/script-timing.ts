/** The entries of the page's timing that the frame is told of. */
const SCRIPT = 'checkout.js';

/** How long the script took to load, as the page's browser measured it. */
export function scriptTiming(): Readonly<Record<string, object>> {
  const entry = performance.getEntriesByType('resource').find(({name}) => name.includes(SCRIPT));
  if (!(entry instanceof PerformanceResourceTiming)) return {};
  const {startTime, duration, responseEnd, transferSize, encodedBodySize, decodedBodySize} = entry;
  return {
    [SCRIPT]: {
      startTime,
      duration,
      responseEnd,
      transferSize,
      encodedBodySize,
      decodedBodySize,
      ttfb: entry.responseStart - entry.requestStart,
    },
  };
}
