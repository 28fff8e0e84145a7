import type {Money} from '../shell/confirmation.js';

/** What a notice is about: an icon and a colour go with each. @inline */
export type NoticeKind = 'error' | 'failed' | 'unconfirmed' | 'placed' | 'paid' | 'earlier';

/**
 * What the shopper is told, in its parts.
 * @inline
 */
export interface Notice {
  kind: NoticeKind;
  /** "That payment did not go through" */
  title: string;
  /** A sentence; may be empty. */
  text: string;
  /** What it is about; title or text has it in words. */
  amount?: Money | undefined;
  /** Shown to be copied. */
  paymentId?: string | undefined;
  /** What the button that copies it says, and what it says once that is done. */
  copy?: readonly [copy: string, copied: string] | undefined;
}
