import type {Action} from './action.js';
import type {Notice} from '../said/notice.js';

/**
 * What goes with a state, in a language.
 * @inline
 */
export interface Spoken {
  /** What the button says; empty where it has its own label. */
  label: string;
  /** One sentence or more, read out. */
  message: string;
  /** Whether the shopper must act: it is read out at once. */
  isUrgent: boolean;
  /** The same in its parts, where the words have come. */
  notice?: Notice | undefined;
  next?: Action | undefined;
  /** Without the next. */
  actions: readonly Action[];
  language: string;
}
