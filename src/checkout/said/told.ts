import type {Money} from '../shell/confirmation.js';
import type {Words} from '../words/words.js';

/** Where the money of a cart is, as far as anybody knows. `unasked`: nobody could be asked. */
export type Standing = keyof Words['standing'] | 'unasked';

/** What is told, by the name of its words. */
export type Saying = keyof Words['notice'] | keyof Words['error'];

/** What the shopper is told, in whatever language; or in the shop's own words. */
export interface Told {
  said: Saying | {own: string};
  standing?: Standing;
  orderId?: string;
  paymentId?: string | undefined;
  money?: Money | undefined;
}

/** Something that the shopper may do. It gets its words where it is shown. */
export interface Deed {
  name: Exclude<keyof Words['action'], 'copy' | 'copied'>;
  run: () => void;
}

/** What goes on. */
export type Progress = 'preparing' | 'open' | 'verifying' | 'checking';

/** What goes with a state. */
export interface Telling {
  told?: Told | undefined;
  /** What goes on: read out, and seen by nobody. */
  progress?: Progress;
  /** The next thing to do: what a press of the button does. */
  next?: Deed | undefined;
  /** What the shopper may do besides. */
  deeds?: readonly Deed[];
  /** What the button says, unless it is the word of the state. */
  label?: keyof Words['label'];
}
