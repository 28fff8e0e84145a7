/** What is wrong, and what to do about it: a sentence each. */
export interface Finding {
  readonly what: string;
  readonly fix: string;
}

/** What was said on this page view. */
const said = new Set<string>();
let waiting: Finding[] = [];

/** Says what is wrong to the developer: once, and all that is found in one moment as one group. */
export function report(findings: readonly Finding[]): void {
  for (const finding of findings) {
    const line = lineOf(finding);
    if (said.has(line)) continue;
    said.add(line);
    if (!waiting.length) setTimeout(print);
    waiting.push(finding);
  }
}

function print(): void {
  const lines = waiting.map(lineOf);
  waiting = [];
  const things = lines.length === 1 ? '1 thing' : `${lines.length} things`;
  console.group(`rzp-magic-button: the doctor has found ${things} to mend`);
  for (const line of lines) console.warn(line);
  console.groupEnd();
}

const lineOf = ({what, fix}: Finding) => `${what} → ${fix}`;
