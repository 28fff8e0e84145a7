// What does not compile when the till is used from TypeScript. The compiler is the test: it complains
// of a line that is right after all.
import type {PosOutcome, PosState, RzpPosButton} from 'rzp-magic-button/pos.js';

export function properties(till: RzpPosButton): void {
  till.deviceMode = 'wireless';
  // @ts-expect-error -- wired or wireless
  till.deviceMode = 'bluetooth';
  till.prefillMethod = 'upi';
  // @ts-expect-error -- upi or card
  till.prefillMethod = 'cash';
  // @ts-expect-error -- an id is a text
  till.deviceId = 2_841_158_834;
  // @ts-expect-error -- only the till itself knows where it stands
  till.state = 'paid';
  // @ts-expect-error -- what is sold is an object; as JSON it stands in the attribute
  till.orderData = '{"sku": "tea"}';
  // @ts-expect-error -- the server has the amount
  till.amount = 34_900;
}

export function events(till: RzpPosButton): void {
  till.addEventListener('rzp-success', ({orderId, paymentId}) => orderId + paymentId);
  till.addEventListener('rzp-dismiss', ({reason}) => {
    const known: 'prevented' | 'cancelled' = reason;
    // @ts-expect-error -- no such reason
    return known === 'timeout';
  });
  till.addEventListener('rzp-error', ({error}) => {
    const text: string | undefined = error.device?.code;
    // @ts-expect-error -- a closed set of codes
    return [text, error.code === 'script_failed'];
  });
  till.addEventListener('rzp-statechange', ({state}) => {
    const known: PosState = state;
    // @ts-expect-error -- the word is `processing`
    return known === 'open';
  });
  till.addEventListener('click', ({clientX}) => clientX);
}

export async function methods(till: RzpPosButton): Promise<string> {
  const outcome: PosOutcome = await till.open();
  // @ts-expect-error -- only a success has a payment for certain
  const paid: string = outcome.paymentId;
  const cancelled = await till.cancel();
  // @ts-expect-error -- there may have been nothing to cancel
  return paid + cancelled.type;
}
