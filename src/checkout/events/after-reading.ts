import type {Action} from './reporter.js';

/** A tap that was meant for what stood there before must not do what stands there now. */
const READ_AFTER_MS = 2_000;

/** Returns an action that takes no press before a person can have read what is offered. */
export function afterReading(label: string, act: () => void): Action {
  const begin = Date.now() + READ_AFTER_MS;
  const run = () => {
    if (Date.now() >= begin) act();
  };
  return {label, run};
}
