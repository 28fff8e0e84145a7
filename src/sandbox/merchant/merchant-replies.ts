import * as z from 'zod/mini';
import type {OfferedPromotion, Promotion, ShippingMethod} from '../model/entities.js';

/**
 * What a merchant's endpoints answer.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.4 and 1.5)
 */

const paise = z.int('must be an integer in paise').check(z.minimum(0, 'must not be negative'));
const id = z.pipe(
  z.union([z.string(), z.number()], 'must be a text'),
  z.transform((value: string | number) => String(value)),
);
const fee = z.pipe(
  z.optional(z.nullable(paise)),
  z.transform((value: number | null | undefined) => value ?? 0),
);

const Method = z.looseObject(
  {
    id,
    name: z.string('must be a text'),
    description: z.optional(z.nullable(z.string('must be a text'))),
    serviceable: z.boolean('must be true or false'),
    shipping_fee: paise,
    cod: z.boolean('must be true or false'),
    cod_fee: fee,
  },
  'must be an object',
);

/** The documented shape: a list of methods for each address. */
const Nested = z.looseObject({id, shipping_methods: z.array(Method, 'must be a list')});

/** The shape of older plugins: one unnamed method for each address. */
const Flat = z.looseObject({
  id,
  serviceable: z.boolean('must be true or false'),
  cod: z.boolean('must be true or false'),
  shipping_fee: fee,
  cod_fee: fee,
});

const ShippingInfo = z.looseObject(
  {addresses: z.array(z.looseObject({id}, 'must be an object'), 'must be a list')},
  'must be an object',
);

const Promotions = z.looseObject(
  {
    promotions: z.array(
      z.looseObject({
        code: z.string('must be a text'),
        summary: z.string('must be a text'),
        description: z.optional(z.nullable(z.string('must be a text'))),
      }),
      'must be a list',
    ),
  },
  'must be an object',
);

const Applied = z.looseObject(
  {
    promotion: z.looseObject(
      {
        reference_id: id,
        code: z.optional(z.string('must be a text')),
        type: z.optional(z.string('must be a text')),
        value: paise,
        value_type: z.optional(z.string('must be a text')),
        description: z.optional(z.nullable(z.string('must be a text'))),
      },
      'must be an object',
    ),
  },
  'must be an object',
);

const Refusal = z.looseObject({failure_code: z.string(), failure_reason: z.string()});

/** Why the merchant's endpoint said no, in its own words. */
export interface RefusedPromotion {
  readonly failure_code: string;
  readonly failure_reason: string;
}

/** The reply does not have the documented shape; says where and why. */
export class ReplyError extends Error {
  override readonly name = 'ReplyError';
}

/** The methods for one of the addresses that were asked for. */
export function readShippingInfo(reply: unknown, addressId: string): ShippingMethod[] {
  const {addresses} = read(ShippingInfo, reply);
  const index = addresses.findIndex((address) => address.id === addressId);
  const address = addresses[index];
  if (!address) throw new ReplyError(`addresses has none with the id "${addressId}".`);
  const path = [`addresses[${index}]`];
  if ('shipping_methods' in address) {
    return read(Nested, address, path).shipping_methods.map((method) => ({
      ...method,
      description: method.description ?? '',
    }));
  }
  const {serviceable, cod, shipping_fee, cod_fee} = read(Flat, address, path);
  return [
    {
      id: '1',
      name: 'Standard delivery',
      description: '',
      serviceable,
      shipping_fee,
      cod,
      cod_fee,
    },
  ];
}

export const readPromotions = (reply: unknown): OfferedPromotion[] =>
  read(Promotions, reply).promotions.map(({code, summary, description}) => ({
    code,
    summary,
    description: description ?? '',
  }));

export function readApplied(reply: unknown, code: string): Promotion {
  const {promotion} = read(Applied, reply);
  return {
    reference_id: promotion.reference_id,
    code: promotion.code ?? code,
    type: promotion.type ?? 'coupon',
    value: promotion.value,
    value_type: promotion.value_type ?? 'fixed_amount',
    description: promotion.description ?? '',
  };
}

/** The refusal in a reply, whatever its HTTP status; undefined where there is none. */
export const readRefusal = (reply: unknown): RefusedPromotion | undefined =>
  z.safeParse(Refusal, reply).data;

function read<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
  path: readonly string[] = [],
): z.core.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = (issue?.path ?? []).reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
    path.join('.'),
  );
  throw new ReplyError(`${place || 'The reply'} ${issue?.message ?? 'is wrong'}.`);
}
