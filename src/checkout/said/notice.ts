/** What a notice is about: an icon and a colour go with each. @inline */
export type NoticeKind =
  'error' | 'failed' | 'cancelled' | 'unconfirmed' | 'placed' | 'paid' | 'earlier';

/**
 * What the shopper is told, in its parts.
 * @inline
 */
export interface Notice {
  kind: NoticeKind;
  /** "That payment did not go through" */
  title: string;
  /** A sentence, or nothing. Where it is left out, it is what follows the first sentence of the title. */
  text?: string | undefined;
  /** As it stands in the title or the text: "₹349". */
  amount?: string | undefined;
  /** Shown to be copied. */
  paymentId?: string | undefined;
  /** What the button that copies it says, and what it says once that is done. */
  copy?: readonly [copy: string, copied: string] | undefined;
}
