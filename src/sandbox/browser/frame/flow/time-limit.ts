import type {Session} from './session.js';

/** How often the clock on the screen is looked at, in milliseconds. */
const TICK = 250;

/**
 * Counts down to the end of the checkout, which success escapes. By the wall clock: timers of a tab
 * in the background stand still.
 */
export async function limitTime(
  session: Session,
  seconds: number,
  onTimeout: () => void,
): Promise<void> {
  if (!seconds) return;
  const end = Date.now() + seconds * 1000;
  do {
    const secondsLeft = Math.ceil((end - Date.now()) / 1000);
    if (secondsLeft <= 0) onTimeout();
    else session.update({secondsLeft});
  } while ((await session.pause(TICK)) && session.state.screen !== 'success');
}
