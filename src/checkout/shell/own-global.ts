/**
 * Returns a global that a script or the browser has set. In place of one that is missing, `window`
 * offers an element of that name, which is no property of its own.
 */
export const ownGlobal = (name: string): unknown =>
  Reflect.getOwnPropertyDescriptor(globalThis, name) && Reflect.get(globalThis, name);

/** Takes a global back from an element of that name, for code that looks there by itself. */
export function reclaimGlobal(name: string): void {
  if (name in globalThis && !Reflect.getOwnPropertyDescriptor(globalThis, name)) {
    Reflect.set(globalThis, name, undefined);
  }
}
