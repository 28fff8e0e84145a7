import type {Told} from './counter.js';

/** A sale as it was seen at its till. */
export interface SeenSale {
  readonly orderId: string;
  /** What the till was told last. */
  readonly told: Told;
}

/** What the others say of it, after the sweep. */
export interface Witness {
  /** How many payments Razorpay has taken for each order. */
  readonly captured: ReadonlyMap<string, number>;
  /** Where the ledger has each order. */
  readonly statuses: ReadonlyMap<string, string | undefined>;
  /** The orders that `onStatus` was told are paid, as often as it was. */
  readonly entered: readonly string[];
  /** The sales that have not ended, and why. */
  readonly open: readonly {
    readonly orderId: string;
    readonly is: string;
    readonly remark: string | undefined;
  }[];
}

/** Each sale is paid once or not at all, known afterwards, and nobody was told otherwise. */
export function findBroken(sales: readonly SeenSale[], witness: Witness): string[] {
  const {captured, statuses, entered, open} = witness;
  const known = new Set(sales.map(({orderId}) => orderId));
  return [
    ...sales.flatMap(({orderId, told}) => {
      const payments = captured.get(orderId) ?? 0;
      const status = statuses.get(orderId);
      const times = entered.filter((id) => id === orderId).length;
      const isPaid = payments > 0;
      return [
        ...(payments > 1 ? [`paid twice: ${orderId} has ${payments} payments.`] : []),
        ...((status === 'paid') === isPaid
          ? []
          : [`lost: ${orderId} has ${payments} payments, and the ledger says ${status}.`]),
        ...(times === (isPaid ? 1 : 0)
          ? []
          : [`told twice or never: ${orderId} was entered ${times} times.`]),
        ...((told === 'paid' && !isPaid) || (told === 'failed' && isPaid)
          ? [`told otherwise: ${orderId} has ${payments} payments, and the till heard ${told}.`]
          : []),
        ...(told === 'refused' ? [`refused: ${orderId} never got as far as a device.`] : []),
        ...open
          .filter((row) => row.orderId === orderId)
          .map(({is, remark}) => `unknown: ${orderId} is ${is}. ${remark ?? ''}`),
      ];
    }),
    ...entered.filter((id) => !known.has(id)).map((id) => `made up: ${id} is no sale.`),
  ];
}
