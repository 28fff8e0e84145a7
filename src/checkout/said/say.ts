import {formatMoney} from '../../wire/money.js';
import type {Action} from './action.js';
import type {Notice, NoticeKind} from '../said/notice.js';
import type {Money} from '../shell/confirmation.js';
import type {CheckoutErrorCode} from '../shell/checkout-error.js';
import type {CheckoutState} from '../shell/checkout-state.js';
import {fill} from '../words/fill.js';
import type {Spoken} from './spoken.js';
import type {Deed, Progress, Saying, Standing, Telling, Told} from './told.js';
import type {Said, Words} from '../words/words.js';

/** What kind of notice says it, where it is known what became of the money. */
const KINDS: Readonly<Partial<Record<Saying, NoticeKind>>> = {
  failed: 'failed',
  unseen: 'failed',
  unasked: 'failed',
  paid: 'paid',
  placed: 'placed',
  earlierPaid: 'earlier',
  earlierPlaced: 'earlier',
};

/** What the shopper reads when a checkout fails; the developer reads the error. */
const SAID: Readonly<Record<CheckoutErrorCode, keyof Words['error']>> = {
  config_invalid: 'unavailable',
  chunk_failed: 'trouble',
  order_refused: 'unavailable',
  order_failed: 'trouble',
  order_reply_invalid: 'unavailable',
  script_failed: 'notLoaded',
  script_timeout: 'slow',
  // An ad blocker's empty script, or the login page of a Wi-Fi in its place.
  script_no_constructor: 'notLoaded',
  checkout_failed: 'unavailable',
  checkout_fault: 'closed',
  checkout_silent: 'silent',
  checkout_busy: 'busy',
  unexpected: 'unexpected',
};

/** Says in a language what goes with a state. */
export function say(words: Words, state: CheckoutState, telling: Telling): Spoken {
  const {told, progress, next, deeds = [], money} = telling;
  // What is asked about without the shopper says so.
  const label = telling.label ?? (told?.said === 'pending' ? 'checking' : undefined);
  const actionOf = (deed: Deed): Action => ({...deed, label: deedIn(words, deed.name, money)});
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
  const {said: asTold, standing = 'unasked', orderId = '', money} = told;
  if (typeof asTold === 'object') return errorIn(words, asTold, standing);
  const said = state === 'idle' ? earlierOf(asTold) : asTold;
  // Of what is earlier the order is enough.
  const paymentId = said === asTold ? told.paymentId : undefined;
  const amount = money && formatMoney(money.amount, money.currency);
  const values = {order: orderId, ...(amount && {amount})};
  const {title, text} = saidIn(words, said, amount);
  const kind = KINDS[said] ?? 'unconfirmed';
  return {
    // What nobody has seen so far may be on its way, unless the button can be pressed again.
    kind: kind === 'failed' && state === 'unconfirmed' ? 'unconfirmed' : kind,
    title: fill(title, values),
    text: fill(text, values),
    amount,
    ...(paymentId && {paymentId, copy: [words.action.copy, words.action.copied]}),
  };
}

/** What was bought is an earlier purchase where the button sells again. */
const earlierOf = (said: Saying): Saying =>
  said === 'paid' ? 'earlierPaid' : said === 'placed' ? 'earlierPlaced' : said;

function errorIn(
  {error, standing: standings}: Words,
  said: Exclude<Told['said'], string>,
  standing: Standing,
): Notice {
  if ('own' in said) return {kind: 'error', title: said.own, text: ''};
  const {title, text} = error[SAID[said.code]];
  // Who must not pay again is not told to try again.
  if (standing === 'paid') return {kind: 'unconfirmed', title, text: standings.paid};
  const where = standing === 'unasked' ? '' : standings[standing];
  return {kind: 'error', title, text: fill(text, {standing: where}).trim()};
}

function saidIn({notice}: Words, said: Saying, amount: string | undefined): Said {
  const {paid, placed} = notice;
  if (amount && said === 'paid') return {...paid, text: paid.textWithAmount};
  if (amount && said === 'placed') return {...placed, title: placed.titleWithAmount};
  return notice[said];
}

/** All of a notice in one text: what is read out where nothing is seen. */
function messageOf(
  {message, payment}: Words,
  {title, text, paymentId}: Notice,
  said: Told['said'],
): string {
  if (typeof said === 'object' && 'own' in said) return said.own;
  const number = paymentId ? fill(payment, {payment: paymentId}) : '';
  const rest = [text, number].filter(Boolean).join(' ');
  return fill(message, {title, text: rest}).trim();
}
