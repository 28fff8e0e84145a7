/** Fills in `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));

/** The same with elements: the pieces of the text, and between them the values. */
export const fillParts = <Value>(
  text: string,
  values: Readonly<Record<string, Value>>,
): (string | Value)[] =>
  text
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 ? (values[piece] ?? `{${piece}}`) : piece));
