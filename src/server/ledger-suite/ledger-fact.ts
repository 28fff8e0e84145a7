import type {ColumnType, Kysely, Transaction} from 'kysely';
import type {CloseOptions, Ledger} from '../ledger/ledger.js';

/**
 * Opens a ledger on the database that is to be proven: the same database each time, as several
 * processes do, or as one does again.
 *
 * @example
 * ```ts
 * import type {OpenLedger} from 'rzp-magic-button/server/ledger-suite.js';
 * import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';
 *
 * export const open: OpenLedger = () => sqliteLedger('proof.sqlite');
 * ```
 */
export type OpenLedger = () => Promise<Ledger>;

/**
 * Something that a ledger has to be, as a sentence and as its proof.
 *
 * @example
 * ```ts
 * import {LEDGER_FACTS, type LedgerFact} from 'rzp-magic-button/server/ledger-suite.js';
 *
 * const [fact]: readonly LedgerFact[] = LEDGER_FACTS;
 * console.log(fact?.name); // is brought up to date by whoever opens it, also at once
 * ```
 */
export interface LedgerFact {
  /** In the present tense, such as `a transaction that throws leaves nothing`. */
  readonly name: string;
  /** Resolves where it is true of the ledgers that `open` gives; else rejects with what was found. */
  prove(open: OpenLedger): Promise<void>;
}

/** What the facts keep in the database, in a table of their own. */
interface SuiteTables {
  rzp_suite: SuiteRow;
}
interface SuiteRow {
  id: string;
  /** Some drivers give integers of 64 bits as texts. */
  amount: ColumnType<number | string, number, number>;
  text: string | null;
}

export type SuiteDb = Kysely<SuiteTables>;
export type SuiteTransaction = Transaction<SuiteTables>;

/** A ledger, and the few questions that the facts ask. */
export class SuiteLedger {
  readonly ledger: Ledger<SuiteTables>;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  get db(): SuiteDb {
    return this.ledger.db;
  }

  transaction<T>(work: (tx: SuiteTransaction) => Promise<T>): Promise<T> {
    return this.ledger.transaction(work);
  }

  close(options?: CloseOptions): Promise<void> {
    return this.ledger.close(options);
  }

  /** The ids that whoever asks now is told of. */
  async ids(): Promise<string[]> {
    const rows = await this.db.selectFrom('rzp_suite').select('id').orderBy('id').execute();
    return rows.map(({id}) => id);
  }

  async amount(id: string): Promise<number | undefined> {
    const row = await this.db
      .selectFrom('rzp_suite')
      .select('amount')
      .where('id', '=', id)
      .limit(1)
      .executeTakeFirst();
    return row && Number(row.amount);
  }
}

export const put = async (db: SuiteDb, id: string, amount = 0): Promise<void> => {
  await db.insertInto('rzp_suite').values({id, amount, text: null}).execute();
};

/** Makes a fact of a proof that opens what it needs; all of it is closed again. */
export const fact = (
  name: string,
  prove: (open: () => Promise<SuiteLedger>) => Promise<void>,
): LedgerFact => ({
  name,
  prove: async (openLedger) => {
    const opened: SuiteLedger[] = [];
    const open = async () => {
      const ledger = new SuiteLedger(await openLedger());
      opened.push(ledger);
      return ledger;
    };
    const {db} = await open();
    await db.schema.dropTable('rzp_suite').ifExists().execute();
    await db.schema
      .createTable('rzp_suite')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('amount', 'bigint', (column) => column.notNull())
      .addColumn('text', 'text')
      .execute();
    try {
      await prove(open);
    } finally {
      await db.schema.dropTable('rzp_suite').execute();
      for (const ledger of opened.reverse()) await ledger.close();
    }
  },
});

/** Throws unless both are the same as JSON. */
export function expectSame(found: unknown, expected: unknown, what: string): void {
  const [is, shall] = [JSON.stringify(found), JSON.stringify(expected)];
  if (is !== shall) throw new Error(`${what}: ${is} instead of ${shall}.`);
}

/** Resolves with what a promise rejects with. */
export async function failureOf(promise: Promise<unknown>, what: string): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`${what}: it succeeded.`);
}

/** One of those who take turns. */
export function inTurn<T>(those: readonly T[], index: number): T {
  const one = those[index % those.length];
  if (!one) throw new Error('There is nobody to take a turn.');
  return one;
}

/** Something that one part of a proof waits for and another part does. */
export interface Signal {
  readonly given: Promise<void>;
  give(): void;
}

export function signal(): Signal {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return {given, give: () => give()};
}
