import {
  readItem,
  removeItem,
  storedNames,
  writeItem,
} from '../../checkout/storage/browser-storage.js';
import {ORDER_ID} from '../../wire/ids.js';
import {matches, reader} from '../../wire/reader.js';
import {KEPT_SALES} from '../shell/kept-prefix.js';

/**
 * A sale that is on a device, or may be, and whose end nobody has told yet. It outlives the page: a
 * reload, or another tab, takes it up again.
 */
export interface KeptSale {
  orderId: string;
  /** By what its cart is known; where a function made the order, on the same page view only. */
  cart: string;
  /** Name of the idempotency key that made the order, to be dropped with it. */
  keyName: string;
  /** Where it was put on the device; only a till of that address takes it up. */
  deviceUrl: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** After a day the server's sweep has long found out. */
const EXPIRY_MS = 24 * 3600 * 1000;
/** So many tills share no browser. The oldest give way. */
const MOST = 20;
/** A row of this page is a tenth as long: what is longer was written by another, and is not read. */
const LONGEST_CHARACTERS = 5_000;

/** Other scripts write into the storage too. */
const readSale = reader<KeptSale>({
  orderId: matches(ORDER_ID),
  cart: matches(/^[\w:.-]{1,100}$/),
  // A name outside of them would have something of the merchant's removed.
  keyName: matches(/^(rzp-magic-button:key:\w+)?$/),
  deviceUrl: matches(/^https?:\/\//),
  at: Number.isFinite,
});

export function keepSale(sale: KeptSale): void {
  writeItem(KEPT_SALES + sale.orderId, JSON.stringify(sale));
  for (const {orderId} of listSales().slice(MOST)) dropSale(orderId);
}

export function dropSale(orderId: string): void {
  removeItem(KEPT_SALES + orderId);
}

/** Whether a sale is kept still: whoever told its end has dropped it. */
export const isKept = (orderId: string): boolean => find(KEPT_SALES + orderId) !== undefined;

/** Returns what is kept, the newest first, and forgets what has expired or can't be read. */
export function listSales(): KeptSale[] {
  return storedNames()
    .filter((name) => name.startsWith(KEPT_SALES))
    .flatMap((name) => {
      const sale = find(name);
      // A clock that was wrong then is no reason to forget.
      if (sale && Date.now() - sale.at < EXPIRY_MS) return sale;
      removeItem(name);
      return [];
    })
    .sort((a, b) => b.at - a.at);
}

function find(name: string): KeptSale | undefined {
  const text = readItem(name) ?? '';
  if (text.length > LONGEST_CHARACTERS) return undefined;
  try {
    const sale = readSale(JSON.parse(text));
    return sale && name === KEPT_SALES + sale.orderId ? sale : undefined;
  } catch {
    return undefined;
  }
}
