import type {Transaction} from 'kysely';
import type {Context} from '../kit/context.js';
import type {LedgerTables} from '../ledger/ledger.js';
import type {ChargeChange} from '../model/mandates/charge.js';
import type {MandateChange} from '../model/mandates/mandate.js';
import {runHook} from '../runtime/hook-error.js';
import {withDeadline} from '../runtime/with-deadline.js';

/** How long a hook may take. It holds its row, and on SQLite the whole database. */
const DEADLINE_MS = 5_000;

/** What is left to do once the transaction is over. */
export type Afterwards = (() => void) | undefined;

/**
 * Tells the merchant of a change of a mandate in the transaction that enters it. Call what it gives once
 * that is over.
 */
export async function tellMandate(
  {onMandate, mandateOutbox}: Context,
  change: MandateChange,
  tx: Transaction<LedgerTables>,
): Promise<Afterwards> {
  await tell('onMandate', () => onMandate(change, tx));
  const id = await mandateOutbox?.enter(change, tx);
  return id === undefined ? undefined : () => mandateOutbox?.tell(id, change);
}

/** The same for a change of a charge. */
export async function tellCharge(
  {onCharge, chargeOutbox}: Context,
  change: ChargeChange,
  tx: Transaction<LedgerTables>,
): Promise<Afterwards> {
  await tell('onCharge', () => onCharge(change, tx));
  const id = await chargeOutbox?.enter(change, tx);
  return id === undefined ? undefined : () => chargeOutbox?.tell(id, change);
}

async function tell(hook: string, call: () => unknown): Promise<void> {
  await runHook(() =>
    withDeadline(
      DEADLINE_MS,
      call(),
      `${hook} took more than ${DEADLINE_MS} ms and was rolled back. ` +
        'Do database work only, through "tx" only.',
    ),
  );
}
