/** The browser's storage, or the page's memory where storage is full or forbidden. */
const memory = new Map<string, string>();

export function readItem(name: string): string | null {
  // The memory holds only what the storage had no room for, so it is the newer of the two.
  const refused = memory.get(name);
  if (refused !== undefined) return refused;
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function writeItem(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
    memory.delete(name);
  } catch {
    memory.set(name, text);
  }
}

export function removeItem(name: string): void {
  memory.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // A storage that is forbidden has nothing to remove.
  }
}

/** Names of all items, this package's and others'. */
export function storedNames(): string[] {
  let stored: string[] = [];
  try {
    stored = Object.keys(localStorage);
  } catch {
    // Forbidden: there is the memory alone.
  }
  return [...new Set([...stored, ...memory.keys()])];
}
