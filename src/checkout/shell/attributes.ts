/** Returns the attribute of a property: its name in kebab case. */
export const attributeOf = (property: string) =>
  property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Returns an attribute's text as the value of its kind: `''` and `true` are a set flag, digits are a
 * number. What does not fit stays the text that was typed, so that a message can name it.
 */
export function readOption(kind: string, text: unknown): unknown {
  if (kind === 'flag' || kind === 'recurring') return readFlag(text);
  return kind === 'whole' && typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text;
}

/** Returns a flag as it was written: what nobody understands is none, and stays. */
export const readFlag = (text: unknown): unknown =>
  text === '' || text === 'true' ? true : text === 'false' ? false : text;

/** Whether a flag is set, by what was written or set. What nobody understands sets none. */
export const isOn = (flag: unknown): boolean => readFlag(flag) === true;
