import type {Notice} from '../checkout/said/notice.js';
import type {Action} from './action-button.js';

/** What the shopper sees. */
export interface Shown<State extends string = string> {
  state: State;
  /** In the place of the button's own label; empty leaves that one. */
  label: string;
  /** Below the button, and read out. */
  message: string;
  /** Of what is said; English unless said otherwise. */
  language?: string;
  /** What the shopper may do about it. */
  actions?: readonly Action[];
  /** What a press does, where that is something else than to open: its words are the label. */
  next?: Action | undefined;
  /** Whether the reader must do something: it is read out at once. */
  isUrgent?: boolean;
  /** The message in its parts, where its words have come. */
  notice?: Notice | undefined;
}
