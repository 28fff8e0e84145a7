/** Returns the attribute of a property: its name in kebab case. */
export const attributeOf = (property: string) =>
  property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Returns a flag as it was written: what nobody understands is none, and stays. */
export const readFlag = (text: unknown): unknown =>
  text === '' || text === 'true' ? true : text === 'false' ? false : text;

/** Whether a flag is set, by what was written or set. What nobody understands sets none. */
export const isOn = (flag: unknown): boolean => readFlag(flag) === true;
