const MOST_CHARACTERS = 300;

/** What somebody has written, for a terminal: in one line, without control characters. */
const inLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** The same, and not too long. Secrets have to be out of it: half of one could be left. */
export function quote(text: string): string {
  const line = inLine(text);
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}

/** An address without what may hold a secret: its query and a password. */
export function withoutQuery(address: string): string {
  if (!URL.canParse(address)) return inLine(address);
  const {origin, protocol, host, pathname} = new URL(address);
  return inLine(`${origin === 'null' ? `${protocol}//${host}` : origin}${pathname}`);
}
