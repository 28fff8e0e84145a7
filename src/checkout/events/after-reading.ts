/** A tap that was meant for what stood there before must not do what stands there now. */
const READ_AFTER_MS = 2_000;

/**
 * Returns an act that takes no press before a person can have read what is offered, and tells when
 * that is first. Nobody reads what stands in a tab behind another one, where no frame is drawn either.
 */
export function afterReading(act: () => void, onRead?: () => void): () => void {
  let begin = Infinity;
  requestAnimationFrame(() => {
    begin = Date.now() + READ_AFTER_MS;
    onRead?.();
  });
  return () => {
    if (Date.now() >= begin) act();
  };
}
