import type {CheckoutState} from '../shell/checkout-state.js';
import type {CheckoutRequest} from '../request/checkout-request.js';

/**
 * Has the doctor look at a checkout, and returns who is told of what becomes of it. What happens before
 * the doctor has come is told too.
 */
export function callDoctor(asked: CheckoutRequest): (happening: CheckoutState | Event) => void {
  const coming = import('./examine.js').then(({examine}) => examine(asked));
  return (happening) =>
    void coming.then(
      (hear) => hear(happening),
      // Where it does not come, nobody misses it.
      () => undefined,
    );
}
