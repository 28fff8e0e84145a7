import {unknownSetting} from '../../wire/spelling/unknown-setting.js';

/** Refuses a misspelt setting: what was meant would not happen, and the test pass for another reason. */
export function refuseUnknown(
  given: object,
  known: Readonly<Record<string, true>>,
  prefix?: string,
): void {
  const complaint = unknownSetting(given, known, prefix);
  if (complaint !== undefined) throw new TypeError(complaint);
}
