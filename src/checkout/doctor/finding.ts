/** What is wrong, and what to do about it: a sentence each. */
export interface Finding {
  readonly what: string;
  readonly fix: string;
}
