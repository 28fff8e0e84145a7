export interface Heading {
  readonly level: number;
  /** Without the marks of code. */
  readonly text: string;
  readonly anchor: string;
}

export function headings(page: string): Heading[];
