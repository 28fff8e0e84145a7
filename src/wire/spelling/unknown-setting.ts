import {nearest} from './nearest.js';

/** The names of settings, complete because the compiler says so. */
export type SettingNames<Settings> = Readonly<Record<keyof Settings, true>>;

/**
 * Says which setting there is none of, and which was meant; undefined where each is known. `prefix` is
 * where they stand: `razorpay.`
 */
export function unknownSetting(
  given: object,
  known: Readonly<Record<string, true>>,
  prefix = '',
): string | undefined {
  const name = Object.keys(given).find((each) => !Object.hasOwn(known, each));
  if (name === undefined) return undefined;
  const names = Object.keys(known);
  const bare = nearest(bareName(name), names.map(bareName));
  const meant = names.find((each) => bareName(each) === bare);
  const hint = meant === undefined ? `There are: ${names.join(', ')}.` : `Did you mean "${meant}"?`;
  return `${prefix}${name} is no setting. ${hint}`;
}

/** Whatever the spelling is: `base_url`, `baseURL`. */
const bareName = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');
