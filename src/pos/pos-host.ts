import type {Shown} from '../face/shown.js';
import type {OrderSource} from '../checkout/shell/order-source.js';
import type {RequestSettings} from '../checkout/shell/request-settings.js';
import type {PosAttributes} from './request/pos-kinds.js';
import type {OwnPosWords, PosWords} from './words/words.js';
import type {PosState} from './shell/pos-state.js';

/** The element, as far as what a press loads needs to know it. */
export interface PosHost extends HTMLElement, PosAttributes {
  readonly state: PosState;
  /** In its language, where they have come. */
  readonly words: PosWords | undefined;
  readonly createOrder: OrderSource['createOrder'];
  readonly requestHeaders: RequestSettings['requestHeaders'];
  orderData: Readonly<Record<string, unknown>> | null | undefined;
  notes: Readonly<Record<string, unknown>> | null | undefined;
}

/** The class of the element. */
export interface PosHostClass {
  readonly words: OwnPosWords;
}

/** Has an element show where the sale of its cart stands. */
export type ShowSale = (shown: Shown<PosState> | undefined) => void;
