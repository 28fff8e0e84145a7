import type {CheckoutState} from '../shell/checkout-state.js';
import type {Action} from './action.js';
import type {Spoken} from './spoken.js';
import type {Deed, Saying, Telling, Told} from './told.js';

const NOT_SEEN =
  'No payment has reached us so far. If your bank says that you paid, contact the shop before you pay again.';
const CHECKING = 'Please do not pay again. We are checking whether your payment went through.';
const NOT_CONFIRMED =
  'Please do not pay again. Your payment {payment} is not confirmed; contact the shop with this number.';

/**
 * What protects money, in English: it comes with what a press loads, and stands where the words of a
 * language do not come.
 */
const SENTENCES: Readonly<Partial<Record<Saying, string>>> = {
  failed: NOT_SEEN,
  unseen: NOT_SEEN,
  unasked: NOT_SEEN,
  unreachable: CHECKING,
  attempted: CHECKING,
  pending: NOT_CONFIRMED,
  rejected: NOT_CONFIRMED,
  paid: 'Paid. Thank you!',
  placed: 'Order placed. You pay at the door.',
  earlierPaid: 'Your earlier payment went through. Order {order}.',
  earlierPlaced: 'Your earlier order is placed. Order {order}.',
};

const STANDING = {
  uncharged: ' You have not been charged.',
  tried: ' No payment has reached us so far.',
  paid: ' Your earlier payment is not confirmed yet: please do not pay again.',
  unasked: '',
};

const LABELS: Readonly<Record<CheckoutState, string>> = {
  idle: '',
  preparing: 'Opening…',
  open: 'Waiting for payment…',
  verifying: 'Confirming…',
  unconfirmed: 'Not confirmed',
  paid: 'Paid',
  placed: 'Order placed',
};

const DEEDS: Readonly<Record<Deed['name'], string>> = {
  tryAgain: 'Try again',
  checkAgain: 'Check again',
  charged: 'Check again',
  viewOrder: 'View order',
  buyAgain: 'Buy again',
};

const actionOf = ({name, run}: Deed): Action => ({label: DEEDS[name], run});

/** Returns one sentence for what is told. */
export function plainly({said, standing = 'unasked', orderId = '', paymentId = ''}: Told): string {
  if (typeof said === 'object') return said.own;
  const sentence =
    SENTENCES[said] ?? `Payment is not available right now.${STANDING[standing]} Please try again.`;
  return sentence.replace('{payment}', paymentId).replace('{order}', orderId);
}

/** Says in plain English what goes with a state. */
export function sayPlainly(
  state: CheckoutState,
  {told, progress, next, deeds = []}: Telling,
): Spoken {
  const first = next && actionOf(next);
  const label = first?.label ?? LABELS[state];
  return {
    label,
    // What goes on is what the button says.
    message: told ? plainly(told) : progress ? label : '',
    isUrgent: !!told && state !== 'paid' && state !== 'placed',
    next: first,
    actions: deeds.map(actionOf),
    language: 'en',
  };
}
