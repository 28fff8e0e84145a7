/** Returns the names of a storage that begin so; none where the browser forbids it. */
export function storedNames(storage: 'localStorage' | 'sessionStorage', prefix: string): string[] {
  try {
    return Object.keys(globalThis[storage]).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
