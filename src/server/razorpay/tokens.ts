import * as z from 'zod/mini';
import {TOKEN_ID} from '../../wire/ids.js';
import type {Token} from '../model/mandates/token.js';
import {segment, type Call} from './call.js';
import {collection} from './entities.js';
import {lenient, Seconds, Text} from './lenient.js';

/** https://razorpay.com/docs/api/payments/recurring-payments/upi/tokens */
export interface TokenCalls {
  list(customerId: string): Promise<Token[]>;
  get(customerId: string, id: string): Promise<Token>;
  /** Has Razorpay forget it. The shopper's bank keeps the mandate. */
  delete(customerId: string, id: string): Promise<void>;
  /** Has the shopper's bank end the mandate, which it says in its own time. */
  cancel(customerId: string, id: string): Promise<void>;
}

export function createTokenCalls(call: Call): TokenCalls {
  const path = (customerId: string) => `/v1/customers/${segment(customerId)}/tokens`;
  return {
    list: (customerId) => call(collection(TokenEntity), 'GET', path(customerId)),
    get: (customerId, id) => call(TokenEntity, 'GET', `${path(customerId)}/${segment(id)}`),
    delete: async (customerId, id) => {
      await call(Deleted, 'DELETE', `${path(customerId)}/${segment(id)}`);
    },
    cancel: async (customerId, id) => {
      await call(Cancelled, 'PUT', `${path(customerId)}/${segment(id)}/cancel`);
    },
  };
}

/** `{"deleted": true}`. */
export const Deleted = z.looseObject({deleted: z.literal(true)});
/** `{"status": "cancellation_initiated"}`. */
export const Cancelled = z.looseObject({status: z.string()});

const Vpa = z.looseObject({username: lenient(Text), handle: lenient(Text)});
const Details = z.looseObject({status: lenient(z.string()), failure_reason: lenient(Text)});

/** `GET /v1/customers/:id/tokens/:token`. */
export const TokenEntity = z.pipe(
  z.looseObject({
    id: z.string().check(z.regex(TOKEN_ID)),
    method: lenient(z.string()),
    vpa: lenient(z.union([Vpa, z.string()])),
    recurring_details: lenient(Details),
    max_amount: lenient(z.int()),
    start_time: lenient(Seconds),
    expired_at: lenient(Seconds),
    used_at: lenient(Seconds),
    created_at: lenient(Seconds),
  }),
  z.transform((token): Token => ({
    id: token.id,
    status: token.recurring_details?.status ?? undefined,
    failureReason: token.recurring_details?.failure_reason ?? undefined,
    method: token.method ?? undefined,
    maxAmount: token.max_amount ?? undefined,
    vpa: addressOf(token.vpa),
    startsAt: token.start_time ?? undefined,
    expiresAt: token.expired_at ?? undefined,
    usedAt: token.used_at ?? undefined,
    createdAt: token.created_at ?? undefined,
  })),
);

function addressOf(vpa: z.output<typeof Vpa> | string | null | undefined): string | undefined {
  if (typeof vpa === 'string') return vpa;
  return vpa?.username && vpa.handle ? `${vpa.username}@${vpa.handle}` : undefined;
}
