import type {CheckoutState} from '../shell/checkout-state.js';
import type {CheckoutRequest} from '../request/checkout-request.js';
import type {UnfinishedCheckout} from '../storage/unfinished.js';
import type {Resuming} from './examine-resume.js';

/** Who is told of what becomes of a checkout. What happens before the doctor has come is told too. */
const telling =
  <Happening>(coming: Promise<(happening: Happening) => void>) =>
  (happening: Happening): void =>
    void coming.then(
      (hear) => hear(happening),
      // Where it does not come, nobody misses it.
      () => undefined,
    );

/** Has the doctor look at a checkout. */
export const callDoctor = (asked: CheckoutRequest): ((happening: CheckoutState | Event) => void) =>
  telling(import('./examine.js').then(({examine}) => examine(asked)));

/** By then what the checkout needs is on its way. */
const LATER_MS = 1_000;

/** Names what is misspelt of a checkout, after all that it needs. */
export const adviseLater = (asked: CheckoutRequest): void =>
  void setTimeout(
    () =>
      void import('./advise-options.js').then(
        ({adviseOptions}) => adviseOptions(asked),
        () => undefined,
      ),
    LATER_MS,
  );

/** Has the doctor look at how earlier checkouts are finished: those of this shop, of all that there are. */
export const callResumeDoctor = (
  asked: Resuming,
  ...left: [all: readonly UnfinishedCheckout[], own: readonly UnfinishedCheckout[]]
): ((happening: Event) => void) =>
  telling(import('./examine-resume.js').then(({examineResume}) => examineResume(asked, ...left)));
