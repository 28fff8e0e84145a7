import type {Context} from 'hono';
import {deleteCookie, setCookie} from 'hono/cookie';
import type {Kysely} from 'kysely';
import type {CashierRow, TillTables} from './tables.js';

const COOKIE = 'kettle_cashier';

/** Who works at the counter. */
export const CASHIERS = ['Asha', 'Ravi', 'Meera'] as const;

/**
 * The till's sign-in: whoever says who they are is believed. A real shop asks for a PIN; what follows
 * from it is the same.
 */
export class Cashiers {
  readonly #db: Kysely<TillTables>;

  constructor(db: Kysely<TillTables>) {
    this.#db = db;
  }

  /** Who is signed in where a request comes from. */
  async of(request: Request): Promise<CashierRow | undefined> {
    const session = sessionOf(request);
    if (session === undefined) return undefined;
    return this.#db
      .selectFrom('cashiers')
      .selectAll()
      .where('session', '=', session)
      .executeTakeFirst();
  }

  async signIn(context: Context, name: string): Promise<void> {
    if (!CASHIERS.some((known) => known === name)) return;
    const session = crypto.randomUUID();
    await this.#db.insertInto('cashiers').values({session, name}).execute();
    setCookie(context, COOKIE, session, {httpOnly: true, sameSite: 'Lax', path: '/'});
  }

  async signOut(context: Context): Promise<void> {
    const session = sessionOf(context.req.raw);
    if (session !== undefined)
      await this.#db.deleteFrom('cashiers').where('session', '=', session).execute();
    deleteCookie(context, COOKIE, {path: '/'});
  }
}

function sessionOf(request: Request): string | undefined {
  const cookies = request.headers.get('cookie') ?? '';
  return new RegExp(`(?:^|; )${COOKIE}=([\\w-]{36})`).exec(cookies)?.[1];
}
