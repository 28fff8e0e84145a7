import type {Transaction} from 'kysely';
import type {Context} from '../kit/context.js';
import type {LedgerTables} from '../ledger/ledger.js';
import type {ChargeChange} from '../model/mandates/charge.js';
import type {MandateChange} from '../model/mandates/mandate.js';
import {runHook} from '../runtime/hook-error.js';
import {withDeadline} from '../runtime/with-deadline.js';

/** How long a hook may take. It holds its row, and on SQLite the whole database. */
const DEADLINE_MS = 5_000;

/** Tells the merchant of a change of a mandate in the transaction that enters it. */
export const tellMandate = (
  {onMandate}: Context,
  change: MandateChange,
  tx: Transaction<LedgerTables>,
): Promise<void> => tell('onMandate', () => onMandate(change, tx));

/** Tells the merchant of a change of a charge in the transaction that enters it. */
export const tellCharge = (
  {onCharge}: Context,
  change: ChargeChange,
  tx: Transaction<LedgerTables>,
): Promise<void> => tell('onCharge', () => onCharge(change, tx));

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
