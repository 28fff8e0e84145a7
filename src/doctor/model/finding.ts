/** What was seen of one thing. */
export interface Finding {
  /** `unseen` is what could not be looked at; `absent`, what the shop does not offer. */
  readonly verdict: 'right' | 'wrong' | 'unseen' | 'absent';
  /** What was seen, as the rest of a sentence that begins with the thing. */
  readonly says: string;
  /** What to do. */
  readonly fix?: string;
  /** Whether nothing is at the address: a server of their own may do without. */
  readonly isNowhere?: true;
}

/** One thing that was looked at: the page, a button, an endpoint. */
export interface Look {
  readonly title: string;
  /** Where it is. */
  readonly address?: string;
  readonly findings: readonly Finding[];
}

export const right = (says: string): Finding => ({verdict: 'right', says});

export const wrong = (says: string, fix: string): Finding => ({verdict: 'wrong', says, fix});

export const absent = (says: string, fix?: string): Finding => ({
  ...unseen(says, fix),
  verdict: 'absent',
});

export const unseen = (says: string, fix?: string): Finding => ({
  verdict: 'unseen',
  says,
  ...(fix !== undefined && {fix}),
});
