import {isSandboxKey, KEY_ID} from '../../wire/ids.js';
import {unseen, wrong, type Finding} from '../model/finding.js';
import {quote} from '../model/quote.js';
import type {ButtonFacts} from './page-facts.js';

/** What is missing on a button, or contradicts itself, as far as its attributes say. */
export function contradictions({tag, attributes, urls, hasCreateOrder}: ButtonFacts): Finding[] {
  const has = (name: string) => Boolean(attributes[name]);
  const isOn = (name: string) =>
    ['', 'true', '1', 'preferred'].includes(attributes[name] ?? 'false');
  const secrets = Object.keys(attributes).filter((name) => name.includes('secret'));
  const found: Finding[] = secrets.map((name) =>
    wrong(
      `has ${quote(name)} in the page, where everybody can read it.`,
      "Take it off, make a new secret in Razorpay's dashboard, and keep it on your server.",
    ),
  );
  if (!has('order-id') && urls['order-url'] === undefined && !hasCreateOrder)
    found.push(
      wrong('has no order to pay.', 'Write order-url="…" (or order-id, or set createOrder).'),
    );
  if (tag === 'rzp-pos-button') {
    if (urls['device-url'] === undefined)
      found.push(wrong('has no device to pay on.', 'Write device-url="…".'));
    return found;
  }
  if (urls['verify-url'] === undefined && urls['callback-url'] === undefined)
    found.push(
      unseen(
        'has neither verify-url nor callback-url: nobody confirms the payment, unless a listener of rzp-payment calls respondWith().',
        'Write verify-url="…".',
      ),
    );
  if (isOn('redirect') && urls['callback-url'] === undefined)
    found.push(
      wrong(
        'has redirect and no callback-url.',
        'Write callback-url: the address that Razorpay posts the result to.',
      ),
    );
  if (isOn('recurring') && isOn('one-click-checkout'))
    found.push(
      wrong(
        'has one-click-checkout and recurring, which exclude each other: Magic Checkout takes no mandates.',
        'Take one of them off.',
      ),
    );
  if (
    has('success-url') &&
    !/^https?:/.test(new URL(attributes['success-url'] ?? '', 'https://shop.example').href)
  )
    found.push(
      wrong('has a success-url that is not a web address.', 'Write one that starts with https://.'),
    );
  if (has('key-id') && !KEY_ID.test(attributes['key-id'] ?? ''))
    found.push(
      wrong(
        'has a key-id that is no key id. If it is a secret, everybody can read it.',
        'Take it off the page, make a new one in Razorpay\'s dashboard, and write the key id, "rzp_test_…" or "rzp_live_…".',
      ),
    );
  if (has('order-id') && !has('key-id'))
    found.push(wrong('has order-id and no key-id.', 'Write key-id="rzp_…" beside it.'));
  if (isSandboxKey(attributes['key-id']) && !has('script-url'))
    found.push(
      wrong(
        'has the key of the sandbox and no script-url: Razorpay’s own checkout opens, which knows neither key nor order.',
        'Write script-url="…", the address that the sandbox prints.',
      ),
    );
  if (attributes['retry-max-count'] !== undefined)
    found.push(
      wrong(
        'has retry-max-count, which Razorpay heeds in its mobile SDKs only.',
        'Take it off; retry="false" has a failed payment end the checkout.',
      ),
    );
  return found;
}
