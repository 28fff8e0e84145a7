import {html} from 'hono/html';
import {ApiError} from '../model/api-error.js';
import type {Clock} from '../runtime/clock.js';
import type {Markup} from './markup.js';

/** By what the clock is moved on, in seconds. */
const UNIT_SECONDS = {minutes: 60, hours: 60 * 60, days: 24 * 60 * 60} as const;
type Unit = keyof typeof UNIT_SECONDS;

/** More than the longest that anything waits for, and still a date that everybody can write. */
const MOST_DAYS = 366;

/** The sandbox's time, and how it is moved on. */
export const clockPanel = (clock: Clock): Markup =>
  html`<form method="post" action="/clock" aria-labelledby="clock-title">
    <h2 id="clock-title">Clock</h2>
    <p class="now">${timeTag(clock.now())} <small>in India</small></p>
    <div class="by">
      <label for="by">Move on by</label>
      <input id="by" name="by" type="number" min="1" step="1" value="1" inputmode="numeric" />
      ${Object.keys(UNIT_SECONDS).map(
        (unit) => html`<button class="small" name="unit" value="${unit}">${unit}</button>`,
      )}
    </div>
    <p class="hint">
      What falls due meanwhile happens: retries of webhooks, payments that nobody captured,
      confirmed or collected, and whatever a fault made late.
    </p>
  </form>`;

/**
 * By how many seconds the form moves the clock on.
 *
 * @throws {ApiError} where it is no such number.
 */
export function secondsOf(form: ReadonlyMap<string, string>): number {
  const unit = form.get('unit') ?? '';
  const text = form.get('by') ?? '';
  const by = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (!isUnit(unit)) throw new ApiError('Choose minutes, hours or days.', {field: 'unit'});
  const seconds = by * UNIT_SECONDS[unit];
  if (seconds < 1 || seconds > MOST_DAYS * UNIT_SECONDS.days) {
    throw new ApiError(`Write a whole number that comes to at most ${MOST_DAYS} days.`, {
      field: 'by',
    });
  }
  return seconds;
}

const isUnit = (word: string): word is Unit => Object.hasOwn(UNIT_SECONDS, word);

/** A time of the sandbox's clock, in milliseconds, as it is read in India. */
export const timeTag = (milliseconds: number): Markup =>
  html`<time datetime="${new Date(milliseconds).toISOString()}"
    >${IN_INDIA.format(milliseconds)}</time
  >`;

const IN_INDIA = new Intl.DateTimeFormat('en-IN', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Asia/Kolkata',
});
