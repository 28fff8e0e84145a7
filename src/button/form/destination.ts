/**
 * Returns the origin that an address leads to; without one it is the page's own, whatever `<base href>`
 * says. What is no address of the web has none, so it is said as what it is.
 */
export function destinationOf(address: string | null | undefined): string {
  try {
    // By nothing that an element of the page can shadow.
    const {url} = new Request(address || location.href);
    return /^https?:/.test(url) ? new URL(url).origin : url.split(':', 1).join();
  } catch {
    return 'no address';
  }
}
