import {checkOptions, noteTexts} from '../../checkout/request/check-options.js';
import {readRequest, refuseAddress} from '../../checkout/request/read-request.js';
import {wrongNotes} from '../../checkout/request/wrong-given.js';
import {wrongObjects} from '../../checkout/request/wrong-objects.js';
import {refused} from '../../checkout/words/refusal.js';
import type {OrderSource} from '../../checkout/shell/order-source.js';
import {attributeOf} from '../../checkout/shell/attributes.js';
import {resolveAddress} from '../../checkout/shell/resolve-address.js';
import {DEVICE_MODE_HEADER, type DeviceMode, type InitiateCheckout} from '../../wire/device.js';
import {POS_ATTRIBUTES, type PosAttributeName} from '../shell/pos-attributes.js';
import {POS_KINDS} from './pos-kinds.js';
import type {SaleRequest} from './sale-request.js';

/** A request that was checked. */
export interface CheckedSale {
  /** Where the order comes from; its endpoint is told that it is a till's. */
  source: OrderSource;
  deviceUrl: string;
  statusUrl: string | undefined;
  /** What the device is sent, but for the order. */
  checkout: Omit<InitiateCheckout, 'order_id'>;
}

/** What a sale can't do without, and why. */
const NEEDED = {
  deviceUrl: 'Without it nobody puts the sale on the device.',
  deviceMode: 'Your server must know how to reach the device: "wired" or "wireless".',
  deviceId: 'A wireless device is found by it.',
  businessName: 'The device shows it.',
  description: 'The device shows it.',
} as const;

/**
 * Checks a request before any order is made.
 *
 * @throws CheckoutError `config_invalid`, naming what was typed and what to write
 */
export function checkSale(asked: SaleRequest, warn: (message: string) => void): CheckedSale {
  const secret = Object.keys(asked).find((name) => /secret/i.test(name));
  if (secret) throw refused(['secret', secret]);
  // The order, its status and what no text can say are checked as for the other button.
  const {orderUrl, statusUrl, orderData, createOrder, requestHeaders, credentials, misplaced} =
    asked;
  const read = readRequest({
    ...{orderUrl, statusUrl, orderData, createOrder, requestHeaders, credentials, misplaced},
    notes: asked.notes,
    wrong: wrongObjects,
  });
  checkWords(asked);
  const deviceMode = needed('deviceMode', asked.deviceMode);
  const checkout = {
    action: 'initiate_checkout' as const,
    device_mode: deviceMode,
    ...deviceOf(asked, deviceMode),
    name: needed('businessName', asked.businessName),
    description: needed('description', asked.description),
    ...notesAndPrefillOf(asked, warn),
  };
  const typed = needed('deviceUrl', asked.deviceUrl);
  const deviceUrl = resolveAddress(typed) ?? refuseAddress('deviceUrl', typed);
  if (!read.orderUrl && !createOrder) throw refused(['noOrder']);
  return {
    source: {...read, orderId: undefined, requestHeaders: withMode(requestHeaders, deviceMode)},
    deviceUrl,
    statusUrl: read.statusUrl ?? undefined,
    checkout,
  };
}

/** Absent is what the page left out, or left empty. */
const isAbsent = (value: unknown): value is null | undefined | '' => value == null || value === '';

function needed<Value>(name: keyof typeof NEEDED, value: Value | null | undefined): Value {
  if (isAbsent(value)) throw refused(['absent', attributeOf(name), NEEDED[name]]);
  return value;
}

function deviceOf({deviceId}: SaleRequest, mode: DeviceMode): {device_id?: string} {
  const id = mode === 'wireless' ? needed('deviceId', deviceId) : deviceId;
  return isAbsent(id) ? {} : {device_id: id};
}

function notesAndPrefillOf(
  {notes: asked, prefillName, prefillEmail, prefillContact, prefillMethod}: SaleRequest,
  warn: (message: string) => void,
): Pick<InitiateCheckout, 'notes' | 'prefill'> {
  const checked = checkOptions({prefillName, prefillEmail, prefillContact}, warn);
  const prefill = {
    ...(checked.prefillName && {name: checked.prefillName}),
    ...(checked.prefillEmail && {email: checked.prefillEmail}),
    ...(checked.prefillContact && {contact: checked.prefillContact}),
    ...(!isAbsent(prefillMethod) && {method: prefillMethod}),
  };
  const notes = noteTexts(asked ?? {});
  const wrong = wrongNotes(notes);
  if (wrong) throw refused(wrong);
  return {
    ...(Object.keys(notes).length && {notes}),
    ...(Object.keys(prefill).length && {prefill}),
  };
}

/** Has the order endpoint told that the order is a till's, beside the page's own headers. */
const withMode = (own: OrderSource['requestHeaders'], mode: DeviceMode) => async () => {
  const headers = new Headers((typeof own === 'function' ? await own() : own) ?? {});
  headers.set(DEVICE_MODE_HEADER, mode);
  return headers;
};

/** Each attribute of a kind that has words holds one of them. */
function checkWords(asked: SaleRequest): void {
  for (const [name, kind] of Object.entries(POS_ATTRIBUTES)) {
    const value = asked[name as PosAttributeName];
    const {words} = POS_KINDS[kind];
    if (!words || isAbsent(value) || words.some((word) => word === value)) continue;
    const [last = '', ...others] = words.map((word) => `"${word}"`).reverse();
    const choice = [others.reverse().join(', '), last].filter(Boolean).join(' or ');
    throw refused(['word', attributeOf(name), String(value).slice(0, 80), choice]);
  }
}
