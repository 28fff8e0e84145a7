import * as z from 'zod/mini';
import {Failure} from './magic-refusal.js';
import {inTime} from '../../runtime/with-deadline.js';
import {json, type Incoming, type Reply} from '../../http/exchange.js';
import type {Kit} from '../../kit/context.js';
import type {Asker} from '../../model/asker.js';
import {DEADLINE, readMagicRequest} from './magic-request.js';
import type {QuotedAddress} from '../../model/quotes.js';
import {shippingMethods, type ShippingMethod} from '../../model/shipping-method.js';

/** How many addresses are answered at once. */
const MOST = 100;

const Id = z.union([z.string(), z.number()]);
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
  .check(z.maxLength(MOST));
type Address = z.infer<typeof Addresses>[number];

/**
 * `POST /shipping-info`: how the order can be shipped to each of the shopper's addresses, and for how
 * much.
 *
 * https://razorpay.com/docs/payments/magic-checkout/web/ (1.4, Interact with Shipping Info API)
 */
export async function shippingInfo(kit: Kit, incoming: Incoming): Promise<Reply> {
  const {shipping} = kit;
  if (!shipping) throw new Failure('NOT_FOUND', 'This shop does not quote shipping.');
  const {asker, body} = await readMagicRequest(kit, incoming);
  const addresses = Addresses.safeParse(body.addresses).data;
  if (!addresses)
    throw new Failure('VALIDATION_ERROR', `"addresses" must be up to ${MOST} addresses.`);

  const answers = await Promise.all(
    addresses.map(async (address) => ({
      address,
      methods: await ask(shipping, asker, address).catch((error: unknown) => {
        kit.report(error, incoming.request);
        return undefined;
      }),
    })),
  );
  await kit.book.addQuotes(asker.order.id, {
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
  shipping: NonNullable<Kit['shipping']>,
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
    await inTime(
      shipping({...asker, address}),
      DEADLINE,
      `shipping() took more than ${DEADLINE} ms: the address counts as not served.`,
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
