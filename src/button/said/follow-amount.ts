import type {Money} from '../../checkout/shell/confirmation.js';
import {formatMoney} from '../../wire/money.js';
import {complain} from './complain.js';

/** What of an element its label follows. */
export interface Amounts {
  amount?: unknown;
  currency?: string | null | undefined;
}

/** Has a label say what the order costs, where the page has it say another amount: that is what is paid. */
export function followAmount(host: Amounts, money: Money | undefined): void {
  const {amount, currency} = host;
  if (!money || typeof amount !== 'number') return;
  if (amount === money.amount && (currency || 'INR') === money.currency) return;
  complain(
    `amount="${amount}" is not what the order costs: ${formatMoney(money.amount, money.currency)}. The label follows the order.`,
  );
  host.amount = money.amount;
  host.currency = money.currency;
}
