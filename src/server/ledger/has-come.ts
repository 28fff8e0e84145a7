import type {Expression, ExpressionBuilder, SqlBool, StringReference} from 'kysely';
import type {LedgerTables} from './ledger.js';

/**
 * By how much the clocks of two machines may differ and both be right enough. Were it less, the slower
 * one would take what the other has just leased, and both would ask for the same charge.
 */
const SKEW_MS = 60_000;

/**
 * Whether a moment has come for which something waits. One that lies further ahead than any is set was
 * set by a clock that was wrong then: who waited for that would wait for as long as it was wrong.
 */
export const hasCome =
  <Table extends keyof LedgerTables>(
    column: StringReference<LedgerTables, Table>,
    now: number,
    furthestMs: number,
  ) =>
  (where: ExpressionBuilder<LedgerTables, Table>): Expression<SqlBool> => {
    const moment = where.ref(column).$castTo<number>();
    return where.or([where(moment, '<=', now), where(moment, '>', now + furthestMs + SKEW_MS)]);
  };

/** Whether something was last done then or before; what is said to have been later than now was too. */
export const wasBefore = <Table extends keyof LedgerTables>(
  column: StringReference<LedgerTables, Table>,
  before: number,
  now: number,
) => hasCome<Table>(column, before, now - before);

/** The contrary of `hasCome`, for a moment that was read. */
export const isAhead = (moment: number, now: number, furthestMs: number): boolean =>
  moment > now && moment <= now + furthestMs + SKEW_MS;
