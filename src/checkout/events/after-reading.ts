import type {Action} from '../said/action.js';

/** A tap that was meant for what stood there before must not do what stands there now. */
const READ_AFTER_MS = 2_000;

/**
 * Returns an action that takes no press before a person can have read what is offered, and tells when
 * that is first. Nobody reads what stands in a tab behind another one, where no frame is drawn either.
 */
export function afterReading(label: string, act: () => void, onRead?: () => void): Action {
  let begin = Infinity;
  requestAnimationFrame(() => {
    begin = Date.now() + READ_AFTER_MS;
    onRead?.();
  });
  const run = () => {
    if (Date.now() >= begin) act();
  };
  return {label, run};
}
