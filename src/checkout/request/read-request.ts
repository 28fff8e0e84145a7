import {attributeOf} from '../shell/attributes.js';
import {resolveAddress} from '../shell/resolve-address.js';
import {orderDataText} from './order-data-text.js';
import type {CheckoutRequest} from './checkout-request.js';
import {refused} from '../words/refusal.js';

const ADDRESSES = ['orderUrl', 'verifyUrl', 'statusUrl', 'successUrl', 'callbackUrl'] as const;

/**
 * Takes what a press is about, once: the addresses as they lead from the page now, because
 * `pushState()` would have them lead elsewhere later, and a copy of the order data, by which its
 * idempotency key is found again whatever the page does to it since.
 *
 * @throws CheckoutError `config_invalid`
 */
export function readRequest(asked: CheckoutRequest): CheckoutRequest {
  const wrong = asked.misplaced ?? asked.wrong?.(asked);
  if (wrong) throw refused(wrong);
  const text = orderDataText(asked);
  const {callback_url: given} = asked.options ?? {};
  const request = {
    ...asked,
    // Whatever goes to that address goes there however it is written.
    callbackUrl: asked.callbackUrl || (typeof given === 'string' ? given : undefined),
    orderData: JSON.parse(text) as NonNullable<CheckoutRequest['orderData']>,
  };
  for (const name of ADDRESSES) {
    const typed = request[name];
    if (typed) request[name] = resolveAddress(typed) ?? refuseAddress(name, typed);
  }
  return request;
}

/** Refuses what is no address. */
export function refuseAddress(name: string, typed: string): never {
  const attribute = attributeOf(name);
  // Whatever stands before an @ may be a password, which must not stand in the console.
  throw refused(
    /^[^?#]*@/.test(typed)
      ? ['addressWithPassword', attribute]
      : ['address', attribute, typed.slice(0, 80)],
  );
}
