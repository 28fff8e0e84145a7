import * as z from 'zod/mini';

/**
 * What a merchant's endpoints answer to Razorpay, as Razorpay reads it: for who plays its part.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.4 and 1.5)
 */

/** A way of delivery as the merchant quoted it. Fees are in paise. */
export interface ShippingMethod {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly serviceable: boolean;
  readonly shipping_fee: number;
  readonly cod: boolean;
  readonly cod_fee: number;
}

/** A coupon that the merchant offers. */
export interface OfferedPromotion {
  readonly code: string;
  readonly summary: string;
  readonly description: string;
}

/** A coupon that the merchant's endpoint accepted. */
export interface Promotion {
  readonly reference_id: string;
  readonly code: string;
  readonly type: string;
  /** The discount in paise, whatever `value_type` says. */
  readonly value: number;
  readonly value_type: string;
  readonly description: string;
}

const paise = z.int('must be an integer in paise').check(z.minimum(0, 'must not be negative'));
const id = z.pipe(
  z.union([z.string(), z.number()], 'must be a text'),
  z.transform((value: string | number) => String(value)),
);
const perhapsPaise = z.optional(z.nullable(paise));
const flag = z.boolean('must be true or false');
const text = z.string('must be a text').check(z.regex(/\S/, 'must be a text'));

/** What both shapes say of an address. */
const Place = {
  zipcode: text,
  country: z.string('must be two letters').check(z.regex(/^[a-z]{2}$/i, 'must be two letters')),
};

const Method = z.looseObject(
  {
    id,
    name: text,
    description: z.optional(z.nullable(z.string('must be a text'))),
    serviceable: flag,
    shipping_fee: paise,
    cod: flag,
    cod_fee: perhapsPaise,
  },
  'must be an object',
);

/** The documented shape: a list of methods for each address. */
const Nested = z.looseObject({id, ...Place, shipping_methods: z.array(Method, 'must be a list')});

/** The shape of older plugins: one unnamed method for each address. */
const Flat = z.looseObject({
  id,
  ...Place,
  serviceable: flag,
  cod: flag,
  shipping_fee: perhapsPaise,
  cod_fee: perhapsPaise,
});

const ShippingInfo = z.looseObject(
  {addresses: z.array(z.looseObject({id}, 'must be an object'), 'must be a list')},
  'must be an object',
);

const Promotions = z.looseObject(
  {
    promotions: z.array(
      z.looseObject({
        code: text,
        summary: text,
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
        type: z.optional(z.enum(['coupon', 'offer'], 'must be coupon or offer')),
        value: paise,
        value_type: z.optional(
          z.enum(
            ['fixed_amount', 'percentage', 'BXGY'],
            'must be fixed_amount, percentage or BXGY',
          ),
        ),
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

/** The methods for the address that was asked for. */
export function readShippingInfo(reply: unknown, asked: string): ShippingMethod[] {
  const {addresses} = read(ShippingInfo, reply);
  const index = addresses.findIndex((address) => address.id === asked);
  const address = addresses[index];
  if (!address) throw new ReplyError(`addresses has none with the id "${asked}".`);
  checkOnce(addresses, 'id', 'addresses');
  const other = addresses.findIndex(({id}) => id !== asked);
  if (other >= 0) {
    throw new ReplyError(
      `addresses[${other}].id is "${String(addresses[other]?.id)}", and only "${asked}" was asked for.`,
    );
  }
  const path = `addresses[${index}]`;
  if (!('shipping_methods' in address)) return [flatMethod(read(Flat, address, [path]), path)];
  const {shipping_methods: methods} = read(Nested, address, [path]);
  checkOnce(methods, 'id', `${path}.shipping_methods`);
  return methods.map((method, index) => {
    const place = `${path}.shipping_methods[${index}]`;
    // Where it is offered its fee is mandatory; the flat shape has none for a free one.
    if (method.cod) read(paise, method.cod_fee, [`${place}.cod_fee`]);
    return {...method, description: method.description ?? '', cod_fee: codFee(method, place)};
  });
}

const flatMethod = (address: z.core.output<typeof Flat>, path: string): ShippingMethod => ({
  id: '1',
  name: 'Standard delivery',
  description: '',
  serviceable: address.serviceable,
  shipping_fee: address.shipping_fee ?? 0,
  cod: address.cod,
  cod_fee: codFee(address, path),
});

function codFee(
  {cod, cod_fee: fee}: {readonly cod: boolean; readonly cod_fee?: number | null | undefined},
  path: string,
): number {
  if (!cod && fee) throw new ReplyError(`${path}.cod_fee must be 0 where cod is false.`);
  return fee ?? 0;
}

export function readPromotions(reply: unknown): OfferedPromotion[] {
  const {promotions} = read(Promotions, reply);
  checkOnce(promotions, 'code', 'promotions');
  return promotions.map(({code, summary, description}) => ({
    code,
    summary,
    description: description ?? '',
  }));
}

/** The promotion of a code, which can't take off more than there is to pay. */
export function readApplied(reply: unknown, code: string, orderAmount: number): Promotion {
  const {promotion} = read(Applied, reply);
  const {value} = promotion;
  if (promotion.code !== undefined && promotion.code.toUpperCase() !== code.toUpperCase()) {
    throw new ReplyError(`promotion.code is "${promotion.code}", and "${code}" was asked for.`);
  }
  if (value > orderAmount) {
    throw new ReplyError(`promotion.value is ${value}, and the order comes to ${orderAmount}.`);
  }
  return {
    reference_id: promotion.reference_id,
    code: promotion.code ?? code,
    type: promotion.type ?? 'coupon',
    value,
    value_type: promotion.value_type ?? 'fixed_amount',
    description: promotion.description ?? '',
  };
}

/** What is named by an id or a code is named once. */
function checkOnce<Key extends string>(
  list: readonly Readonly<Record<Key, string>>[],
  key: Key,
  path: string,
): void {
  const names = list.map((item) => item[key]);
  const index = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (index >= 0) throw new ReplyError(`${path}[${index}].${key} is "${names[index]}" once more.`);
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
