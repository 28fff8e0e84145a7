import type {Money} from '../../checkout/shell/confirmation.js';
import {readOption} from '../../checkout/shell/attributes.js';
import {formatMoney} from '../../wire/money.js';
import {complain} from './complain.js';

/** What of an element its label follows. */
export interface Amounts {
  amount?: unknown;
  currency?: string | null | undefined;
}

/** Has a label say what the order costs, where the page has it say another amount: that is what is paid. */
export function followAmount(host: Amounts, money: Money | undefined): void {
  const {currency} = host;
  const amount = readOption('whole', host.amount);
  if (!money || typeof amount !== 'number') return;
  if (amount === money.amount && (currency || 'INR') === money.currency) return;
  complain('followed', amount, formatMoney(money.amount, money.currency));
  host.amount = money.amount;
  host.currency = money.currency;
}
