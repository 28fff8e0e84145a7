import type {Context} from 'hono';
import {getCookie, setCookie, deleteCookie} from 'hono/cookie';
import type {Kysely} from 'kysely';
import type {Subscriber, SubscriptionTables} from './tables.js';

const COOKIE = 'kettle_session';

/**
 * The shop's sign-in: whoever says who they are is believed. A real shop asks for a password or an OTP;
 * what follows from it is the same.
 */
export class Subscribers {
  readonly #db: Kysely<SubscriptionTables>;

  constructor(db: Kysely<SubscriptionTables>) {
    this.#db = db;
  }

  /** The session of a request, by its cookie. */
  sessionOf(request: Request): string | undefined {
    const cookies = request.headers.get('cookie') ?? '';
    return new RegExp(`(?:^|; )${COOKIE}=([\\w-]{36})`).exec(cookies)?.[1];
  }

  async of(request: Request): Promise<Subscriber | undefined> {
    const session = this.sessionOf(request);
    if (session === undefined) return undefined;
    return this.#db
      .selectFrom('subscribers')
      .selectAll()
      .where('session', '=', session)
      .executeTakeFirst();
  }

  async signIn(
    context: Context,
    who: Omit<Subscriber, 'session' | 'link_url' | 'link_order_id'>,
  ): Promise<void> {
    const session = crypto.randomUUID();
    const row = {...who, session, link_url: null, link_order_id: null};
    await this.#db.insertInto('subscribers').values(row).execute();
    setCookie(context, COOKIE, session, {httpOnly: true, sameSite: 'Lax', path: '/'});
  }

  async signOut(context: Context): Promise<void> {
    const session = getCookie(context, COOKIE);
    if (session !== undefined)
      await this.#db.deleteFrom('subscribers').where('session', '=', session).execute();
    deleteCookie(context, COOKIE, {path: '/'});
  }

  async enterLink(
    session: string,
    link: {url: string; orderId: string} | undefined,
  ): Promise<void> {
    await this.#db
      .updateTable('subscribers')
      .set({link_url: link?.url ?? null, link_order_id: link?.orderId ?? null})
      .where('session', '=', session)
      .execute();
  }
}
