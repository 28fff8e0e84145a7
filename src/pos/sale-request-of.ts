import {dataAndSeatOf, dataOf, namedSecrets} from '../checkout/request/data-attributes.js';
import {misplaced} from '../checkout/request/misplaced.js';
import {resolveAddress} from '../checkout/shell/resolve-address.js';
import {cartKey} from '../checkout/storage/cart-key.js';
import type {PosHost, PosHostClass} from './pos-host.js';
import type {SaleRequest} from './request/sale-request.js';

const ADDRESSES = ['orderUrl', 'statusUrl', 'deviceUrl'] as const;

/** Where addresses led when they were read first: a later `pushState()` makes no other cart of one. */
const led = new Map<string, string>();

function lead(written: string | null | undefined): string | null | undefined {
  const address = written && (led.get(written) ?? resolveAddress(written));
  if (address) led.set(written, address);
  return address || written;
}

/** Reads the element once: what is changed while the sale runs is for the next press. */
export function saleRequestOf(host: PosHost): SaleRequest {
  const {properties} = host.constructor as unknown as PosHostClass;
  const names = Object.keys(properties) as (keyof PosHost)[];
  return {
    ...Object.fromEntries(names.map((name) => [name, host[name]])),
    ...Object.fromEntries(ADDRESSES.map((name) => [name, lead(host[name])])),
    ...dataAndSeatOf(host),
    notes: host.notes ?? dataOf(host, 'data-note-'),
    misplaced: misplaced(host, names),
    ...namedSecrets(host),
  };
}

/** By what the cart of a till is known. */
export const keyOf = (host: PosHost): string =>
  cartKey({
    createOrder: host.createOrder,
    orderUrl: lead(host.orderUrl),
    ...dataAndSeatOf(host),
  });
