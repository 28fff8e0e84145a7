import type {Session} from './session.js';

/** How often the seconds that are left are worked out. */
const TICK_MS = 250;

/**
 * Counts down to the end of the checkout, until it is paid. It goes by the time of day, because
 * timers of a tab in the background stand still.
 */
export async function limitTime(
  session: Session,
  seconds: number,
  onTimeout: () => void,
): Promise<void> {
  if (!seconds) return;
  const end = Date.now() + seconds * 1000;
  while (session.state.screen !== 'success') {
    const secondsLeft = Math.ceil((end - Date.now()) / 1000);
    if (secondsLeft <= 0) {
      onTimeout();
      return;
    }
    session.update({secondsLeft});
    if (!(await session.pause(TICK_MS))) return;
  }
}
