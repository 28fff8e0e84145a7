import {Hono} from 'hono/tiny';
import type {AddressBook} from '../../account/address-book.js';
import {asFields, readContact, text} from '../../account/attempt-request.js';
import type {MerchantQuotes} from '../../account/merchant-quotes.js';
import type {Store} from '../../account/store.js';
import type {Faults} from '../../faults/faults.js';
import type {MerchantServer} from '../../merchant/merchant-server.js';
import {ApiError, invalidField} from '../../model/api-error.js';
import type {Address, MagicChoices, Customer, Order, ShippingMethod} from '../../model/entities.js';
import type {Fields} from '../../model/fields.js';
import type {ShippingReply} from '../../model/frame-wire.js';
import {indianStateCode} from '../../model/input/indian-states.js';
import {readBody} from '../read-body.js';

interface MagicApiSettings {
  readonly store: Store;
  readonly faults: Faults;
  readonly merchant: MerchantServer;
  readonly quotes: MerchantQuotes;
  readonly addresses: AddressBook;
  readonly checkKey: (key: unknown) => void;
}

/** Razorpay's id for an address that is not saved. */
const NEW_ADDRESS_ID = '0';

/** What Magic Checkout asks for between contact and payment. */
export function magicApi({
  store,
  faults,
  merchant,
  quotes,
  addresses,
  checkKey,
}: MagicApiSettings): Hono {
  const api = new Hono();

  const route = (path: string, answer: (fields: Fields, order: Order) => unknown): void => {
    api.post(path, async (context) => {
      const fields = await readBody(context.req.raw);
      checkKey(fields.key_id);
      return context.json(await answer(fields, store.order(text(fields.order_id))));
    });
  };

  route('/customers', ({contact}) => ({isReturning: addresses.has(readContact(text(contact)))}));

  route('/customers/verify', ({contact, otp}) => {
    if (!/^\d{4,10}$/.test(text(otp))) throw invalidField('otp', 'Enter the right OTP.');
    return {addresses: addresses.of(readContact(text(contact)))};
  });

  route('/shipping', async (fields, order) => {
    const state = indianStateCode(text(fields.state));
    const place = {
      id: text(fields.address_id) || NEW_ADDRESS_ID,
      zipcode: text(fields.zipcode),
      country: text(fields.country),
    };
    const offered = await merchant.shippingMethods(order, readCustomer(fields), {
      ...place,
      ...(state && {state_code: state}),
    });
    const isCodRefused =
      offered.some(({cod}) => cod) &&
      faults.take('magic', {orderId: order.id}, 'cod-refused') !== undefined;
    const methods = isCodRefused ? offered.map(withoutCod) : offered;
    quotes.keepShipping(order.id, place, methods);
    return {methods, isCodRefused} satisfies ShippingReply;
  });

  route('/promotions', async (fields, order) => ({
    promotions: await merchant.promotions(order, readCustomer(fields)),
  }));

  route('/promotions/apply', async (fields, order) => {
    const code = text(fields.code);
    if (!code) throw invalidField('coupon', 'Enter a coupon code.');
    const promotion = await merchant.applyPromotion(
      store.orderRecord(order.id),
      readCustomer(fields),
      code,
    );
    quotes.keepPromotion(order.id, promotion);
    return {promotion};
  });

  return api;
}

const withoutCod = (method: ShippingMethod): ShippingMethod => ({
  ...method,
  cod: false,
  cod_fee: 0,
});

/** Contact and email are empty until the shopper has given them. */
const readCustomer = ({contact, email}: Fields): Customer => ({
  contact: text(contact) && readContact(text(contact)),
  email: text(email),
});

/**
 * Reads what the shopper chose. Fees and discounts are taken from the merchant's quotes, never from
 * the browser.
 */
export function readMagicChoices(
  input: unknown,
  orderId: string,
  quotes: MerchantQuotes,
): MagicChoices {
  const fields = asFields(input);
  const shippingId = text(fields.shipping_id);
  const code = text(fields.promotion_code);
  const address = fields.address === undefined ? undefined : readAddress(asFields(fields.address));
  const shipping =
    address && quotes.shipping(orderId, {...address, id: address.id ?? NEW_ADDRESS_ID}, shippingId);
  const promotion = code ? quotes.promotion(orderId, code) : undefined;
  if (shippingId && !shipping?.serviceable) {
    throw new ApiError('The delivery is not available.', {field: 'shipping'});
  }
  if (code && !promotion) throw new ApiError('The coupon is not applied.', {field: 'coupon'});
  return {address, shipping, promotion};
}

function readAddress(fields: Fields): Address {
  const id = text(fields.id);
  const required = (name: string): string => {
    const value = text(fields[name]);
    if (!value) throw invalidField(name, `The ${name} field is required.`);
    return value;
  };
  return {
    ...(id && {id}),
    name: required('name'),
    line1: required('line1'),
    line2: text(fields.line2),
    city: required('city'),
    state: required('state'),
    country: required('country').toLowerCase(),
    zipcode: required('zipcode'),
    contact: readContact(required('contact')),
    tag: text(fields.tag),
  };
}
