import * as z from 'zod/mini';
import {ORDER_ID, PAYMENT_ID, TOKEN_ID} from '../../wire/ids.js';
import {isStorable} from '../model/storable.js';

/** What an event is about. */
export interface About {
  /** Razorpay's word, such as `order.paid`. */
  readonly event: string;
  readonly orderId: string | undefined;
  /** Where the order is not named. */
  readonly paymentId: string | undefined;
  /** The mandate whose own event it is. */
  readonly tokenId: string | undefined;
}

/**
 * Reads of an event what it is about. It holds entities, each under its kind: an order names itself;
 * payments, invoices and payment links name their order; refunds and disputes their payment only.
 *
 * https://razorpay.com/docs/webhooks/payloads/
 */
export function aboutOf(body: unknown): About {
  const {event = 'unknown', payload} = Body.safeParse(body).data ?? {};
  const entities = Object.entries(payload ?? {}).flatMap(([kind, part]): Entity[] =>
    part?.entity ? [{kind, ...part.entity}] : [],
  );
  const orderId =
    first(entities, ({kind, id}) => (kind === 'order' ? matching(ORDER_ID, id) : undefined)) ??
    first(entities, ({order_id}) => matching(ORDER_ID, order_id));
  const paymentId = first(entities, ({kind, id, order_id, payment_id}) => {
    // A payment that says itself that it has no order is none of a checkout.
    if (kind === 'payment') return order_id === null ? undefined : matching(PAYMENT_ID, id);
    return matching(PAYMENT_ID, payment_id);
  });
  const tokenId = first(entities, ({kind, id}) =>
    kind === 'token' ? matching(TOKEN_ID, id) : undefined,
  );
  return {event, tokenId, orderId, paymentId: orderId === undefined ? paymentId : undefined};
}

interface Entity {
  readonly kind: string;
  readonly id?: unknown;
  readonly order_id?: unknown;
  readonly payment_id?: unknown;
}

const matching = (form: RegExp, id: unknown): string | undefined =>
  typeof id === 'string' && form.test(id) ? id : undefined;

function first(
  entities: readonly Entity[],
  idOf: (entity: Entity) => string | undefined,
): string | undefined {
  for (const entity of entities) {
    const id = idOf(entity);
    if (id !== undefined) return id;
  }
  return undefined;
}

const lenient = <T>(schema: z.ZodMiniType<T>) => z.catch(z.nullish(schema), undefined);

const Body = z.looseObject({
  // The body is kept as it came, where what no database holds is written as an escape.
  event: z.catch(z.string().check(z.refine(isStorable)), 'unknown'),
  payload: lenient(
    z.record(
      z.string(),
      lenient(
        z.looseObject({
          entity: lenient(
            z.looseObject({
              id: z.optional(z.unknown()),
              order_id: z.optional(z.unknown()),
              payment_id: z.optional(z.unknown()),
            }),
          ),
        }),
      ),
    ),
  ),
});
