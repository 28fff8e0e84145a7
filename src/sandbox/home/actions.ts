import type {PaymentMoves} from '../account/payment-moves.js';
import type {PaymentProcessor} from '../account/payment-processor.js';
import type {Refunds} from '../account/refunds.js';
import type {Store} from '../account/store.js';
import {decimalsOf} from '../../wire/money.js';
import {ApiError} from '../model/api-error.js';
import type {Order, Payment} from '../model/entities.js';

/** What the page's buttons move. */
export interface ActionParts {
  readonly store: Store;
  readonly moves: PaymentMoves;
  readonly refunds: Refunds;
  readonly processor: PaymentProcessor;
}

interface Action {
  /** What the page says once it is done. */
  readonly done: string;
  /** With the id of the payment, or of the order where the action is about one. */
  readonly act: (parts: ActionParts, id: string, amount: string) => unknown;
}

/** What a person may do to an order: what the bank, the courier or the merchant's dashboard would. */
const ACTIONS = {
  refund: {
    done: 'All that was left of the payment is refunded.',
    act: ({refunds}, id) => refunds.refund(id),
  },
  'refund-part': {
    done: 'That part of the payment is refunded.',
    act: ({refunds, store}, id, amount) =>
      refunds.refund(id, {amount: readAmount(amount, store.payment(id).currency)}),
  },
  'approve-late': {
    done: 'The payment that had failed is approved late.',
    act: ({processor}, id) => processor.approveLate(id),
  },
  'collect-cash': {
    done: 'The cash is collected: the order is paid.',
    act: ({moves}, id) => moves.collect(id),
  },
  cancel: {
    done: 'The order is cancelled.',
    act: ({moves}, id) => moves.cancel(id),
  },
} as const satisfies Readonly<Record<string, Action>>;

export type ActionName = keyof typeof ACTIONS;

const isAction = (name: string): name is ActionName => Object.hasOwn(ACTIONS, name);

/**
 * Does what was pressed, and returns the name of it.
 *
 * @throws {ApiError} where the payment or order does not allow it.
 */
export function act(parts: ActionParts, form: ReadonlyMap<string, string>): ActionName {
  const name = form.get('action') ?? '';
  if (!isAction(name)) throw new ApiError('There is no such action.', {field: 'action'});
  const action: Action = ACTIONS[name];
  action.act(parts, form.get('id') ?? '', form.get('amount') ?? '');
  return name;
}

/** What the page says of an action that was done; undefined for a word that is none. */
export const doneText = (name: string): string | undefined =>
  isAction(name) ? ACTIONS[name].done : undefined;

/** What is left of a payment to be given back. */
export const refundable = ({amount, amount_refunded, captured, status}: Payment): number =>
  captured && status !== 'refunded' ? amount - amount_refunded : 0;

/** Whether a payment that failed may still be approved. */
export const mayComeLate = ({method, status}: Payment): boolean =>
  status === 'failed' && method !== 'cod';

/** Whether the courier may still bring the cash of a payment; without an order there is none. */
export const mayCollect = ({method, status}: Payment, order: Order | undefined): boolean =>
  method === 'cod' && status === 'pending' && order?.status !== 'cancelled';

/** An amount as a person writes it, `1,234.50`, in the currency's smallest unit. */
function readAmount(text: string, currency: string): number {
  const [, whole = '', decimals = ''] =
    /^(\d+)(?:\.(\d+))?$/.exec(text.replace(/[,\s]/g, '')) ?? [];
  const places = decimalsOf(currency);
  if (!whole || decimals.length > places) {
    throw new ApiError(
      `Write the amount to refund in ${currency}, like ${(100).toFixed(places)}.`,
      {field: 'amount'},
    );
  }
  return Number(whole + decimals.padEnd(places, '0'));
}
