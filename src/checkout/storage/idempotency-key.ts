import {randomHex} from '../../wire/hex.js';
import {resolveAddress} from '../shell/resolve-address.js';
import {readItem, removeItem, writeItem} from './browser-storage.js';

/**
 * Keys that make the order endpoint idempotent: one per address and order data, kept across reloads
 * until the order is paid or placed.
 */
const PREFIX = 'rzp-magic-button:key:';

/** Returns the key kept for this order. */
export function keptKey(orderUrl: string, orderData: unknown): string | undefined {
  const kept = readItem(keyName(orderUrl, orderData)) ?? '';
  return /^[0-9a-f]{32}$/.test(kept) ? kept : undefined;
}

/** Makes, keeps and returns a key of 128 random bits. */
export function freshKey(orderUrl: string, orderData: unknown): string {
  const key = randomHex();
  writeItem(keyName(orderUrl, orderData), key);
  return key;
}

/** Forgets the key, once its order is paid or placed: the same cart may be bought again. */
export function dropKey(name: string): void {
  removeItem(name);
}

/** Names the key by a hash, so that no order data lies in the storage. */
export const keyName = (orderUrl: string, orderData: unknown): string =>
  PREFIX + hashOf(resolveAddress(orderUrl) ?? orderUrl, orderData);

/** Hashes where an order comes from, with what is bought (FNV-1a, twice 32 bits). */
export function hashOf(source: string, orderData: unknown): string {
  const text = JSON.stringify([source, sorted(orderData)]);
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b + text.charCodeAt(i), 0x85ebca6b) ^ (b >>> 13);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}

/** The same data in another order of its fields is the same order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
