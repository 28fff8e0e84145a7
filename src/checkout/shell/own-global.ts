/**
 * Returns a global that a script or the browser has set. In place of a missing one `window` offers
 * an element of that name, which is no property of its own: it loses the name for good, for code
 * that looks there by itself.
 */
export function ownGlobal(name: string): unknown {
  const global = globalThis as unknown as Record<string, unknown>;
  if (name in global && !Reflect.getOwnPropertyDescriptor(global, name)) global[name] = undefined;
  return global[name];
}
