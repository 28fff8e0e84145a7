import {formatMoney} from '../../wire/money.js';
import type {Action} from './action.js';
import type {Notice, NoticeKind} from '../said/notice.js';
import type {Money} from '../shell/confirmation.js';
import type {CheckoutState} from '../shell/checkout-state.js';
import {fill} from '../words/fill.js';
import type {Spoken} from './spoken.js';
import type {Deed, Progress, Saying, Telling, Told} from './told.js';
import type {Said, Words} from '../words/words.js';

const KINDS: Readonly<Partial<Record<Saying, NoticeKind>>> = {
  failed: 'failed',
  unseen: 'failed',
  unasked: 'failed',
  unreachable: 'unconfirmed',
  attempted: 'unconfirmed',
  pending: 'unconfirmed',
  rejected: 'unconfirmed',
  paid: 'paid',
  placed: 'placed',
  earlierPaid: 'earlier',
  earlierPlaced: 'earlier',
};

/** Says in a language what goes with a state; with the amount of the order, where that is known. */
export function say(words: Words, state: CheckoutState, telling: Telling, money?: Money): Spoken {
  const {told, progress, next, deeds = [], label} = telling;
  const actionOf = ({name, run}: Deed): Action => ({label: deedIn(words, name, money), run});
  const first = next && actionOf(next);
  const notice = told && noticeIn(words, state, told);
  return {
    label: first?.label ?? (state === 'idle' ? '' : words.label[label ?? state]),
    message: notice
      ? messageOf(words, notice, told.said)
      : progress
        ? saidMeanwhile(words, progress)
        : '',
    isUrgent: /^(error|failed|unconfirmed)$/.test(notice?.kind ?? ''),
    notice,
    next: first,
    actions: deeds.map(actionOf),
    language: words.language,
  };
}

/** What goes on is what the button says; but where something is to be done, that. */
const saidMeanwhile = ({finish, label}: Words, progress: Progress): string =>
  progress === 'open' ? finish : label[progress];

function deedIn({action}: Words, name: Deed['name'], money: Money | undefined): string {
  const words = action[name];
  if (typeof words === 'string') return words;
  return withMoney(words, money);
}

const withMoney = ([plain, withAmount]: readonly [string, string], money: Money | undefined) =>
  money ? fill(withAmount, {amount: formatMoney(money.amount, money.currency)}) : plain;

function noticeIn(words: Words, state: CheckoutState, told: Told): Notice {
  const {said, standing = 'unasked', orderId = '', paymentId, money} = told;
  if (typeof said === 'object') return {kind: 'error', title: said.own, text: ''};
  const values = {
    order: orderId,
    standing: standing === 'unasked' ? '' : words.standing[standing],
    ...(money && {amount: formatMoney(money.amount, money.currency)}),
  };
  const {title, text} = saidIn(words, said, money);
  const kind = KINDS[said] ?? 'error';
  return {
    // What nobody has seen so far may be on its way, unless the button can be pressed again.
    kind: kind === 'failed' && state === 'unconfirmed' ? 'unconfirmed' : kind,
    title: fill(title, values),
    text: fill(text, values).trim(),
    amount: money,
    ...(paymentId && {paymentId, copy: [words.action.copy, words.action.copied]}),
  };
}

function saidIn({notice, error}: Words, said: Saying, money: Money | undefined): Said {
  const {paid, placed} = notice;
  if (money && said === 'paid') return {...paid, text: paid.textWithAmount};
  if (money && said === 'placed') return {...placed, title: placed.titleWithAmount};
  return {...error, ...notice}[said];
}

/** All of a notice in one text: what is read out where nothing is seen. */
function messageOf(
  {message, payment}: Words,
  {title, text, paymentId}: Notice,
  said: Told['said'],
): string {
  if (typeof said === 'object') return said.own;
  const number = paymentId ? fill(payment, {payment: paymentId}) : '';
  const rest = [text, number].filter(Boolean).join(' ');
  return fill(message, {title, text: rest}).trim();
}
