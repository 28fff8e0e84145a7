import type {PurchaseHandle} from '../checkout/events/reporter.js';
import type {CheckoutOptions} from '../checkout/request/option-kinds.js';
import type {CheckoutState} from '../checkout/shell/checkout-state.js';
import type {OrderSource} from '../checkout/shell/order-source.js';
import type {RequestSettings} from '../checkout/shell/request-settings.js';
import type {Telling} from '../checkout/said/told.js';
import type {Words} from '../checkout/words/words.js';
import type * as Speech from './speech.js';
import type {OwnAttributes} from './own-attributes.js';

/** The element, as far as what a click loads needs to know it. */
export interface PressHost extends HTMLElement, CheckoutOptions, OwnAttributes {
  readonly state: CheckoutState;
  /** @internal In its language, once they have come. Here too: a class has what its interface asks. */
  readonly words: Words | undefined;
  /** @internal By what it speaks, once that has come. */
  readonly speech: typeof Speech | undefined;
  readonly createOrder: OrderSource['createOrder'];
  readonly requestHeaders: RequestSettings['requestHeaders'];
  orderData: Readonly<Record<string, unknown>> | null | undefined;
  notes: Readonly<Record<string, unknown>> | null | undefined;
  open(): unknown;
}

/** The class of the element. */
export interface PressHostClass {
  readonly allowedScriptOrigins: readonly string[];
}

/** Where the element shows a purchase. */
export interface PurchaseView {
  /** The one that shows: of the last press, or the one that was paid. */
  purchase?: PurchaseHandle | undefined;
  /** Whether the element was told to close the checkout before there was one. */
  isClosing?: boolean;
  tell(state: CheckoutState, telling: Telling): void;
}
