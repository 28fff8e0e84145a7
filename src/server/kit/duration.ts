import {ConfigError} from './config-error.js';

/**
 * A time span in ms, or as a text such as `30s`, `15m`, `2h`, `30d`.
 *
 * @example
 * ```ts
 * import type {Checkout, Duration} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const young: Duration = '15m'; // the same as 900_000
 * await checkout.reconcile({olderThan: young});
 * ```
 */
export type Duration = number | string;

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 24 * 3_600_000,
};

/** A time span in ms. Throws a `ConfigError` that names the setting. */
export function milliseconds(setting: string, duration: Duration): number {
  if (typeof duration === 'number' && duration >= 0) return duration;
  const [, count, unit = ''] = /^(\d+)([smhd])$/.exec(String(duration)) ?? [];
  const ms = Number(count) * (UNIT_MS[unit] ?? NaN);
  if (Number.isNaN(ms))
    throw new ConfigError(
      `${setting} is "${duration}". Write milliseconds or a text such as "15m".`,
    );
  return ms;
}
