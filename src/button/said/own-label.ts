import {fill} from '../../checkout/words/fill.js';
import type {ButtonType, Words} from '../../checkout/words/words.js';
import type {Speaker} from '../../checkout/language/word-book.js';
import {readOption} from '../../checkout/shell/attributes.js';
import {safeDocument} from '../../checkout/shell/safe-document.js';
import type {SaidAlone} from '../../face/face-button.js';
import {complain} from './complain.js';
import {lock} from './lock.js';
import {formatMoney} from '../../wire/money.js';

/** What of an element its label is made of. */
export interface Labelled {
  readonly type?: string | null | undefined;
  readonly amount?: unknown;
  readonly currency?: string | null | undefined;
}

/** Returns all that a button says before there is a purchase: in its words, else in English. */
export function saidAlone(host: Labelled & Speaker<Words>, english: SaidAlone): SaidAlone {
  const {words} = host;
  if (!words) return english;
  return {
    language: words.language,
    label: ownLabelIn(words, host),
    preparing: words.label.preparing,
    broken: fill(words.message, {...words.error.broken}),
  };
}

/**
 * Returns what a button says where the page gives it no label: "Pay ₹349", in its language. A press
 * goes through its elements, because they are made anew while the pointer is down on them, and a
 * browser makes no click of a press whose element is gone.
 */
export function ownLabelIn(words: Words, {type, amount, currency}: Labelled): (string | Node)[] {
  const [plain, withAmount] = words.type[typeOf(words, type)];
  const icon = type ? [lock()] : [];
  const money = writtenAmount(amount, currency || 'INR');
  if (!money) return [...icon, plain];
  const [before = '', behind = ''] = withAmount.split('{amount}');
  const shown = safeDocument.createElement('bdi');
  shown.textContent = money;
  shown.style.pointerEvents = 'none';
  return [...icon, before, shown, behind];
}

function typeOf({type}: Words, typed: unknown): ButtonType {
  const known = Object.keys(type) as ButtonType[];
  const found = known.find((each) => each === typed);
  if (typed && !found) complain('word', 'type', typed, known.join(' '));
  return found ?? 'pay';
}

/** Nothing where it is no amount: the label says less then, and nothing wrong. */
function writtenAmount(set: unknown, currency: string): string {
  if (set == null || set === '') return '';
  // React and Vue set what a template writes, a text, as the property.
  const amount = readOption('whole', set);
  if (!Number.isSafeInteger(amount) || Number(amount) < 0) {
    complain('amount', amount);
    return '';
  }
  if (!isCurrency(currency)) {
    complain('currency', currency);
    return '';
  }
  return formatMoney(Number(amount), currency);
}

function isCurrency(code: string): boolean {
  // TypeScript's own list is younger than the browsers that the buttons run in.
  const {supportedValuesOf} = Intl as {supportedValuesOf?: (key: 'currency') => string[]};
  return supportedValuesOf ? supportedValuesOf('currency').includes(code) : /^[A-Z]{3}$/.test(code);
}
