const COLOURS = ['--rzp-accent', '--rzp-success', '--rzp-warning'];

/** Which colours of an element are made of the one of its text: there, text and ground are alike. */
export function unreadable(element: Element): readonly string[] {
  const computed = getComputedStyle(element);
  return COLOURS.filter((name) => /currentcolor/i.test(computed.getPropertyValue(name)));
}
