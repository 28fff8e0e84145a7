export interface BrokenRule {
  rule: string;
  /** Why there is such a rule. */
  reason: string;
  /** The files or folders that break it. */
  what: string;
}
/** Everything in a package that breaks a rule. */
export function brokenRules(root: string): Promise<BrokenRule[]>;
