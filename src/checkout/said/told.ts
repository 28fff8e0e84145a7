import type {CheckoutErrorCode} from '../shell/checkout-error.js';
import type {Money} from '../shell/confirmation.js';
import type {Words} from '../words/words.js';

/** Where the money of a cart is, as far as anybody knows. `unasked`: nobody could be asked. */
export type Standing = keyof Words['standing'] | 'unasked';

/** What is told, by the name of its words. */
export type Saying = keyof Words['notice'];

/** What the shopper is told, in whatever language: a state of the money, an error, or the shop's own words. */
export interface Told {
  said: Saying | {code: CheckoutErrorCode} | {own: string};
  standing?: Standing;
  orderId?: string;
  paymentId?: string | undefined;
  money?: Money | undefined;
}

/** Something that the shopper may do. It gets its words where it is shown. */
export interface Deed {
  name: Exclude<keyof Words['action'], 'copy' | 'copied'>;
  run: () => void;
  /** Where it leads, if it does nothing else. */
  href?: string | undefined;
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
  /** What is to be paid, where that is known. */
  money?: Money | undefined;
  /** What the button says, unless it is the word of the state. */
  label?: keyof Words['label'];
}
