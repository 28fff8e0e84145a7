import {KEY_ID} from '../../wire/ids.js';
import {unseen, wrong, type Finding} from '../model/finding.js';
import {quote} from '../model/quote.js';
import type {ButtonFacts} from './page-facts.js';

/** What any element may have. */
const OF_ANY_ELEMENT =
  /^(data-|aria-|on|xml|v-|x-|ng-|_ng|:|@|#|\[|\()|^(accesskey|autofocus|class|contenteditable|dir|draggable|enterkeyhint|exportparts|form|hidden|id|inert|inputmode|is|itemid|itemprop|itemref|itemscope|itemtype|key|label|lang|name|nonce|part|popover|ref|role|slot|spellcheck|style|tabindex|title|translate)$/;

/** What an attribute needs in common with the name that was meant. */
const MOST_EDITS = 2;

/** Attributes that are none of a button's, and look like one that is. */
export function misspelt({attributes, observed}: ButtonFacts): Finding[] {
  if (observed.length === 0) return [];
  return Object.keys(attributes).flatMap((name) => {
    if (observed.includes(name) || OF_ANY_ELEMENT.test(name)) return [];
    const nearest = nearestOf(name, observed);
    return nearest === undefined
      ? []
      : [wrong(`has ${quote(name)}, which is none of its attributes.`, `Write ${nearest}.`)];
  });
}

/** The nearest of some names, if it is near: a letter or two apart, or the same letters otherwise written. */
function nearestOf(name: string, names: readonly string[]): string | undefined {
  const letters = (text: string) => text.replace(/[-_]/g, '').toLowerCase();
  const same = names.find((each) => letters(each) === letters(name));
  if (same !== undefined) return same;
  const [nearest] = names
    .map((each) => ({each, edits: editsBetween(name, each)}))
    .filter(({each, edits}) => edits <= Math.min(MOST_EDITS, Math.floor(each.length / 3)))
    .sort((a, b) => a.edits - b.edits);
  return nearest?.each;
}

/** How many letters are left out, added, others, or in the wrong order. */
function editsBetween(one: string, other: string): number {
  const rows: number[][] = [];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let row = 0; row <= one.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      rows[row]?.push(
        row === 0
          ? column
          : Math.min(
              at(row - 1, column) + 1,
              at(row, column - 1) + 1,
              at(row - 1, column - 1) + (isSame ? 0 : 1),
              isSwapped ? at(row - 2, column - 2) + 1 : Infinity,
            ),
      );
    }
  }
  return at(one.length, other.length);
}

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
  if (attributes['retry-max-count'] !== undefined)
    found.push(
      wrong(
        'has retry-max-count, which Razorpay heeds in its mobile SDKs only.',
        'Take it off; retry="false" has a failed payment end the checkout.',
      ),
    );
  return found;
}
