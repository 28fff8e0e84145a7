const said = new Set<string>();

/** Says to the developer what a button can't use, once a page. */
export function complain(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.error(`rzp-magic-button: ${message}`);
}
