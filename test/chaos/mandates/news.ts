import type {Ledger} from '../../../src/server.js';

/** What the merchant's hooks were told, in tables of the merchant's own. */
export interface News {
  mandate_news: MandateNews;
  charge_news: ChargeNews;
}

export interface MandateNews {
  mandate: string;
  status: string;
  previous: string | null;
  /** When the mandate changed: later with each change. */
  at: number | string;
}

export interface ChargeNews {
  mandate: string;
  period: string;
  attempt: number;
  status: string;
  is_extra: number;
  /** What went back, in paise. */
  refund: number;
  at: number | string;
}

/** Makes the tables. Neither has a key: what is told twice shall be seen. */
export async function createNews({db}: Ledger<News>): Promise<void> {
  await ifMissing(
    db.schema
      .createTable('mandate_news')
      .ifNotExists()
      .addColumn('mandate', 'text')
      .addColumn('status', 'text')
      .addColumn('previous', 'text')
      .addColumn('at', 'bigint')
      .execute(),
  );
  await ifMissing(
    db.schema
      .createTable('charge_news')
      .ifNotExists()
      .addColumn('mandate', 'text')
      .addColumn('period', 'text')
      .addColumn('attempt', 'integer')
      .addColumn('status', 'text')
      .addColumn('is_extra', 'integer')
      .addColumn('refund', 'integer')
      .addColumn('at', 'bigint')
      .execute(),
  );
}

/** "If not exists" is no promise to two that ask PostgreSQL at once. */
const ifMissing = (made: Promise<unknown>): Promise<unknown> =>
  made.catch((error: unknown) => {
    if (!/already exists|duplicate key/.test(String(error))) throw error;
  });
