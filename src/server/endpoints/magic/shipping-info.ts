import * as z from 'zod/mini';
import {json, type Incoming, type Reply} from '../../http/exchange.js';
import type {Context} from '../../kit/context.js';
import type {Asker} from '../../model/asker.js';
import type {QuotedAddress} from '../../model/quotes.js';
import {shippingMethods, type ShippingMethod} from '../../model/shipping-method.js';
import {withDeadline} from '../../runtime/with-deadline.js';
import {MagicRefusal} from './magic-refusal.js';
import {HOOK_DEADLINE_MS, readMagicRequest} from './magic-request.js';

/** How many addresses are answered at once. */
const MOST_ADDRESSES = 100;

/** Kept with what was quoted for it. */
const Id = z.union([z.string().check(z.maxLength(64)), z.number()]);
const text = z.catch(z.nullish(z.string()), undefined);
const Addresses = z
  .array(
    z.looseObject({
      id: Id,
      zipcode: Id,
      country: z.string().check(z.regex(/^[a-z]{2}$/i)),
      state_code: text,
      city: text,
    }),
  )
  .check(z.maxLength(MOST_ADDRESSES));
type Address = z.infer<typeof Addresses>[number];

/**
 * `POST /shipping-info`: how the order can be shipped to each of the shopper's addresses, and for how
 * much.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.4, Interact with Shipping Info API)
 */
export async function answerShippingInfo(context: Context, incoming: Incoming): Promise<Reply> {
  const {shipping, orders} = context;
  if (!shipping) throw new MagicRefusal('NOT_FOUND', 'This shop does not quote shipping.');
  const {asker, body} = await readMagicRequest(context, incoming);
  const addresses = Addresses.safeParse(body.addresses).data;
  if (!addresses)
    throw new MagicRefusal(
      'VALIDATION_ERROR',
      `"addresses" must be up to ${MOST_ADDRESSES} addresses.`,
    );

  const answers = await Promise.all(
    addresses.map(async (address) => ({
      address,
      methods: await ask(shipping, asker, address).catch((error: unknown) => {
        context.report(error, incoming.request);
        return undefined;
      }),
    })),
  );
  await orders.addQuotes(asker.order.id, {
    shipping: answers.flatMap(({address, methods}) => (methods ? [quoted(address, methods)] : [])),
  });
  return json({
    addresses: answers.map(({address: {id, zipcode, state_code, country}, methods}) => ({
      id,
      zipcode,
      state_code,
      country,
      shipping_methods: (methods?.length ? methods : [NOT_SERVED]).map(toRazorpay),
    })),
  });
}

/** What stands for an address without a way to ship there. */
const NOT_SERVED: ShippingMethod = {
  id: 'not-served',
  name: 'No delivery to this address',
  serviceable: false,
  shippingFee: 0,
  cod: false,
  codFee: 0,
};

async function ask(
  shipping: NonNullable<Context['shipping']>,
  asker: Asker,
  {id, zipcode, state_code, country, city}: Address,
): Promise<ShippingMethod[]> {
  const address = {
    id: String(id),
    zipcode: String(zipcode),
    stateCode: state_code ?? undefined,
    country: country.toUpperCase(),
    city: city ?? undefined,
  };
  return shippingMethods(
    await withDeadline(
      HOOK_DEADLINE_MS,
      shipping({...asker, address}),
      `shipping() took more than ${HOOK_DEADLINE_MS} ms: the address counts as not served.`,
    ),
  );
}

const quoted = ({id, zipcode}: Address, methods: readonly ShippingMethod[]): QuotedAddress => ({
  id: String(id),
  zipcode: String(zipcode),
  methods: methods
    .filter(({serviceable}) => serviceable)
    .map(({id, name, shippingFee, cod, codFee}) => ({
      id,
      name,
      shippingFee,
      codFee: cod ? codFee : undefined,
    })),
});

const toRazorpay = (method: ShippingMethod): Record<string, unknown> => ({
  id: method.id,
  name: method.name,
  description: method.description,
  serviceable: method.serviceable,
  shipping_fee: method.shippingFee,
  cod: method.cod,
  cod_fee: method.codFee,
});
