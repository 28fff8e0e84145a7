/** Whether a storage has a name that begins so; none where the browser forbids it. */
export function hasStored(storage: 'localStorage' | 'sessionStorage', prefix: string): boolean {
  try {
    return Object.keys(globalThis[storage]).some((name) => name.startsWith(prefix));
  } catch {
    return false;
  }
}
