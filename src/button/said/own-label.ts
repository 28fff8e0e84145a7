import {fill} from '../../checkout/words/fill.js';
import type {ButtonType, Words} from '../../checkout/words/words.js';
import type {OwnLabel} from '../../face/button-face.js';
import {lock} from './lock.js';
import {formatMoney} from '../../wire/money.js';

/** What of an element its label is made of. */
export interface Labelled {
  readonly type?: string | null | undefined;
  readonly amount?: unknown;
  readonly currency?: string | null | undefined;
}

/** What a button says before there is a purchase. */
export interface SaidAlone extends OwnLabel {
  readonly preparing: string;
  /** What a press loads did not come. */
  readonly broken: string;
}

/** Returns all that a button says before there is a purchase. */
export const saidAlone = (words: Words, host: Labelled): SaidAlone => ({
  ...ownLabelIn(words, host),
  preparing: words.label.preparing,
  broken: fill(words.message, {...words.error.broken}),
});

/** Returns what a button says where the page gives it no label: "Pay ₹349", in its language. */
export function ownLabelIn(words: Words, {type, amount, currency}: Labelled): OwnLabel {
  const {language} = words;
  const [plain, withAmount] = words.type[isType(words, type) ? type : 'pay'];
  const money = writtenAmount(amount, currency || 'INR');
  return {
    language,
    text: money ? withAmount : plain,
    amount: money,
    icon: type ? lock() : undefined,
  };
}

const isType = ({type}: Words, name: unknown): name is ButtonType =>
  Object.keys(type).some((known) => known === name);

/** Nothing where it is no amount: the label says less then, and nothing wrong. */
function writtenAmount(amount: unknown, currency: string): string {
  if (!Number.isSafeInteger(amount) || Number(amount) < 0 || !/^[A-Z]{3}$/.test(currency))
    return '';
  return formatMoney(Number(amount), currency);
}
