import type {Refusal} from '../../checkout/words/refusal.js';
import type {OrderSource} from '../../checkout/shell/order-source.js';
import type {PosAttributes} from './pos-kinds.js';

/** Everything that a sale needs: what the attributes and properties of the element say. */
export interface SaleRequest
  extends Partial<PosAttributes>, Omit<OrderSource, 'orderId' | keyof PosAttributes> {
  /** Up to 15 notes of up to 256 characters, kept with the payment. */
  notes?: Readonly<Record<string, unknown>> | null | undefined;
  /** What the page wrote as an attribute and meant as something else. */
  misplaced?: Refusal | undefined;
}
