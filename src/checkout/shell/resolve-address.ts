/**
 * Returns an address as a request made now would go there: whatever `<base href>` and `pushState()`
 * have done, and by no property that an element could shadow by its name. Nothing for what no
 * request can be sent to, one with a password in it for example.
 */
export function resolveAddress(address: string): string | undefined {
  try {
    return new Request(address).url;
  } catch {
    return undefined;
  }
}
